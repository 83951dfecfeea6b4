import { defineRefusals } from '@caudal/methods/vocabulary'

/** What a plain file that comes without a profile may be refused for. */
export const plainFileRefusals = defineRefusals('plain-file', {
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
  'file-not-utf8': {
    status: 422,
    what: {
      es: 'El archivo {file} no está en UTF-8.',
      en: 'The file {file} is not in UTF-8.',
      fr: 'Le fichier {file} n’est pas en UTF-8.',
    },
    advice: {
      es: 'Guárdelo como CSV en UTF-8.',
      en: 'Save it as CSV in UTF-8.',
      fr: 'Enregistrez-le en CSV UTF-8.',
    },
  },
  'column-missing': {
    status: 422,
    what: {
      es: 'Al archivo {file} le falta la columna «{column}»; tiene: {columns}.',
      en: 'The file {file} has no column “{column}”; it has: {columns}.',
      fr: 'Le fichier {file} n’a pas de colonne « {column} » ; il a : {columns}.',
    },
    advice: {
      es: 'Se necesitan: {needed}.',
      en: 'These are needed: {needed}.',
      fr: 'Il faut : {needed}.',
    },
  },
  'column-twice': {
    status: 422,
    what: {
      es: 'El archivo {file} tiene dos columnas «{column}».',
      en: 'The file {file} has two columns “{column}”.',
      fr: 'Le fichier {file} a deux colonnes « {column} ».',
    },
    advice: {
      es: 'Quite o renombre una.',
      en: 'Remove or rename one of them.',
      fr: 'Supprimez-en ou renommez-en une.',
    },
  },
  'line-ragged': {
    status: 422,
    what: {
      es: 'La línea {line} de {file} tiene {found} columnas y el encabezado {expected}.',
      en: 'Line {line} of {file} has {found} columns and the header {expected}.',
      fr: 'La ligne {line} de {file} a {found} colonnes et l’en-tête {expected}.',
    },
    advice: {
      es: 'Escriba entre comillas dobles el texto que lleva comas.',
      en: 'Put text that holds commas in double quotes.',
      fr: 'Mettez entre guillemets doubles le texte qui contient des virgules.',
    },
  },
  'quote-open': {
    status: 422,
    what: {
      es: 'En la línea {line} de {file} se abren comillas que no se cierran bien.',
      en: 'Quotes that open on line {line} of {file} do not close as they should.',
      fr: 'Des guillemets ouverts à la ligne {line} de {file} ne se ferment pas correctement.',
    },
    advice: {
      es: 'Escriba dobladas las comillas que forman parte de un texto.',
      en: 'Double the quotes that are part of a text.',
      fr: 'Doublez les guillemets qui font partie d’un texte.',
    },
  },
  'file-unreadable': {
    status: 422,
    what: {
      es: 'El archivo {file} no se puede leer como CSV ({reason}).',
      en: 'The file {file} cannot be read as CSV ({reason}).',
      fr: 'Le fichier {file} ne peut pas être lu comme CSV ({reason}).',
    },
    advice: {
      es: 'Guárdelo como CSV en UTF-8 con una línea de encabezado.',
      en: 'Save it as CSV in UTF-8 with a header line.',
      fr: 'Enregistrez-le en CSV UTF-8 avec une ligne d’en-tête.',
    },
  },
})
