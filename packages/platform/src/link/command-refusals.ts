import { defineRefusals } from '@caudal/methods/vocabulary'

/** What `caudal link` refuses of its options, before or besides what it reads. */
export const linkCommandRefusals = defineRefusals('link', {
  'too-many-files': {
    status: 422,
    what: {
      es: 'Se dieron {files} archivos; se enlazan uno o dos.',
      en: '{files} files were given; one or two are linked.',
      fr: '{files} fichiers ont été donnés ; on en apparie un ou deux.',
    },
    advice: {
      es: 'Junte los que son de una misma fuente.',
      en: 'Join those of one source.',
      fr: 'Réunissez ceux d’une même source.',
    },
  },
  'nowhere-to-write': {
    status: 422,
    what: {
      es: 'No se dijo dónde escribir la respuesta.',
      en: 'It was not said where to write the answer.',
      fr: 'On n’a pas dit où écrire la réponse.',
    },
    advice: {
      es: 'Añada --pairs P.csv, --clusters C.csv o ambos.',
      en: 'Add --pairs P.csv, --clusters C.csv or both.',
      fr: 'Ajoutez --pairs P.csv, --clusters C.csv ou les deux.',
    },
  },
  'file-not-written': {
    status: 422,
    what: {
      es: 'No se puede escribir {file}: {reason}.',
      en: 'The file {file} cannot be written: {reason}.',
      fr: 'Impossible d’écrire {file} : {reason}.',
    },
    advice: {
      es: 'Compruebe la carpeta, los permisos y el espacio.',
      en: 'Check the folder, rights and room.',
      fr: 'Vérifiez le dossier, les droits et la place.',
    },
  },
  'file-missing': {
    status: 422,
    what: {
      es: 'No hay ningún archivo en {file}.',
      en: 'There is no file at {file}.',
      fr: 'Il n’y a pas de fichier à {file}.',
    },
    advice: {
      es: 'Revise el nombre y la carpeta.',
      en: 'Check its name and folder.',
      fr: 'Vérifiez son nom et son dossier.',
    },
  },
  'settings-not-json': {
    status: 422,
    what: {
      es: 'Los ajustes {file} no son JSON: {reason}.',
      en: 'The settings {file} are not JSON: {reason}.',
      fr: 'Les réglages {file} ne sont pas du JSON : {reason}.',
    },
    advice: {
      es: 'Corríjalos; docs/reference/link-settings.schema.json trae ejemplos.',
      en: 'Correct them; docs/reference/link-settings.schema.json has examples.',
      fr: 'Corrigez-les ; docs/reference/link-settings.schema.json donne des exemples.',
    },
  },
  'options-contradict': {
    status: 422,
    what: {
      es: 'Estas opciones no van juntas: {options}.',
      en: 'These options do not go together: {options}.',
      fr: 'Ces options ne vont pas ensemble : {options}.',
    },
    advice: {
      es: 'Codifique un archivo con --encode CLAVE --out E.csv; enlace dos codificados con --encoded A B --pairs P.csv.',
      en: 'Encode one file with --encode KEY --out E.csv; link two encoded ones with --encoded A B --pairs P.csv.',
      fr: 'Encodez un fichier avec --encode CLÉ --out E.csv ; appariez-en deux encodés avec --encoded A B --pairs P.csv.',
    },
  },
  'options-need-encode': {
    status: 422,
    what: {
      es: '{options} solo sirve con --encode.',
      en: '{options} goes with --encode only.',
      fr: '{options} ne va qu’avec --encode.',
    },
    advice: {
      es: 'Quítelo, o codifique con --encode CLAVE --out E.csv.',
      en: 'Leave it out, or encode with --encode KEY --out E.csv.',
      fr: 'Retirez-le, ou encodez avec --encode CLÉ --out E.csv.',
    },
  },
  'encode-one-file': {
    status: 422,
    what: {
      es: 'Se dieron dos archivos con --encode; se codifica uno cada vez.',
      en: 'Two files were given with --encode; one is encoded at a time.',
      fr: 'Deux fichiers ont été donnés avec --encode ; on en encode un à la fois.',
    },
    advice: {
      es: 'Codifique cada archivo donde está, con la misma clave.',
      en: 'Encode each file where it is kept, with the same key.',
      fr: 'Encodez chaque fichier là où il se trouve, avec la même clé.',
    },
  },
  'encode-nowhere': {
    status: 422,
    what: {
      es: 'No se dijo dónde escribir las claves codificadas.',
      en: 'It was not said where to write the encoded keys.',
      fr: 'On n’a pas dit où écrire les clés encodées.',
    },
    advice: {
      es: 'Añada --out E.csv.',
      en: 'Add --out E.csv.',
      fr: 'Ajoutez --out E.csv.',
    },
  },
  'encoded-two-files': {
    status: 422,
    what: {
      es: 'Con --encoded se enlazan dos archivos de claves; se dio uno.',
      en: '--encoded links two files of keys; one was given.',
      fr: '--encoded apparie deux fichiers de clés ; un seul a été donné.',
    },
    advice: {
      es: 'Escriba caudal link --encoded A.csv B.csv --pairs P.csv.',
      en: 'Write caudal link --encoded A.csv B.csv --pairs P.csv.',
      fr: 'Écrivez caudal link --encoded A.csv B.csv --pairs P.csv.',
    },
  },
  'answer-over-input': {
    status: 422,
    what: {
      es: 'La respuesta se escribiría encima de {file}, que es uno de los archivos que se leen.',
      en: 'The answer would be written over {file}, which is one of the files to read.',
      fr: 'La réponse s’écrirait par-dessus {file}, qui est l’un des fichiers à lire.',
    },
    advice: {
      es: 'Dé otro nombre a la respuesta; no se ha tocado nada.',
      en: 'Give the answer another name; nothing was touched.',
      fr: 'Donnez un autre nom à la réponse ; rien n’a été touché.',
    },
  },
  'answers-in-one-file': {
    status: 422,
    what: {
      es: 'Los pares y las personas se escribirían en el mismo archivo, {file}.',
      en: 'Pairs and persons would be written to the same file, {file}.',
      fr: 'Les paires et les personnes s’écriraient dans le même fichier, {file}.',
    },
    advice: {
      es: 'Dé a --pairs y a --clusters archivos distintos.',
      en: 'Give --pairs and --clusters a file each.',
      fr: 'Donnez un fichier différent à --pairs et à --clusters.',
    },
  },
})
