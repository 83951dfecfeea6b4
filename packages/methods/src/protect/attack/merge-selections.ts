import type { PublicTable } from './public-table.ts'

/**
 * Tables that show selections, those of the same dimensions as one: twelve monthly tables and a
 * yearly one say together that the year is the sum of its months.
 */
export function mergeSelections(tables: readonly PublicTable[]): PublicTable[] {
  const merged = new Map<
    string,
    { dimensions: readonly string[]; rows: PublicTable['rows'][number][] }
  >()
  const whole: PublicTable[] = []
  for (const table of tables) {
    if (table.selected !== true) {
      whole.push(table)
      continue
    }
    const dimensions = [...table.dimensions].sort()
    const place = dimensions.map((dimension) => table.dimensions.indexOf(dimension))
    const key = dimensions.join('\n')
    const entry = merged.get(key) ?? { dimensions, rows: [] }
    merged.set(key, entry)
    for (const { codes, value } of table.rows) {
      entry.rows.push({ codes: place.map((at) => codes[at]!), value })
    }
  }
  return [
    ...whole,
    ...[...merged.values()].map(({ dimensions, rows }) => ({
      name: dimensions.join('__'),
      dimensions,
      rows,
      selected: true as const,
    })),
  ]
}
