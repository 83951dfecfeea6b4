import { gap, only, type Indicator } from './indicator.ts'
import { sumOf, numberIn } from './read-inputs.ts'

/** Cost of sending 200 dollars: the mean over services of fee and exchange margin. */
export const remittanceCost: Indicator = {
  id: 'sdg-10-c-1',
  title: {
    es: 'ODS 10.c.1: costo de las remesas',
    en: 'SDG 10.c.1: remittance cost',
    fr: 'ODD 10.c.1 : coût des envois de fonds',
  },
  unit: { es: '% de 200 dólares', en: '% of 200 US dollars', fr: '% de 200 dollars' },
  formula: {
    es: 'media, entre servicios, de comisión + margen de cambio',
    en: 'mean over services of fee + exchange margin',
    fr: 'moyenne, entre services, des frais + marge de change',
  },
  source: 'United Nations, SDG indicator metadata 10.c.1; World Bank, Remittance Prices Worldwide',
  disaggregations: ['corridor', 'kind of provider'],
  inputs: [
    {
      column: 'fee',
      meaning: {
        es: 'comisión por enviar 200 dólares, en %',
        en: 'fee for sending 200 dollars, in %',
        fr: 'frais pour l’envoi de 200 dollars, en %',
      },
      kind: 'number',
    },
    {
      column: 'exchange_margin',
      meaning: {
        es: 'margen de cambio, en %',
        en: 'exchange rate margin, in %',
        fr: 'marge de change, en %',
      },
      kind: 'number',
    },
  ],
  measure(rows) {
    const fee = sumOf(rows, 'fee')
    // A margin is below zero where a service pays more than the market.
    const margin = sumOf(rows, 'exchange_margin', numberIn)
    const missing = [
      ...(fee === null ? ['fee'] : []),
      ...(margin === null ? ['exchange_margin'] : []),
    ]
    if (missing.length > 0) return gap(...missing)
    return only((fee! + margin!) / rows.length, String(rows.length))
  },
}
