import { simpleRate } from './simple-rate.ts'

/** SDG 8.8.1: occupational injuries, per 100,000 workers. @see United Nations, SDG indicator metadata 8.8.1 */
export const occupationalInjuries = simpleRate(
  {
    id: 'sdg-8-8-1',
    title: {
      es: 'ODS 8.8.1: lesiones ocupacionales',
      en: 'SDG 8.8.1: occupational injuries',
      fr: 'ODD 8.8.1 : accidents du travail',
    },
    unit: {
      es: 'por 100\u202f000 trabajadores',
      en: 'per 100,000 workers',
      fr: 'pour 100 000 travailleurs',
    },
    source: 'United Nations, SDG indicator metadata 8.8.1',
    disaggregations: ['sex', 'age', 'migrant status', 'fatal or not'],
  },
  {
    column: 'injuries',
    meaning: {
      es: 'lesiones nuevas en el año',
      en: 'new injuries in the year',
      fr: 'nouveaux accidents de l’année',
    },
    kind: 'number',
  },
  {
    column: 'workers',
    meaning: {
      es: 'trabajadores del grupo de referencia',
      en: 'workers in the reference group',
      fr: 'travailleurs du groupe de référence',
    },
    kind: 'number',
  },
  100000,
)
