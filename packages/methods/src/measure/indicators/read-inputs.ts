import { indicatorRefusals } from './refusals.ts'
import type { IndicatorRow } from './indicator.ts'

/**
 * The number in a column; null where the cell is empty.
 *
 * @throws Refusal `measure.input-not-a-number`
 */
export function numberIn(row: IndicatorRow, column: string): number | null {
  const text = row[column]?.trim() ?? ''
  if (text === '') return null
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
  if (!Number.isFinite(value))
    throw indicatorRefusals.refuse('input-not-a-number', { column, text })
  return value
}

/** A count or an amount that cannot be below zero. @throws Refusal `measure.input-negative` */
export function amountIn(row: IndicatorRow, column: string): number | null {
  const value = numberIn(row, column)
  if (value !== null && value < 0) {
    throw indicatorRefusals.refuse('input-negative', { column, text: String(value) })
  }
  return value
}

/**
 * The sum of a column over rows; null where any cell is empty, since a sum of what is known is not the
 * sum, or where there are no rows.
 */
export function sumOf(
  rows: readonly IndicatorRow[],
  column: string,
  read: (row: IndicatorRow, column: string) => number | null = amountIn,
): number | null {
  if (rows.length === 0) return null
  let sum = 0
  for (const row of rows) {
    const value = read(row, column)
    if (value === null) return null
    sum += value
  }
  return sum
}

/** A code of a column, in lower case; null where empty. @throws Refusal `measure.input-not-a-code` */
export function codeIn(row: IndicatorRow, column: string, codes: readonly string[]): string | null {
  const text = row[column]?.trim().toLowerCase() ?? ''
  if (text === '') return null
  if (!codes.includes(text)) {
    throw indicatorRefusals.refuse('input-not-a-code', { column, text, codes: codes.join(', ') })
  }
  return text
}
