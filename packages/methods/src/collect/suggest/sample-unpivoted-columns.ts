import type { SourceProfile } from '../source-profile.ts'
import type { SampledColumn } from './sampled-column.ts'

/**
 * The columns of a sample after the wide ones are turned long: those that stay, that of the headings and
 * that of the values.
 *
 * @param ignore columns that are not turned either
 */
export function sampleUnpivotedColumns(
  unpivot: SourceProfile['unpivot'],
  columns: readonly SampledColumn[],
  ignore: readonly string[] = [],
): readonly SampledColumn[] {
  if (unpivot === undefined) return columns
  const { keep, nameTo, valueTo } = unpivot
  const kept = columns.filter(({ name }) => keep.includes(name))
  const turned = columns.filter(({ name }) => !keep.includes(name) && !ignore.includes(name))
  const counts = new Map<string, number>()
  for (const { values } of turned) {
    for (const { text, count } of values) counts.set(text, (counts.get(text) ?? 0) + count)
  }
  const filled = turned.map(({ name, rows, empty }) => ({ text: name, count: rows - empty }))
  const rows = turned.reduce((sum, column) => sum + column.rows, 0)
  const empty = turned.reduce((sum, column) => sum + column.empty, 0)
  return [
    ...kept,
    { name: nameTo, values: filled.filter(({ count }) => count > 0), rows, empty },
    {
      name: valueTo,
      values: [...counts]
        .map(([text, count]) => ({ text, count }))
        .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
      rows,
      empty,
    },
  ]
}
