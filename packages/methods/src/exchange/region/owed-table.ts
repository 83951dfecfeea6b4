import type { Text } from '../../vocabulary/index.ts'
import type { Annotation } from '../information-model/structures.ts'
import type { ProviderFacts } from './figure-facts.ts'

/** That an institution owes the data of a table, and how often. */
export interface OwedTable {
  readonly cube: string
  readonly provider: ProviderFacts
  readonly every: 'month' | 'quarter' | 'half' | 'year'
  /** Days after the end of a period until which they are in time. */
  readonly graceDays: number
}

const periods: Readonly<Record<OwedTable['every'], Text>> = {
  month: { es: 'cada mes', en: 'every month', fr: 'chaque mois' },
  quarter: { es: 'cada trimestre', en: 'every quarter', fr: 'chaque trimestre' },
  half: { es: 'cada semestre', en: 'every half-year', fr: 'chaque semestre' },
  year: { es: 'cada año', en: 'every year', fr: 'chaque année' },
}

/**
 * What an agreement says of how often the data are owed.
 *
 * @example owedAnnotation({ every: 'month', graceDays: 10 }).text.en // => 'Owed every month, within 10 days of its end.'
 */
export function owedAnnotation({
  every,
  graceDays,
}: Pick<OwedTable, 'every' | 'graceDays'>): Annotation & {
  readonly text: Text
} {
  const { es, en, fr } = periods[every]
  return {
    type: 'OWED',
    title: every.toUpperCase(),
    text: {
      es: `Se deben ${es}, a más tardar ${graceDays} días después de su fin.`,
      en: `Owed ${en}, within ${graceDays} days of its end.`,
      fr: `Dues ${fr}, au plus tard ${graceDays} jours après sa fin.`,
    },
  }
}
