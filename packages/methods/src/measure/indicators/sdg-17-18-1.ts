import { gap, only, type Indicator } from './indicator.ts'
import { amountIn } from './read-inputs.ts'

/** SDG 17.18.1: statistical capacity, as its official metadata define it: the observation arrives, it is not computed here. */
export const statisticalCapacity: Indicator = {
  id: 'sdg-17-18-1',
  title: {
    es: 'ODS 17.18.1: capacidad estadística',
    en: 'SDG 17.18.1: statistical capacity',
    fr: 'ODD 17.18.1 : capacité statistique',
  },
  unit: { es: 'puntuación', en: 'score', fr: 'score' },
  formula: {
    es: 'observación, como se publica',
    en: 'observation, as published',
    fr: 'observation, telle qu’elle est publiée',
  },
  source: 'United Nations, SDG indicator metadata 17.18.1',
  disaggregations: [],
  inputs: [
    {
      column: 'observation',
      meaning: { es: 'puntuación publicada', en: 'published score', fr: 'score publié' },
      kind: 'number',
    },
  ],
  measure(rows) {
    // A score is not added up: with more than one there is no single value.
    const value = rows.length === 1 ? amountIn(rows[0]!, 'observation') : null
    return value === null ? gap('observation') : only(value)
  },
}
