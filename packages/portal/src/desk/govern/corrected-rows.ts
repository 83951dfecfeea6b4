import { findEmpty } from '../../account/form/needed.ts'
import type { Fault } from '../../account/form/form.tsx'
import type { AccountWording } from '../../account/words/account-wording.ts'

/** A field of a record and what it should say; nothing where it should be empty. */
export interface CorrectedRow {
  readonly field: string
  readonly value: string
  readonly isNone: boolean
}

export const noRow: CorrectedRow = { field: '', value: '', isNone: false }

/** What is missing: the first field, and the value of every field that was chosen; none is chosen twice. */
export function faultsOfRows(
  rows: readonly CorrectedRow[],
  words: {
    readonly field: string
    readonly value: string
    readonly fieldTwice: (field: string) => string
  },
  account: AccountWording,
): Fault[] {
  return rows.flatMap(({ field, value, isNone }, at): Fault[] => {
    if (field === '' && at > 0) return []
    if (field !== '' && rows.findIndex((row) => row.field === field) < at) {
      return [{ field: `field-${at}`, what: words.fieldTwice(words.field) }]
    }
    return findEmpty(account, {
      [`field-${at}`]: [words.field, field],
      ...(isNone ? {} : { [`value-${at}`]: [words.value, value] }),
    })
  })
}

/**
 * Values by field, as the node takes them.
 *
 * @example valuesOf([{ field: 'sex', value: 'F', isNone: true }]) // => { sex: null }
 */
export function valuesOf(rows: readonly CorrectedRow[]): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    rows
      .filter(({ field }) => field !== '')
      .map(({ field, value, isNone }) => [field, isNone ? null : value]),
  )
}
