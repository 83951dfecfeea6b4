import type { TableResult } from '@caudal/methods/publish'

type Axis = readonly { readonly id: string; readonly codes: readonly string[] }[]

/**
 * A table for tests: every combination of the codes of its axes, with the figures given row by row
 * and margins added up from them. A test changes what it is about.
 */
export function tableOf(
  rows: Axis,
  columns: Axis,
  values: readonly (number | null)[],
  change: Partial<TableResult> = {},
): TableResult {
  const rowKeys = combine(rows)
  const columnKeys = combine(columns)
  const width = columnKeys.length
  return {
    cube: { id: 'movements', title: 'Border crossings', universe: '', description: '' },
    language: 'en',
    measure: { id: 'crossings', label: 'Border crossings', unit: 'crossings', decimals: 0 },
    spec: { rows: rows.map(({ id }) => id), columns: columns.map(({ id }) => id), where: [] },
    rows: rows.map(axisOf),
    columns: columns.map(axisOf),
    rowKeys,
    columnKeys,
    values,
    statuses: {},
    rowTotals: rowKeys.map((_, row) => add(values.slice(row * width, (row + 1) * width))),
    columnTotals: columnKeys.map((_, column) =>
      add(values.filter((_value, index) => index % width === column)),
    ),
    grandTotal: add(values),
    filters: [],
    notes: [],
    sources: [],
    citation: '',
    snapshot: '0123456789abcdef',
    updatedOn: '2025-04-01',
    synthetic: true,
    protection: 'none',
    ...change,
  }
}

function add(figures: readonly (number | null)[]): number {
  return figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0)
}

function axisOf({ id, codes }: Axis[number]): TableResult['rows'][number] {
  return { id, label: id, codes: codes.map((code) => ({ code, label: `the ${code}` })) }
}

function combine(axis: Axis): string[][] {
  return axis.reduce<string[][]>(
    (keys, { codes }) => keys.flatMap((key) => codes.map((code) => [...key, code])),
    [[]],
  )
}
