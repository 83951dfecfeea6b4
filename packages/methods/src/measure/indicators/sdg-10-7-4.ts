import { gap, only, type Indicator } from './indicator.ts'
import { sumOf } from './read-inputs.ts'

/**
 * Refugees by country of origin, per 100,000 of its population and its refugees together, at the
 * end of the year. Those displaced inside their country are not refugees. Over several countries
 * the value is weighted by that denominator.
 *
 * @see United Nations, SDG indicator metadata 10.7.4
 */
export const refugees: Indicator = {
  id: 'sdg-10-7-4',
  title: {
    es: 'ODS 10.7.4: personas refugiadas por país de origen',
    en: 'SDG 10.7.4: refugees by country of origin',
    fr: 'ODD 10.7.4 : réfugiés par pays d’origine',
  },
  unit: {
    es: 'por 100\u202f000 de la población de origen',
    en: 'per 100,000 population of origin',
    fr: 'pour 100 000 de la population d’origine',
  },
  formula: {
    es: 'refugiados / (población de origen + refugiados) · 100\u202f000',
    en: 'refugees / (population of origin + refugees) · 100,000',
    fr: 'réfugiés / (population d’origine + réfugiés) · 100 000',
  },
  source: 'United Nations, SDG indicator metadata 10.7.4',
  disaggregations: ['country of origin', 'sex', 'age'],
  inputs: [
    {
      column: 'refugees',
      meaning: {
        es: 'personas refugiadas de ese origen, al final del año',
        en: 'refugees of that origin, at the end of the year',
        fr: 'réfugiés de cette origine, en fin d’année',
      },
      kind: 'number',
    },
    {
      column: 'population_of_origin',
      meaning: {
        es: 'población del país de origen, al final del año',
        en: 'population of the country of origin, at the end of the year',
        fr: 'population du pays d’origine, en fin d’année',
      },
      kind: 'number',
    },
  ],
  measure(rows) {
    const count = sumOf(rows, 'refugees')
    const population = sumOf(rows, 'population_of_origin')
    const missing = [
      ...(count === null ? ['refugees'] : []),
      ...(population === null || population + (count ?? 0) === 0 ? ['population_of_origin'] : []),
    ]
    if (missing.length > 0) return gap(...missing)
    return only((count! / (population! + count!)) * 100_000)
  },
}
