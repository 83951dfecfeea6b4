import {
  formatNumber,
  restCode,
  statusOf,
  type AxisDimension,
  type CellStatus,
  type TableResult,
} from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'

/** One heading above columns; it spans those below it. */
export interface ColumnHeading {
  readonly id: string
  readonly code: string
  readonly label: string
  readonly span: number
}

/** One cell with the text a reader sees. */
export interface ShownCell {
  readonly text: string
  readonly status: CellStatus | undefined
}

/** One line of the body: a heading of a group of rows, or a row with its cells. */
export type TableLine =
  | {
      readonly kind: 'group'
      readonly id: string
      readonly label: string
      readonly depth: number
      /** Codes of the group, from the outermost dimension. */
      readonly key: readonly string[]
    }
  | {
      readonly kind: 'row'
      readonly id: string
      readonly label: string
      readonly depth: number
      /** Code of the innermost dimension; empty where there is none. */
      readonly code: string
      /** Index of the row in the result. */
      readonly row: number
      /** Identifiers of the group headings above, outermost first. */
      readonly within: readonly string[]
    }

/** A table ready to be written down: headings merged, rows of several dimensions grouped. */
export interface TableLayout {
  /** One line of headings for each dimension of the columns, outermost first. */
  readonly headings: readonly (readonly ColumnHeading[])[]
  readonly lines: readonly TableLine[]
  /** For each column the identifiers of the headings above it. */
  readonly columnHeaders: readonly (readonly string[])[]
}

export function layTable(result: TableResult): TableLayout {
  const headings = result.columns.map((_, depth) =>
    mergeHeadings(result.columnKeys, result.columns, depth),
  )
  const columnHeaders = result.columnKeys.map((): string[] => [])
  for (const line of headings) {
    let column = 0
    for (const { id, span } of line) {
      for (let step = 0; step < span; step += 1) columnHeaders[column + step]!.push(id)
      column += span
    }
  }
  return { headings, lines: layRows(result), columnHeaders }
}

function mergeHeadings(
  keys: TableResult['columnKeys'],
  dimensions: readonly AxisDimension[],
  depth: number,
): ColumnHeading[] {
  const name = namer(dimensions[depth]!)
  const merged: { id: string; code: string; label: string; span: number }[] = []
  for (const [column, key] of keys.entries()) {
    const previous = keys[column - 1]
    const same = previous?.slice(0, depth + 1).every((code, position) => code === key[position])
    const last = merged.at(-1)
    if (same && last && depth < dimensions.length - 1) last.span += 1
    else {
      const code = key[depth]!
      merged.push({ id: `c${depth}-${column}`, code, label: name(code), span: 1 })
    }
  }
  return merged
}

function layRows(result: TableResult): TableLine[] {
  const names = result.rows.map(namer)
  const last = result.rows.length - 1
  const lines: TableLine[] = []
  let open: { id: string; code: string }[] = []
  for (const [row, key] of result.rowKeys.entries()) {
    if (key[0] === restCode && last > 0) {
      open = []
      lines.push({
        kind: 'row',
        id: `r${row}`,
        label: names[0]!(restCode),
        depth: 0,
        code: restCode,
        row,
        within: [],
      })
      continue
    }
    const kept = open.findIndex(({ code }, depth) => code !== key[depth])
    open = kept < 0 ? open : open.slice(0, kept)
    for (let depth = open.length; depth < last; depth += 1) {
      const id = `g${depth}-${row}`
      open.push({ id, code: key[depth]! })
      lines.push({
        kind: 'group',
        id,
        label: names[depth]!(key[depth]!),
        depth,
        key: key.slice(0, depth + 1),
      })
    }
    lines.push({
      kind: 'row',
      id: `r${row}`,
      label: last < 0 ? '' : names[last]!(key[last]!),
      depth: Math.max(0, last),
      code: key[last] ?? '',
      row,
      within: open.map(({ id }) => id),
    })
  }
  return lines
}

function namer({ codes }: AxisDimension): (code: string) => string {
  const labels = new Map(codes.map(({ code, label }) => [code, label]))
  return (code) => labels.get(code) ?? code
}

/** The text of a cell or a margin: its number, its mark, or both. */
export function showCell(
  value: number | null,
  status: CellStatus | undefined,
  decimals: number,
  language: Language,
): ShownCell {
  if (value === null) return { text: '', status: status ?? 'missing' }
  return { text: formatNumber(value, language, decimals), status }
}

/** Which marks a table uses, so that its legend explains those and no others. */
export function statusesIn(result: TableResult): ReadonlySet<CellStatus> {
  const used = new Set<CellStatus>(Object.values(result.statuses))
  for (const [index, value] of result.values.entries()) {
    const status = statusOf(result, value, result.statuses[index])
    if (status !== undefined) used.add(status)
  }
  const { rowTotals, columnTotals, grandTotal, marginStatuses } = result
  const note = (value: number | null, status: CellStatus | undefined) => {
    const shown = marginStatus(result, value, status)
    if (shown !== undefined) used.add(shown)
  }
  rowTotals?.forEach((value, at) => note(value, marginStatuses?.rows[at]))
  columnTotals?.forEach((value, at) => note(value, marginStatuses?.columns[at]))
  if (rowTotals !== null && columnTotals !== null) note(grandTotal, marginStatuses?.grand)
  return used
}

/** What a reader must know of a margin: why there is none, or what it is. */
export function marginStatus(
  result: TableResult,
  value: number | null,
  status: CellStatus | undefined,
): CellStatus | undefined {
  return value === null ? (status ?? withoutMargin(result)) : statusOf(result, value, status)
}

/** What stands for a margin that is none. */
export function withoutMargin({ calculation }: TableResult): CellStatus {
  return calculation ? 'no-base' : 'not-additive'
}
