import type { Indicator, IndicatorRow } from './indicator.ts'

export type GapStatus = 'available' | 'partial' | 'missing'

/** One cell of the gap map: an indicator for a country, year and disaggregation. */
export interface GapCell {
  readonly indicator: string
  readonly country: string
  readonly year: number
  /** What it is broken down by; empty for the whole. */
  readonly disaggregation: string
  readonly status: GapStatus
  /** Inputs that lack, wholly or in some rows. */
  readonly missing: readonly string[]
}

/**
 * Whether an indicator can be had where it is wanted: `available` with all inputs in all rows,
 * `partial` with some, `missing` with none.
 *
 * @param wanted every combination to show, whether anything is known of it or not
 * @param rowsOf the input rows there are for one
 */
export function gapMap(
  indicator: Indicator,
  wanted: readonly Pick<GapCell, 'country' | 'year' | 'disaggregation'>[],
  rowsOf: (cell: Pick<GapCell, 'country' | 'year' | 'disaggregation'>) => readonly IndicatorRow[],
): GapCell[] {
  const needed = indicator.inputs.filter(({ isOptional }) => isOptional !== true)
  return wanted.map((cell) => {
    const rows = rowsOf(cell)
    const has = (row: IndicatorRow, column: string) => (row[column]?.trim() ?? '') !== ''
    const missing = needed
      .map(({ column }) => column)
      .filter((column) => rows.length === 0 || !rows.every((row) => has(row, column)))
    const anything = rows.some((row) => needed.some(({ column }) => has(row, column)))
    const status = missing.length === 0 ? 'available' : anything ? 'partial' : 'missing'
    const { country, year, disaggregation } = cell
    return { indicator: indicator.id, country, year, disaggregation, status, missing }
  })
}
