import { simpleRate } from './simple-rate.ts'

/** SDG 16.2.2: detected victims of trafficking, per 100,000 population. @see United Nations, SDG indicator metadata 16.2.2 */
export const traffickingVictims = simpleRate(
  {
    id: 'sdg-16-2-2',
    title: {
      es: 'ODS 16.2.2: víctimas de trata detectadas',
      en: 'SDG 16.2.2: detected victims of trafficking',
      fr: 'ODD 16.2.2 : victimes de la traite détectées',
    },
    unit: {
      es: 'por 100\u202f000 habitantes',
      en: 'per 100,000 population',
      fr: 'pour 100 000 habitants',
    },
    source: 'United Nations, SDG indicator metadata 16.2.2',
    disaggregations: ['sex', 'age', 'migrant status', 'form of exploitation'],
  },
  {
    column: 'victims',
    meaning: { es: 'víctimas detectadas', en: 'victims detected', fr: 'victimes détectées' },
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
  100000,
)
