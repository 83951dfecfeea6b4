import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why a file is not taken in. Refused whole: nothing of it stays, and no earlier data is touched. */
export const collectRefusals = defineRefusals('collect', {
  'reason-missing': {
    status: 422,
    what: {
      es: 'Falta decir por qué se retira el lote {batch}.',
      en: 'It is not said why batch {batch} is withdrawn.',
      fr: 'Il n’est pas dit pourquoi le lot {batch} est retiré.',
    },
    advice: {
      es: 'Escriba la razón en palabras: queda anotada con el lote.',
      en: 'Write the reason in words: it is kept with the batch.',
      fr: 'Écrivez la raison en toutes lettres : elle reste avec le lot.',
    },
  },
  'correction-reason-missing': {
    status: 422,
    what: {
      es: 'Falta decir por qué el archivo corrige el lote {batch}.',
      en: 'It is not said why the file corrects batch {batch}.',
      fr: 'Il n’est pas dit pourquoi le fichier corrige le lot {batch}.',
    },
    advice: {
      es: 'Escriba la razón en palabras: queda anotada con el lote corregido.',
      en: 'Write the reason in words: it is kept with the batch that is corrected.',
      fr: 'Écrivez la raison en toutes lettres : elle reste avec le lot corrigé.',
    },
  },
  'file-missing': {
    status: 404,
    what: {
      es: 'No se puede leer el archivo {file} ({reason}).',
      en: 'The file {file} cannot be read ({reason}).',
      fr: 'Le fichier {file} ne peut pas être lu ({reason}).',
    },
    advice: {
      es: 'Compruebe la ruta y los permisos.',
      en: 'Check its path and its rights.',
      fr: 'Vérifiez son chemin et ses droits.',
    },
  },
  'file-empty': {
    status: 422,
    what: {
      es: 'El archivo {file} está vacío.',
      en: 'The file {file} is empty.',
      fr: 'Le fichier {file} est vide.',
    },
    advice: {
      es: 'Pida el archivo de nuevo a quien lo envió.',
      en: 'Ask whoever sent the file for it again.',
      fr: 'Redemandez le fichier à son expéditeur.',
    },
  },
  'file-without-records': {
    status: 422,
    what: {
      es: 'El archivo {file} solo tiene encabezado: no contiene ningún registro.',
      en: 'The file {file} has a header only: it holds no record.',
      fr: 'Le fichier {file} n’a qu’un en-tête : il ne contient aucun enregistrement.',
    },
    advice: {
      es: 'Pida el archivo de nuevo, o compruebe el filtro con que se extrajo.',
      en: 'Ask for the file again, or check the filter it was extracted with.',
      fr: 'Redemandez le fichier, ou vérifiez le filtre de son extraction.',
    },
  },
  'lines-unlike-header': {
    status: 422,
    what: {
      es: 'Ninguna línea del archivo {file} se lee como un registro bajo su encabezado.',
      en: 'No line of the file {file} reads as a record under its header.',
      fr: 'Aucune ligne du fichier {file} ne se lit comme un enregistrement sous son en-tête.',
    },
    advice: {
      es: 'Mire las primeras líneas: otro separador, comillas sin cerrar o bytes cero impiden leerlas.',
      en: 'Look at the first lines: another delimiter, quotes left open or zero bytes keep them from being read.',
      fr: 'Regardez les premières lignes : un autre séparateur, des guillemets non fermés ou des octets nuls empêchent de les lire.',
    },
  },
  'delimiter-wrong': {
    status: 422,
    what: {
      es: 'El encabezado de {file} da una sola columna con el separador {delimiter}; el perfil {profile} espera {expected}.',
      en: 'The header of {file} gives one column with the delimiter {delimiter}; the profile {profile} expects {expected}.',
      fr: 'L’en-tête de {file} donne une seule colonne avec le séparateur {delimiter} ; le profil {profile} en attend {expected}.',
    },
    advice: {
      es: 'Corrija "delimiter" en el perfil; el archivo parece usar {looksLike}.',
      en: 'Correct "delimiter" in the profile; the file seems to use {looksLike}.',
      fr: 'Corrigez "delimiter" dans le profil ; le fichier semble utiliser {looksLike}.',
    },
  },
  'columns-missing': {
    status: 422,
    what: {
      es: 'Faltan en {file} columnas que el perfil {profile} nombra: {columns}.',
      en: 'Columns that the profile {profile} names are missing from {file}: {columns}.',
      fr: 'Des colonnes que nomme le profil {profile} manquent dans {file} : {columns}.',
    },
    advice: {
      es: 'Use el perfil de esta versión del archivo o corríjalo; el archivo tiene: {header}.',
      en: 'Use the profile of this layout or correct it; the file has: {header}.',
      fr: 'Utilisez le profil de cette présentation ou corrigez-le ; le fichier a : {header}.',
    },
  },
  'column-repeated': {
    status: 422,
    what: {
      es: 'El encabezado de {file} nombra más de una vez la columna {column}, y el perfil {profile} la usa.',
      en: 'The header of {file} names the column {column} more than once, and the profile {profile} uses it.',
      fr: 'L’en-tête de {file} nomme plus d’une fois la colonne {column}, et le profil {profile} l’utilise.',
    },
    advice: {
      es: 'Dé un nombre propio a cada columna del archivo, o diga de todas en el perfil a qué campo van o que no se usan: {all}.',
      en: 'Give each column of the file a name of its own, or say of all of them in the profile which field they go to or that they are not used: {all}.',
      fr: 'Donnez à chaque colonne du fichier un nom propre, ou dites de toutes dans le profil à quel champ elles vont ou qu’elles ne servent pas : {all}.',
    },
  },
  'split-column-taken': {
    status: 422,
    what: {
      es: 'El perfil {profile} llama {column} a una parte de otra columna, y {file} ya tiene una columna con ese nombre.',
      en: 'The profile {profile} calls a part of another column {column}, and {file} has a column of that name already.',
      fr: 'Le profil {profile} nomme {column} une partie d’une autre colonne, et {file} a déjà une colonne de ce nom.',
    },
    advice: {
      es: 'Dé otro nombre a esa parte en split y en los campos que la leen.',
      en: 'Give that part another name in split and in the fields that read it.',
      fr: 'Donnez un autre nom à cette partie dans split et dans les champs qui la lisent.',
    },
  },
  'header-unreadable': {
    status: 422,
    what: {
      es: 'No se puede leer la línea de encabezado de {file} (línea {line}): es demasiado larga o tiene comillas sin cerrar.',
      en: 'The header line of {file} (line {line}) cannot be read: it is too long or has a quote that is not closed.',
      fr: 'La ligne d’en-tête de {file} (ligne {line}) est illisible : trop longue, ou avec un guillemet non fermé.',
    },
    advice: {
      es: 'Compruebe "skipLines", "quote" y "encoding" en el perfil.',
      en: 'Check "skipLines", "quote" and "encoding" in the profile.',
      fr: 'Vérifiez "skipLines", "quote" et "encoding" dans le profil.',
    },
  },
  'encoding-broken': {
    status: 422,
    what: {
      es: 'El archivo {file} no es {encoding} válido: línea {line}, byte {byte}.',
      en: 'The file {file} is not valid {encoding}: line {line}, byte {byte}.',
      fr: 'Le fichier {file} n’est pas en {encoding} valide : ligne {line}, octet {byte}.',
    },
    advice: {
      es: 'Ponga "encoding": "{looksLike}" en el perfil si esa es su codificación, o pida el archivo en UTF-8.',
      en: 'Put "encoding": "{looksLike}" in the profile if that is how it was written, or ask for the file in UTF-8.',
      fr: 'Mettez "encoding": "{looksLike}" dans le profil si c’est son codage, ou demandez le fichier en UTF-8.',
    },
  },
  'encoding-contradicted': {
    status: 422,
    what: {
      es: 'El perfil {profile} dice que {file} está en {encoding}, pero sus bytes son de {looksLike}.',
      en: 'The profile {profile} says that {file} is in {encoding}, but its bytes are those of {looksLike}.',
      fr: 'Le profil {profile} dit que {file} est en {encoding}, mais ses octets sont ceux de {looksLike}.',
    },
    advice: {
      es: 'Corrija "encoding" en el perfil: con {encoding} los acentos quedarían deformados.',
      en: 'Correct "encoding" in the profile: as {encoding} its accents would be garbled.',
      fr: 'Corrigez "encoding" dans le profil : en {encoding}, les accents seraient déformés.',
    },
  },
  'format-not-text': {
    status: 415,
    what: {
      es: '{file} parece {looksLike}, no {format}.',
      en: '{file} looks like {looksLike}, not {format}.',
      fr: '{file} ressemble à {looksLike}, et non à {format}.',
    },
    advice: {
      es: 'Guárdelo como CSV en UTF-8 y vuelva a importarlo, o corrija "format" en el perfil.',
      en: 'Save it as CSV in UTF-8 and import that, or correct "format" in the profile.',
      fr: 'Enregistrez-le en CSV UTF-8 et importez-le, ou corrigez "format" dans le profil.',
    },
  },
  'json-broken': {
    status: 422,
    what: {
      es: 'El JSON de {file} está cortado o mal escrito cerca de la línea {line} ({reason}).',
      en: 'The JSON of {file} is cut short or badly formed near line {line} ({reason}).',
      fr: 'Le JSON de {file} est tronqué ou mal formé près de la ligne {line} ({reason}).',
    },
    advice: {
      es: 'Descárguelo de nuevo; se espera una lista de objetos: [{…}, {…}].',
      en: 'Download it again; an array of objects is expected: [{…}, {…}].',
      fr: 'Téléchargez-le de nouveau ; une liste d’objets est attendue : [{…}, {…}].',
    },
  },
  'json-wrapped': {
    status: 422,
    what: {
      es: 'En {file} los registros están dentro de otro objeto, en «{key}»; se lee una lista de objetos: [{…}, {…}].',
      en: 'In {file} the records lie inside another object, in “{key}”; an array of objects is read: [{…}, {…}].',
      fr: 'Dans {file}, les enregistrements sont à l’intérieur d’un autre objet, dans « {key} » ; une liste d’objets est lue : [{…}, {…}].',
    },
    advice: {
      es: 'Guarde solo la lista que sigue a «{key}», desde su [ hasta su ], o pida el archivo así.',
      en: 'Save only the list after “{key}”, from its [ to its ], or ask for the file so.',
      fr: 'Enregistrez seulement la liste qui suit « {key} », de son [ à son ], ou demandez le fichier ainsi.',
    },
  },
  'file-binary': {
    status: 422,
    what: {
      es: '{file} no es una tabla: parece {looksLike}.',
      en: '{file} is no table: it looks like {looksLike}.',
      fr: '{file} n’est pas un tableau : il ressemble à {looksLike}.',
    },
    advice: {
      es: 'Pida los registros como CSV, Excel (.xlsx), JSON o Parquet a quien envió el archivo.',
      en: 'Ask whoever sent the file for the records as CSV, Excel (.xlsx), JSON or Parquet.',
      fr: 'Demandez à l’expéditeur du fichier les enregistrements en CSV, Excel (.xlsx), JSON ou Parquet.',
    },
  },
  'record-type-unknown': {
    status: 404,
    what: {
      es: 'No hay ningún tipo de registro {recordType}.',
      en: 'There is no record type {recordType}.',
      fr: 'Il n’y a pas de type d’enregistrement {recordType}.',
    },
    advice: {
      es: 'Hay estos: {known}.',
      en: 'There are: {known}.',
      fr: 'Il y a : {known}.',
    },
  },
  'country-unknown': {
    status: 404,
    what: {
      es: '{country} no es el código de un país.',
      en: '{country} is not the code of a country.',
      fr: '{country} n’est pas le code d’un pays.',
    },
    advice: {
      es: 'Dé el código ISO 3166-1 de tres letras, por ejemplo GTM.',
      en: 'Give the three-letter ISO 3166-1 code, for example GTM.',
      fr: 'Donnez le code ISO 3166-1 à trois lettres, par exemple GTM.',
    },
  },
  'batches-not-comparable': {
    status: 409,
    what: {
      es: 'Los lotes {before} y {after} son de conjuntos de datos distintos; entre ellos no hay un antes y un después.',
      en: 'The batches {before} and {after} are of different datasets; neither is what the other was before.',
      fr: 'Les lots {before} et {after} sont de jeux de données différents ; aucun n’est ce que l’autre était avant.',
    },
    advice: {
      es: 'Compare dos lotes de un mismo conjunto de datos: la página de cada uno, en el escritorio, o `caudal batches` dice de cuál es.',
      en: 'Compare two batches of one dataset: the page of each, at the desk, or `caudal batches` says which it is of.',
      fr: 'Comparez deux lots d’un même jeu de données : la page de chacun, au bureau, ou `caudal batches` dit duquel il est.',
    },
  },
  'field-unknown': {
    status: 422,
    what: {
      es: '{recordType} no tiene un campo {field} por el que se pueda desglosar.',
      en: '{recordType} has no field {field} to break down by.',
      fr: '{recordType} n’a pas de champ {field} par lequel ventiler.',
    },
    advice: {
      es: 'Elija entre: {known}.',
      en: 'Choose from: {known}.',
      fr: 'Choisissez parmi : {known}.',
    },
  },
  'dataset-unowned': {
    status: 403,
    what: {
      es: 'El conjunto de datos «{datasetLabel}» tiene archivos que no trajo su institución, y nadie está anotado como su propietario.',
      en: 'The dataset “{datasetLabel}” holds files that your institution has not brought, and nobody is entered as its owner.',
      fr: 'Le jeu de données « {datasetLabel} » contient des fichiers que votre institution n’a pas apportés, et personne n’est inscrit comme propriétaire.',
    },
    advice: {
      es: 'Pida a la delegación de protección de datos que anote de quién es («Propiedad de los conjuntos de datos»). Si es otro conjunto, dele otro nombre.',
      en: 'Ask the data protection officer to enter whose it is (“Ownership of datasets”). Where it is another dataset, give it another name.',
      fr: 'Demandez à la délégation à la protection des données d’inscrire à qui il appartient (« Propriété des jeux de données »). Si c’est un autre jeu, donnez-lui un autre nom.',
    },
  },
  'profile-missing': {
    status: 404,
    what: {
      es: 'No hay ningún perfil llamado {profile}.',
      en: 'There is no profile called {profile}.',
      fr: 'Il n’y a pas de profil nommé {profile}.',
    },
    advice: {
      es: 'Dé la ruta de un archivo JSON o uno de estos: {known}.',
      en: 'Give the path of a JSON file or one of these: {known}.',
      fr: 'Donnez le chemin d’un fichier JSON ou l’un de ceux-ci : {known}.',
    },
  },
  'profile-not-json': {
    status: 422,
    what: {
      es: 'El perfil {profile} no es JSON: {reason}.',
      en: 'The profile {profile} is not JSON: {reason}.',
      fr: 'Le profil {profile} n’est pas du JSON : {reason}.',
    },
    advice: {
      es: 'Compruebe comas, llaves y comillas cerca de ese lugar.',
      en: 'Check commas, braces and quotes near that place.',
      fr: 'Vérifiez virgules, accolades et guillemets près de cet endroit.',
    },
  },
  'nothing-accepted': {
    status: 422,
    what: {
      es: 'Ninguno de los {rows} registros de {file} se pudo aceptar; lo más frecuente: {worst}.',
      en: 'None of the {rows} records of {file} could be accepted; most often: {worst}.',
      fr: 'Aucun des {rows} enregistrements de {file} n’a pu être accepté ; le plus souvent : {worst}.',
    },
    advice: {
      es: 'Compruebe que el perfil {profile} es el de este archivo.',
      en: 'Check that the profile {profile} is the one for this file.',
      fr: 'Vérifiez que le profil {profile} est bien celui de ce fichier.',
    },
  },
})
