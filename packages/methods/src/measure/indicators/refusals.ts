import { defineRefusals } from '../../vocabulary/index.ts'

export const indicatorRefusals = defineRefusals('measure', {
  'input-not-a-number': {
    status: 422,
    what: {
      es: '«{text}» en la columna {column} no es un número.',
      en: '“{text}” in column {column} is not a number.',
      fr: '« {text} » dans la colonne {column} n’est pas un nombre.',
    },
    advice: {
      es: 'Escriba números con punto decimal y sin separador de miles, o deje la celda vacía.',
      en: 'Write numbers with a decimal point and no thousands separator, or leave the cell empty.',
      fr: 'Écrivez les nombres avec un point décimal et sans séparateur de milliers, ou laissez la cellule vide.',
    },
  },
  'input-negative': {
    status: 422,
    what: {
      es: 'La columna {column} tiene {text}, y no puede ser menos de cero.',
      en: 'Column {column} has {text}, and cannot be below zero.',
      fr: 'La colonne {column} contient {text} et ne peut être inférieure à zéro.',
    },
    advice: {
      es: 'Corrija la cifra, o deje la celda vacía si no se conoce.',
      en: 'Correct the figure, or leave the cell empty where it is not known.',
      fr: 'Corrigez le chiffre, ou laissez la cellule vide s’il n’est pas connu.',
    },
  },
  'input-not-a-code': {
    status: 422,
    what: {
      es: '«{text}» en la columna {column} no es uno de: {codes}.',
      en: '“{text}” in column {column} is none of: {codes}.',
      fr: '« {text} » dans la colonne {column} n’est pas l’un de : {codes}.',
    },
    advice: {
      es: 'Use uno de esos códigos, o deje la celda vacía.',
      en: 'Use one of those codes, or leave the cell empty.',
      fr: 'Utilisez l’un de ces codes, ou laissez la cellule vide.',
    },
  },
  'item-impossible': {
    status: 422,
    what: {
      es: 'El ítem {item} del dominio {domain} no existe, está repetido o no admite esa respuesta.',
      en: 'Item {item} of domain {domain} does not exist, is there twice or does not take that answer.',
      fr: 'L’item {item} du domaine {domain} n’existe pas, est répété ou n’admet pas cette réponse.',
    },
    advice: {
      es: 'Hay seis dominios de cinco ítems; «legal-status-only» solo vale en el dominio 1.',
      en: 'There are six domains of five items; “legal-status-only” holds in domain 1 alone.',
      fr: 'Il y a six domaines de cinq items ; « legal-status-only » ne vaut que dans le domaine 1.',
    },
  },
  'indicator-unknown': {
    status: 404,
    what: {
      es: 'No hay ningún indicador «{indicator}».',
      en: 'There is no indicator “{indicator}”.',
      fr: 'Il n’y a pas d’indicateur « {indicator} ».',
    },
    advice: {
      es: 'El más parecido es {nearest}. Indicadores: {valid}.',
      en: 'The nearest is {nearest}. Indicators: {valid}.',
      fr: 'Le plus proche est {nearest}. Indicateurs : {valid}.',
    },
  },
})
