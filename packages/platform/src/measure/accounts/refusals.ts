import { defineRefusals } from '@caudal/methods/vocabulary'

export const accountRefusals = defineRefusals('measure', {
  'figure-unreadable': {
    status: 422,
    what: {
      es: '«{text}» en la columna {column} no es un número.',
      en: '“{text}” in column {column} is not a number.',
      fr: '« {text} » dans la colonne {column} n’est pas un nombre.',
    },
    advice: {
      es: 'Escriba números con punto decimal y sin separador de miles; deje vacío lo que no se sabe.',
      en: 'Write numbers with a decimal point and no thousands separator; leave empty what is not known.',
      fr: 'Écrivez les nombres avec un point décimal et sans séparateur de milliers ; laissez vide ce qui n’est pas connu.',
    },
  },
  'stock-negative': {
    status: 422,
    what: {
      es: 'La columna {column} tiene {text}: un stock o un número de hechos no es menor que cero.',
      en: 'Column {column} has {text}: a stock or a number of events is not below zero.',
      fr: 'La colonne {column} contient {text} : un effectif ou un nombre d’événements n’est pas négatif.',
    },
    advice: {
      es: 'Dé las salidas y las defunciones como números positivos; solo status_change puede ser negativo.',
      en: 'Give departures and deaths as positive numbers; only status_change may be negative.',
      fr: 'Donnez les départs et les décès en nombres positifs ; seul status_change peut être négatif.',
    },
  },
  'account-empty': {
    status: 422,
    what: {
      es: 'El archivo {file} no tiene ninguna fila bajo su encabezado.',
      en: 'The file {file} has no row below its header.',
      fr: 'Le fichier {file} n’a aucune rangée sous son en-tête.',
    },
    advice: {
      es: 'Extráigalo de nuevo de su fuente.',
      en: 'Extract it again from its source.',
      fr: 'Extrayez-le de nouveau de sa source.',
    },
  },
  'account-country-unknown': {
    status: 404,
    what: {
      es: 'Este nodo no tiene el stock de «{country}» en dos fechas.',
      en: 'This node does not have the stock of “{country}” on two dates.',
      fr: 'Ce nœud n’a pas l’effectif de « {country} » à deux dates.',
    },
    advice: {
      es: 'Países que lo tienen: {valid}.',
      en: 'Countries that have it: {valid}.',
      fr: 'Pays qui l’ont : {valid}.',
    },
  },
  'growth-country-unknown': {
    status: 404,
    what: {
      es: 'Este nodo no tiene estimaciones de «{country}».',
      en: 'This node has no estimates of “{country}”.',
      fr: 'Ce nœud n’a pas d’estimations de « {country} ».',
    },
    advice: {
      es: 'Países que las tienen: {valid}.',
      en: 'Countries that have them: {valid}.',
      fr: 'Pays qui en ont : {valid}.',
    },
  },
  'period-unreadable': {
    status: 422,
    what: {
      es: '«{text}» en {column} no es un período.',
      en: '“{text}” in {column} is not a period.',
      fr: '« {text} » dans {column} n’est pas une période.',
    },
    advice: {
      es: 'Escriba 2024, 2024-S1, 2024-Q1 o 2024-03, todos de la misma frecuencia en un grupo.',
      en: 'Write 2024, 2024-S1, 2024-Q1 or 2024-03, all of one frequency within a group.',
      fr: 'Écrivez 2024, 2024-S1, 2024-Q1 ou 2024-03, tous de même fréquence dans un groupe.',
    },
  },
  'vintage-unreadable': {
    status: 422,
    what: {
      es: '«{text}» en {column} no es la fecha de una edición.',
      en: '“{text}” in {column} is not the date of a release.',
      fr: '« {text} » dans {column} n’est pas la date d’une édition.',
    },
    advice: {
      es: 'Escriba AAAA, AAAA-MM o AAAA-MM-DD, igual en todas las filas.',
      en: 'Write YYYY, YYYY-MM or YYYY-MM-DD, alike in all rows.',
      fr: 'Écrivez AAAA, AAAA-MM ou AAAA-MM-JJ, de même dans toutes les rangées.',
    },
  },
  'period-twice': {
    status: 422,
    what: {
      es: 'El período {period} viene dos veces ({group}).',
      en: 'The period {period} comes twice ({group}).',
      fr: 'La période {period} vient deux fois ({group}).',
    },
    advice: {
      es: 'Deje una fila por período, edición y grupo; nombre con --by las columnas de los grupos.',
      en: 'Leave one row for each period, vintage and group; name the columns of groups with --by.',
      fr: 'Laissez une rangée par période, édition et groupe ; nommez avec --by les colonnes des groupes.',
    },
  },
})
