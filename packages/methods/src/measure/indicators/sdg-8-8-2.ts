import { gap, only, type Indicator } from './indicator.ts'
import { amountIn } from './read-inputs.ts'

/** SDG 8.8.2: compliance with labour rights, as its official metadata define it: the observation arrives, it is not computed here. */
export const labourRights: Indicator = {
  id: 'sdg-8-8-2',
  title: {
    es: 'ODS 8.8.2: cumplimiento de los derechos laborales',
    en: 'SDG 8.8.2: compliance with labour rights',
    fr: 'ODD 8.8.2 : respect des droits du travail',
  },
  unit: {
    es: 'de 0 (mejor) a 10 (peor)',
    en: 'from 0 (best) to 10 (worst)',
    fr: 'de 0 (meilleur) à 10 (pire)',
  },
  formula: {
    es: 'observación, como se publica',
    en: 'observation, as published',
    fr: 'observation, telle qu’elle est publiée',
  },
  source: 'United Nations, SDG indicator metadata 8.8.2',
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
