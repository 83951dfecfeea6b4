import { simpleRate } from './simple-rate.ts'

/** SDG 8.7.1: child labour, % of children aged 5 to 17. @see United Nations, SDG indicator metadata 8.7.1 */
export const childLabour = simpleRate(
  {
    id: 'sdg-8-7-1',
    title: {
      es: 'ODS 8.7.1: trabajo infantil',
      en: 'SDG 8.7.1: child labour',
      fr: 'ODD 8.7.1 : travail des enfants',
    },
    unit: {
      es: '% de los niños de 5 a 17 años',
      en: '% of children aged 5 to 17',
      fr: '% des enfants de 5 à 17 ans',
    },
    source: 'United Nations, SDG indicator metadata 8.7.1',
    disaggregations: ['sex', 'age', 'migrant status'],
  },
  {
    column: 'children_in_child_labour',
    meaning: {
      es: 'niños de 5 a 17 años en trabajo infantil',
      en: 'children aged 5 to 17 in child labour',
      fr: 'enfants de 5 à 17 ans astreints au travail',
    },
    kind: 'number',
  },
  {
    column: 'children',
    meaning: {
      es: 'niños de 5 a 17 años',
      en: 'children aged 5 to 17',
      fr: 'enfants de 5 à 17 ans',
    },
    kind: 'number',
  },
  100,
)
