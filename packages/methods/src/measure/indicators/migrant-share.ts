import { simpleRate } from './simple-rate.ts'

/** Migrant share, % of population. @see United Nations, International Migrant Stock: Documentation */
export const migrantShare = simpleRate(
  {
    id: 'migrant-share',
    title: { es: 'Proporción de migrantes', en: 'Migrant share', fr: 'Part des migrants' },
    unit: { es: '% de la población', en: '% of population', fr: '% de la population' },
    source: 'United Nations, International Migrant Stock: Documentation',
    disaggregations: ['sex', 'age', 'country of birth', 'citizenship'],
  },
  {
    column: 'migrants',
    meaning: {
      es: 'personas migrantes que viven en el país',
      en: 'migrants living in the country',
      fr: 'migrants vivant dans le pays',
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
  100,
)
