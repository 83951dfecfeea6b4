import { gap, only, type Indicator } from './indicator.ts'
import { amountIn, codeIn, numberIn } from './read-inputs.ts'

const cheapest = 3
const yesOrNo = ['yes', 'no'] as const

/**
 * SmaRT: the mean cost of the three cheapest qualifying services of a corridor. A corridor with
 * fewer than three has none.
 *
 * @see World Bank, Remittance Prices Worldwide: Smart Remitter Target (SmaRT) methodology
 */
export const smartRemittanceCost: Indicator = {
  id: 'sdg-10-c-1-smart',
  title: {
    es: 'SmaRT: costo de los tres servicios más baratos',
    en: 'SmaRT: cost of the three cheapest services',
    fr: 'SmaRT : coût des trois services les moins chers',
  },
  unit: { es: '% de 200 dólares', en: '% of 200 US dollars', fr: '% de 200 dollars' },
  formula: {
    es: 'media de los tres menores (comisión + margen de cambio) entre los servicios que cumplen',
    en: 'mean of the three least (fee + exchange margin) among services that qualify',
    fr: 'moyenne des trois plus faibles (frais + marge de change) parmi les services qui satisfont aux critères',
  },
  source: 'World Bank, Remittance Prices Worldwide: SmaRT methodology',
  disaggregations: ['corridor'],
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
    {
      column: 'qualifies',
      meaning: {
        es: 'si el servicio cumple las condiciones: yes o no',
        en: 'whether the service meets the conditions: yes or no',
        fr: 'si le service remplit les conditions : yes ou no',
      },
      kind: 'code',
      codes: yesOrNo,
    },
  ],
  measure(rows) {
    const costs: number[] = []
    for (const row of rows) {
      if (codeIn(row, 'qualifies', yesOrNo) !== 'yes') continue
      const fee = amountIn(row, 'fee')
      const margin = numberIn(row, 'exchange_margin')
      if (fee !== null && margin !== null) costs.push(fee + margin)
    }
    if (costs.length < cheapest) return gap('qualifies')
    const least = costs.sort((a, b) => a - b).slice(0, cheapest)
    return only(least.reduce((sum, cost) => sum + cost, 0) / cheapest, String(costs.length))
  },
}
