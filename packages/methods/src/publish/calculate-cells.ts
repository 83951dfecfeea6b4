import { tidy, type CellFrame } from './cell-frame.ts'
import type { CompanionFigures } from './companion-figures.ts'
import type { ResolvedCalculation } from './resolve-calculation.ts'
import type { OpenCells } from './open-cells.ts'
import type { BreakMarks } from './shown-breaks.ts'
import type { CellStatus } from './table.ts'

/** A figure, or why there is none. */
interface Figure {
  readonly value: number | null
  readonly status?: CellStatus
}

/**
 * Shows of each figure what was asked: a share, a change, an index or a rate.
 *
 * ```math
 * \text{share} = 100\, \frac{x}{\text{total}}, \quad \text{change} = 100\, \frac{x - b}{|b|}, \quad \text{difference} = x - b,
 * \quad \text{index} = 100\, \frac{x}{b}, \quad \text{rate} = \text{factor} \cdot \frac{x}{d}
 * ```
 *
 * A figure that is missing or suppressed stays so. Where b, d or the total is zero or missing there
 * is no figure and its status is `no-base`; a difference needs a base, zero or not. A period that
 * the data fill in part, or of which something is undecided, is not compared (`not-comparable`); what reaches over a break in the series is
 * marked (`break`). Margins are calculated from margins,
 * never summed from what is shown: the total of a row of changes would mean nothing and is left out.
 *
 * @param companion figures of the companion question; needed for changes and rates
 * @param isOverBreak whether a comparison of a cell reaches over a break of its series
 * @param isOpen whether something is undecided in a cell
 */
export function calculateCells(
  frame: CellFrame,
  calculation: ResolvedCalculation,
  companion: CompanionFigures | undefined,
  isOverBreak: BreakMarks['isOver'] = () => false,
  isOpen: OpenCells = () => false,
): CellFrame {
  const { id, time } = calculation
  const statuses: Record<number, CellStatus> = {}
  const values: (number | null)[] = []
  const width = frame.columnKeys.length
  const figureAt = figures(frame, calculation, companion, isOverBreak, isOpen)
  frame.rowKeys.forEach((row, r) => {
    frame.columnKeys.forEach((column, c) => {
      const at = r * width + c
      const own = frame.values[at] ?? null
      const ownStatus = frame.statuses[at]
      const { value, status } =
        own === null ? { value: null, status: ownStatus } : figureAt(own, row, column, r, c)
      values.push(value)
      const said = value === null ? (status ?? 'missing') : (status ?? ownStatus)
      if (said) statuses[at] = said
    })
  })
  return {
    ...frame,
    values,
    statuses,
    ...margins(frame, id, time?.side, (own, r, c) =>
      own === null ? null : figureAt(own, frame.rowKeys[r], frame.columnKeys[c], r, c).value,
    ),
  }
}

/** Without a row, or a column, the figure is a margin. */
type FigureAt = (
  own: number,
  row: readonly string[] | undefined,
  column: readonly string[] | undefined,
  r: number,
  c: number,
) => Figure

function figures(
  frame: CellFrame,
  { id, rate, time, baseOf, incomplete }: ResolvedCalculation,
  companion: CompanionFigures | undefined,
  isOverBreak: BreakMarks['isOver'],
  isOpen: OpenCells,
): FigureAt {
  const { rowTotals, columnTotals, grandTotal } = frame
  if (id === 'row-share') {
    return (own, row, _column, r) =>
      ratio(own, row === undefined ? grandTotal : (rowTotals?.[r] ?? null), 100)
  }
  if (id === 'column-share') {
    return (own, _row, column, _r, c) =>
      ratio(own, column === undefined ? grandTotal : (columnTotals?.[c] ?? null), 100)
  }
  if (id === 'total-share') return (own) => ratio(own, grandTotal, 100)

  const baseFigure = (
    row: readonly string[] | undefined,
    column: readonly string[] | undefined,
  ): number | null => {
    if (!companion) return null
    if (row && column) return companion.cell(row, column)
    if (row) return companion.rowTotal(row)
    return column ? companion.columnTotal(column) : companion.grandTotal
  }
  if (rate) return (own, row, column) => ratio(own, baseFigure(row, column), rate.factor)

  const { side, position } = time!
  const at = side === 'rows' ? keyFinder(frame.rowKeys) : keyFinder(frame.columnKeys)
  const width = frame.columnKeys.length
  return (own, row, column, r, c) => {
    const key = side === 'rows' ? row : column
    const period = key?.[position]
    if (!key || period === undefined) return { value: null, status: 'not-additive' }
    const base = baseOf.get(period)
    if (incomplete.has(period)) return { value: null, status: 'not-comparable' }
    if (base === undefined) return { value: null, status: 'no-base' }
    if (incomplete.has(base)) return { value: null, status: 'not-comparable' }
    const baseKey = key.with(position, base)
    const [baseRow, baseColumn] = side === 'rows' ? [baseKey, column] : [row, baseKey]
    if (isOpen(row, column) || isOpen(baseRow, baseColumn)) {
      return { value: null, status: 'not-comparable' }
    }
    const mark = isOverBreak(row, column, base, period) ? ({ status: 'break' } as const) : {}
    if (id === 'index') {
      const place = at(baseKey)
      if (place === undefined) return { value: null, status: 'no-base' }
      const figure =
        row && column
          ? frame.values[side === 'rows' ? place * width + c : r * width + place]
          : (side === 'rows' ? rowTotals : columnTotals)?.[place]
      const index = ratio(own, figure ?? null, 100)
      return index.value === null ? index : { ...index, ...mark }
    }
    const figure = baseFigure(baseRow, baseColumn)
    if (figure === null) return { value: null, status: 'no-base' }
    if (id.endsWith('difference')) return { value: tidy(own - figure), ...mark }
    return figure === 0
      ? { value: null, status: 'no-base' }
      : { value: tidy((100 * (own - figure)) / Math.abs(figure)), ...mark }
  }
}

function ratio(own: number, base: number | null, factor: number): Figure {
  if (base === null || base === 0) return { value: null, status: 'no-base' }
  return { value: tidy((factor * own) / base) }
}

function margins(
  frame: CellFrame,
  id: ResolvedCalculation['id'],
  side: 'rows' | 'columns' | undefined,
  calculate: (own: number | null, r: number, c: number) => number | null,
): Pick<CellFrame, 'rowTotals' | 'columnTotals' | 'grandTotal'> {
  const rowTotals = () => frame.rowTotals?.map((own, r) => calculate(own, r, -1)) ?? null
  const columnTotals = () => frame.columnTotals?.map((own, c) => calculate(own, -1, c)) ?? null
  // Over several periods there is no period to compare with.
  if (side === 'rows') return { rowTotals: rowTotals(), columnTotals: null, grandTotal: null }
  if (side === 'columns') return { rowTotals: null, columnTotals: columnTotals(), grandTotal: null }
  return {
    rowTotals: rowTotals(),
    columnTotals: columnTotals(),
    grandTotal: calculate(frame.grandTotal, -1, -1),
  }
}

function keyFinder(keys: readonly (readonly string[])[]) {
  const places = new Map(keys.map((key, index) => [key.join('\u0000'), index]))
  return (key: readonly string[]) => places.get(key.join('\u0000'))
}
