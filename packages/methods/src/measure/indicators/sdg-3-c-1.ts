import { simpleRate } from './simple-rate.ts'

/** SDG 3.c.1: health worker density, per 10,000 population. @see United Nations, SDG indicator metadata 3.c.1 */
export const healthWorkers = simpleRate(
  {
    id: 'sdg-3-c-1',
    title: {
      es: 'ODS 3.c.1: densidad de personal sanitario',
      en: 'SDG 3.c.1: health worker density',
      fr: 'ODD 3.c.1 : densité du personnel de santé',
    },
    unit: {
      es: 'por 10\u202f000 habitantes',
      en: 'per 10,000 population',
      fr: 'pour 10 000 habitants',
    },
    source: 'United Nations, SDG indicator metadata 3.c.1',
    disaggregations: ['occupation', 'sex', 'age', 'migrant status', 'country of training'],
  },
  {
    column: 'health_workers',
    meaning: {
      es: 'personal sanitario en actividad',
      en: 'active health workers',
      fr: 'personnel de santé en activité',
    },
    kind: 'number',
  },
  {
    column: 'population',
    meaning: {
      es: 'población a mitad de año',
      en: 'population at mid-year',
      fr: 'population au milieu de l’année',
    },
    kind: 'number',
  },
  10000,
)
