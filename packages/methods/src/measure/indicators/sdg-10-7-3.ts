import { gap, only, type Indicator } from './indicator.ts'
import { codeIn, sumOf } from './read-inputs.ts'

const outside = ['detention', 'camp', 'after-return', 'labour-exploitation'] as const
const circumstances = ['migration', ...outside] as const

/**
 * Deaths and disappearances during migration: dead and missing over incidents. Those in detention,
 * in camps, after a return or through labour exploitation are not counted.
 *
 * @see United Nations, SDG indicator metadata 10.7.3
 */
export const deathsAndDisappearances: Indicator = {
  id: 'sdg-10-7-3',
  title: {
    es: 'ODS 10.7.3: muertes y desapariciones',
    en: 'SDG 10.7.3: deaths and disappearances',
    fr: 'ODD 10.7.3 : décès et disparitions',
  },
  unit: { es: 'personas', en: 'persons', fr: 'personnes' },
  formula: {
    es: 'Σ (muertos + desaparecidos) de los incidentes durante la migración',
    en: 'Σ (dead + missing) over incidents during migration',
    fr: 'Σ (morts + disparus) des incidents pendant la migration',
  },
  source:
    'United Nations, SDG indicator metadata 10.7.3; IOM Missing Migrants Project, Methodology',
  disaggregations: ['year', 'region', 'sex', 'age', 'cause'],
  inputs: [
    {
      column: 'dead',
      meaning: { es: 'personas muertas', en: 'persons dead', fr: 'personnes décédées' },
      kind: 'number',
    },
    {
      column: 'missing',
      meaning: { es: 'personas desaparecidas', en: 'persons missing', fr: 'personnes disparues' },
      kind: 'number',
    },
    {
      column: 'circumstance',
      meaning: {
        es: 'circunstancia; «migration» si falta',
        en: 'circumstance; “migration” where absent',
        fr: 'circonstance ; « migration » à défaut',
      },
      kind: 'code',
      codes: circumstances,
      isOptional: true,
    },
  ],
  measure(rows) {
    const counted = rows.filter((row) => {
      const circumstance = codeIn(row, 'circumstance', circumstances)
      return circumstance === null || circumstance === 'migration'
    })
    // Incidents that are all outside of the indicator leave a true zero; no incidents known, a gap.
    if (rows.length > 0 && counted.length === 0) return only(0, `0/${rows.length}`)
    const dead = sumOf(counted, 'dead')
    const missing = sumOf(counted, 'missing')
    const lacking = [...(dead === null ? ['dead'] : []), ...(missing === null ? ['missing'] : [])]
    if (lacking.length > 0) return gap(...lacking)
    return only(dead! + missing!, `${counted.length}/${rows.length}`)
  },
}
