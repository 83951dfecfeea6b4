import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the plain-file door of the residence rule refuses. */
export const residenceFileRefusals = defineRefusals('measure', {
  'crossings-unreadable': {
    status: 422,
    what: {
      es: 'El archivo {file} no se puede leer como CSV: {reason}.',
      en: 'The file {file} cannot be read as CSV: {reason}.',
      fr: 'Le fichier {file} ne peut pas être lu comme CSV : {reason}.',
    },
    advice: {
      es: 'Guárdelo como CSV en UTF-8 con una línea de encabezado y el mismo número de columnas en cada línea.',
      en: 'Save it as CSV in UTF-8 with a header line and the same number of columns on every line.',
      fr: 'Enregistrez-le en CSV UTF-8 avec une ligne d’en-tête et le même nombre de colonnes à chaque ligne.',
    },
  },
  'crossings-column-missing': {
    status: 422,
    what: {
      es: 'Al archivo {file} le falta la columna «{column}»; tiene: {columns}.',
      en: 'The file {file} has no column “{column}”; it has: {columns}.',
      fr: 'Le fichier {file} n’a pas de colonne « {column} » ; il a : {columns}.',
    },
    advice: {
      es: 'Nombre las columnas {needed}.',
      en: 'Name the columns {needed}.',
      fr: 'Nommez les colonnes {needed}.',
    },
  },
  'state-unreadable': {
    status: 422,
    what: {
      es: 'La línea {line} de {file} no dice un estado: «{state}» el «{day}».',
      en: 'Line {line} of {file} does not give a state: “{state}” on “{day}”.',
      fr: 'La ligne {line} de {file} ne donne pas un état : « {state} » le « {day} ».',
    },
    advice: {
      es: 'Escriba 1 (residente) o 0 (no residente) y una fecha AAAA-MM-DD.',
      en: 'Write 1 (resident) or 0 (not resident) and a date YYYY-MM-DD.',
      fr: 'Écrivez 1 (résident) ou 0 (non-résident) et une date AAAA-MM-JJ.',
    },
  },
  'day-unreadable': {
    status: 422,
    what: {
      es: '«{text}» en {option} no es una fecha.',
      en: '“{text}” in {option} is not a date.',
      fr: '« {text} » dans {option} n’est pas une date.',
    },
    advice: {
      es: 'Escríbala como AAAA-MM-DD, por ejemplo 2024-12-31.',
      en: 'Write it as YYYY-MM-DD, for example 2024-12-31.',
      fr: 'Écrivez-la AAAA-MM-JJ, par exemple 2024-12-31.',
    },
  },
  'number-unreadable': {
    status: 422,
    what: {
      es: '«{text}» en {option} no es un número entero.',
      en: '“{text}” in {option} is not a whole number.',
      fr: '« {text} » dans {option} n’est pas un nombre entier.',
    },
    advice: {
      es: 'Dé un número entero, cero o mayor.',
      en: 'Give a whole number, zero or more.',
      fr: 'Donnez un nombre entier, zéro ou plus.',
    },
  },
  'observation-empty': {
    status: 422,
    what: {
      es: 'La observación termina ({until}) antes de empezar ({from}).',
      en: 'Observation ends ({until}) before it begins ({from}).',
      fr: 'L’observation se termine ({until}) avant de commencer ({from}).',
    },
    advice: {
      es: 'Dé en --observed-until una fecha posterior a la de --observed-from.',
      en: 'Give in --observed-until a date after the one in --observed-from.',
      fr: 'Donnez dans --observed-until une date postérieure à celle de --observed-from.',
    },
  },
  'file-not-there': {
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
  'file-empty': {
    status: 422,
    what: {
      es: 'El archivo {file} está vacío.',
      en: 'The file {file} is empty.',
      fr: 'Le fichier {file} est vide.',
    },
    advice: {
      es: 'Extráigalo de nuevo de su fuente.',
      en: 'Extract it again from its source.',
      fr: 'Extrayez-le à nouveau de sa source.',
    },
  },
})
