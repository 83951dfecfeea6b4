import { gap, only, type Indicator } from './indicator.ts'
import { sumOf } from './read-inputs.ts'

/** SDG 4.b.1: official aid for scholarships, as its official metadata define it: the observation arrives, it is not computed here. */
export const scholarshipAid: Indicator = {
  id: 'sdg-4-b-1',
  title: {
    es: 'ODS 4.b.1: ayuda oficial para becas',
    en: 'SDG 4.b.1: official aid for scholarships',
    fr: 'ODD 4.b.1 : aide publique pour les bourses',
  },
  unit: { es: 'dólares', en: 'US dollars', fr: 'dollars' },
  formula: { es: 'Σ observación', en: 'Σ observation', fr: 'Σ observation' },
  source: 'United Nations, SDG indicator metadata 4.b.1',
  disaggregations: [],
  inputs: [
    {
      column: 'observation',
      meaning: {
        es: 'ayuda desembolsada para becas, en dólares',
        en: 'aid disbursed for scholarships, in US dollars',
        fr: 'aide versée pour les bourses, en dollars',
      },
      kind: 'number',
    },
  ],
  measure(rows) {
    const sum = sumOf(rows, 'observation')
    return sum === null ? gap('observation') : only(sum)
  },
}
