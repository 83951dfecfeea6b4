import { defineRefusals } from '@caudal/methods/vocabulary'
import { tableRefusals } from '@caudal/methods/publish'

/** What the interface refuses: what tables are refused for, and what formats cannot hold. */
export const publishRefusals = defineRefusals('publish', {
  ...tableRefusals.definitions,
  'question-budget-spent': {
    status: 429,
    what: {
      es: 'Hoy ya se han pedido {limit} tablas distintas sobre personas desde aquí.',
      en: '{limit} different tables of persons have been asked for from here today.',
      fr: '{limit} tableaux différents sur des personnes ont déjà été demandés d’ici aujourd’hui.',
    },
    advice: {
      es: 'Las tablas ya pedidas siguen a su disposición, y también las publicaciones y las cifras públicas; mañana puede pedir otras.',
      en: 'Tables asked for before remain at hand, and so do releases and public figures; others can be asked for tomorrow.',
      fr: 'Les tableaux déjà demandés restent disponibles, de même que les publications et les chiffres publics ; d’autres pourront être demandés demain.',
    },
  },
  'spreadsheet-too-large': {
    status: 413,
    what: {
      es: 'Un libro de cálculo de esta tabla pasaría de {limit} celdas.',
      en: 'A workbook of this table would have more than {limit} cells.',
      fr: 'Un classeur de ce tableau dépasserait {limit} cellules.',
    },
    advice: {
      es: 'Pídala como csv o parquet, o filtre la tabla.',
      en: 'Ask for csv or parquet, or filter the table.',
      fr: 'Demandez csv ou parquet, ou filtrez le tableau.',
    },
  },
})
