import type { LinkSettings, ObservedColumn } from '@caudal/methods/link'
import type { Batch } from '../../store/index.ts'

/** Record types whose records name a person, in the order in which they are read. */
export const linkedTypes = ['movement', 'permit', 'residence', 'return'] as const

export type LinkedType = (typeof linkedTypes)[number]

/** The batches of one record type that a run reads. */
export interface LinkedBatches {
  readonly recordType: LinkedType
  readonly batches: readonly Batch[]
}

/** What of a record tells the person, and how it is compared. */
export interface LinkedField {
  readonly id: string
  readonly as: NonNullable<NonNullable<LinkSettings['comparisons']>[number]['as']>
  /** Whether it lies with the names, encrypted, or in the facts. */
  readonly in: 'identities' | 'facts'
}

export const linkedFields: readonly LinkedField[] = [
  { id: 'given_names', as: 'given-name', in: 'identities' },
  { id: 'family_names', as: 'family-name', in: 'identities' },
  { id: 'birth_date', as: 'date', in: 'identities' },
  { id: 'document_number', as: 'document', in: 'identities' },
  { id: 'sex', as: 'sex', in: 'facts' },
  { id: 'citizenship', as: 'category', in: 'facts' },
  { id: 'birth_country', as: 'category', in: 'facts' },
]

/** The settings that a run begins with; families of names are counted within nationalities. */
export const linkedSettings: LinkSettings = {
  id: 'id',
  comparisons: linkedFields.map(({ id, as }) => ({ column: id, as })),
}

/** The column of a field in `link_rows` and `link_source`. */
export function columnOf(id: string): string {
  return `c${linkedFields.findIndex((field) => field.id === id)}`
}

/** What stands in the columns, for settings to be made whole. */
export function observedSql(table: string): string {
  return linkedFields
    .map(
      ({ id }, at) =>
        `select '${id}' as name, count(*) as records, count(c${at}) as values,
           approx_count_distinct(c${at}) as distinct_values from ${table}`,
    )
    .join(' union all ')
}

/** @returns columns as settings want them; which of them are dates is known */
export function observedColumns(
  rows: readonly { name: string; records: number; values: number; distinct_values: number }[],
): ObservedColumn[] {
  return rows.map(({ name, records, values, distinct_values: distinct }) => ({
    name,
    records,
    values,
    distinct,
    dates: name === 'birth_date' ? 1 : 0,
    emails: 0,
  }))
}
