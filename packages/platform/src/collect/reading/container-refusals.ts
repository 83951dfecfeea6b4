import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why a file that holds others, or tables, cannot be read: archives, workbooks, Parquet. */
export const containerRefusals = defineRefusals('collect', {
  'archive-broken': {
    status: 422,
    what: {
      es: 'El archivo comprimido {file} está cortado o dañado ({reason}).',
      en: 'The archive {file} is cut short or damaged ({reason}).',
      fr: 'L’archive {file} est tronquée ou endommagée ({reason}).',
    },
    advice: {
      es: 'Vuelva a copiarlo o descargarlo.',
      en: 'Copy or download it again.',
      fr: 'Copiez-la ou téléchargez-la de nouveau.',
    },
  },
  'archive-path': {
    status: 422,
    what: {
      es: 'El archivo comprimido {file} guarda un archivo fuera de su carpeta: {member}.',
      en: 'The archive {file} holds a file outside of its folder: {member}.',
      fr: 'L’archive {file} contient un fichier hors de son dossier : {member}.',
    },
    advice: {
      es: 'Empaquete de nuevo los archivos por su nombre, sin «..» ni rutas; nada se desempaquetó.',
      en: 'Pack the files again by their names, without “..” or paths; nothing was unpacked.',
      fr: 'Compressez à nouveau les fichiers par leur nom, sans « .. » ni chemin ; rien n’a été décompressé.',
    },
  },
  'archive-encrypted': {
    status: 422,
    what: {
      es: 'El archivo {member} de {file} está cifrado con contraseña.',
      en: 'The file {member} in {file} is encrypted with a password.',
      fr: 'Le fichier {member} dans {file} est chiffré par mot de passe.',
    },
    advice: {
      es: 'Descomprímalo primero e importe el archivo.',
      en: 'Unpack it first and import the file itself.',
      fr: 'Décompressez-le d’abord et importez le fichier lui-même.',
    },
  },
  'archive-member-unclear': {
    status: 422,
    what: {
      es: '{file} contiene {count} archivos y no está claro cuál importar: {members}.',
      en: '{file} holds {count} files and it is not clear which to import: {members}.',
      fr: '{file} contient {count} fichiers et il n’est pas clair lequel importer : {members}.',
    },
    advice: {
      es: 'Nombre uno en el perfil con "archiveMember", por ejemplo "{example}".',
      en: 'Name one in the profile with "archiveMember", for example "{example}".',
      fr: 'Nommez-en un dans le profil avec "archiveMember", par exemple "{example}".',
    },
  },
  'archive-member-missing': {
    status: 422,
    what: {
      es: 'Ningún archivo de {file} se llama como {glob}.',
      en: 'No file in {file} has a name like {glob}.',
      fr: 'Aucun fichier de {file} n’a un nom comme {glob}.',
    },
    advice: {
      es: 'Corrija "archiveMember" en el perfil; contiene: {members}.',
      en: 'Correct "archiveMember" in the profile; it holds: {members}.',
      fr: 'Corrigez "archiveMember" dans le profil ; elle contient : {members}.',
    },
  },
  'archive-too-large': {
    status: 413,
    what: {
      es: '{file} se expande a más de {limit}: se tomó por una bomba de descompresión.',
      en: '{file} expands to more than {limit}: it was taken for a decompression bomb.',
      fr: '{file} se décompresse à plus de {limit} : on l’a pris pour une bombe de décompression.',
    },
    advice: {
      es: 'Una tabla se comprime de 10 a 60 veces. Mire qué contiene; si confía en él, descomprímalo e importe el archivo.',
      en: 'A table compresses 10 to 60 times. Look what is in it; if you trust it, unpack it and import the file itself.',
      fr: 'Une table se comprime de 10 à 60 fois. Regardez ce qu’il contient ; si vous lui faites confiance, décompressez-le et importez le fichier lui-même.',
    },
  },
  'workbook-broken': {
    status: 422,
    what: {
      es: 'El libro {file} está dañado o no es un libro de cálculo ({reason}).',
      en: 'The workbook {file} is damaged or no spreadsheet ({reason}).',
      fr: 'Le classeur {file} est endommagé ou n’est pas une feuille de calcul ({reason}).',
    },
    advice: {
      es: 'Ábralo en una hoja de cálculo, guárdelo como .xlsx y vuelva a importarlo.',
      en: 'Open it in a spreadsheet, save it as .xlsx and import that.',
      fr: 'Ouvrez-le dans un tableur, enregistrez-le en .xlsx et importez-le.',
    },
  },
  'workbook-too-large': {
    status: 413,
    what: {
      es: 'Los textos del libro {file} no caben en memoria.',
      en: 'The texts of the workbook {file} do not fit in memory.',
      fr: 'Les textes du classeur {file} ne tiennent pas en mémoire.',
    },
    advice: {
      es: 'Guarde la hoja como CSV e importe ese archivo.',
      en: 'Save the sheet as CSV and import that.',
      fr: 'Enregistrez la feuille en CSV et importez ce fichier.',
    },
  },
  'sheet-missing': {
    status: 422,
    what: {
      es: 'El libro {file} no tiene la hoja {sheet}.',
      en: 'The workbook {file} has no sheet {sheet}.',
      fr: 'Le classeur {file} n’a pas de feuille {sheet}.',
    },
    advice: {
      es: 'Corrija "sheet" en el perfil; el libro tiene: {sheets}.',
      en: 'Correct "sheet" in the profile; the workbook has: {sheets}.',
      fr: 'Corrigez "sheet" dans le profil ; le classeur a : {sheets}.',
    },
  },
  'parquet-broken': {
    status: 422,
    what: {
      es: 'El archivo Parquet {file} no se puede leer ({reason}).',
      en: 'The Parquet file {file} cannot be read ({reason}).',
      fr: 'Le fichier Parquet {file} est illisible ({reason}).',
    },
    advice: {
      es: 'Pida el archivo de nuevo, o en CSV.',
      en: 'Ask for the file again, or as CSV.',
      fr: 'Redemandez le fichier, ou en CSV.',
    },
  },
})
