import { gap, only, type Indicator } from './indicator.ts'
import { sumOf } from './read-inputs.ts'

/** Crude net migration rate, per 1,000 population. @see United Nations, World Population Prospects: Glossary */
export const crudeNetMigrationRate: Indicator = {
  id: 'crude-net-migration-rate',
  title: {
    es: 'Tasa bruta de migración neta',
    en: 'Crude net migration rate',
    fr: 'Taux brut de migration nette',
  },
  unit: { es: 'por 1\u202f000 habitantes', en: 'per 1,000 population', fr: 'pour 1 000 habitants' },
  formula: {
    es: '(inmigrantes − emigrantes) / población · 1\u202f000',
    en: '(immigrants − emigrants) / population · 1,000',
    fr: '(immigrants − émigrants) / population · 1 000',
  },
  source: 'United Nations, World Population Prospects: Glossary of demographic terms',
  disaggregations: ['sex', 'age', 'citizenship', 'country of birth'],
  inputs: [
    {
      column: 'immigrants',
      meaning: {
        es: 'inmigrantes del año',
        en: 'immigrants of the year',
        fr: 'immigrants de l’année',
      },
      kind: 'number',
    },
    {
      column: 'emigrants',
      meaning: {
        es: 'emigrantes del año',
        en: 'emigrants of the year',
        fr: 'émigrants de l’année',
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
  ],
  measure(rows) {
    const immigrants = sumOf(rows, 'immigrants')
    const emigrants = sumOf(rows, 'emigrants')
    const population = sumOf(rows, 'population')
    const missing = [
      ...(immigrants === null ? ['immigrants'] : []),
      ...(emigrants === null ? ['emigrants'] : []),
      ...(population === null || population === 0 ? ['population'] : []),
    ]
    if (missing.length > 0) return gap(...missing)
    return only(((immigrants! - emigrants!) / population!) * 1000)
  },
}
