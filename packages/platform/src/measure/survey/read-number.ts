import type { PlainRow } from '../../collect/plain-csv/read-plain-rows.ts'
import { sampleRefusals } from './refusals.ts'

/**
 * A number of a sample; null where the cell is empty, unless it is needed.
 *
 * @throws Refusal `measure.sample-value-unreadable`
 */
export function readNumber(row: PlainRow, column: string): number | null
export function readNumber(row: PlainRow, column: string, kind: 'needed' | 'zero-or-one'): number
export function readNumber(
  row: PlainRow,
  column: string,
  kind?: 'needed' | 'zero-or-one',
): number | null {
  const text = row[column]?.trim() ?? ''
  if (text === '' && kind === undefined) return null
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
  const isFit =
    Number.isFinite(value) &&
    (kind !== 'zero-or-one' || value === 0 || value === 1) &&
    (kind !== 'needed' || value >= 0)
  if (!isFit) throw sampleRefusals.refuse('sample-value-unreadable', { column, text })
  return value
}
