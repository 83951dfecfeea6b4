import { defineRefusals } from '@caudal/methods/vocabulary'
import { tableRefusals } from '@caudal/methods/publish'

/** What the interface refuses: what tables are refused for, and what formats cannot hold. */
export const publishRefusals = defineRefusals('publish', {
  ...tableRefusals.definitions,
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
