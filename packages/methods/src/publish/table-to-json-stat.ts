import type { TableResult } from './table.ts'

/**
 * A table as a JSON-stat 2.0 dataset: rows and columns as dimensions, the measure as metadata. A
 * combination that the table does not show is absent from `value`; a hidden or missing one is
 * null with its status.
 *
 * @see json-stat.org, JSON-stat 2.0 format
 */
export function tableToJsonStat(result: TableResult): object {
  const axes = [...result.rows, ...result.columns]
  const size = axes.map(({ codes }) => codes.length)
  const place = axes.map(({ codes }) => new Map(codes.map(({ code }, at) => [code, at])))
  const value: Record<number, number | null> = {}
  const status: Record<number, string> = {}
  const width = result.columnKeys.length
  result.rowKeys.forEach((row, r) => {
    result.columnKeys.forEach((column, c) => {
      let index = 0
      for (const [d, code] of [...row, ...column].entries()) {
        const at = place[d]!.get(code)
        if (at === undefined) return
        index = index * size[d]! + at
      }
      value[index] = result.values[r * width + c] ?? null
      const own = result.statuses[r * width + c]
      if (own !== undefined) status[index] = own
    })
  })
  return {
    version: '2.0',
    class: 'dataset',
    label: result.cube.title,
    source: result.sources.map(({ owner, title }) => `${owner}: ${title}`).join('; '),
    ...(result.updatedOn === null ? {} : { updated: result.updatedOn }),
    note: [...result.notes],
    id: axes.map(({ id }) => id),
    size,
    role: { time: axes.filter(({ id }) => id.split('.')[0] === 'time').map(({ id }) => id) },
    dimension: Object.fromEntries(
      axes.map(({ id, label, codes }) => [
        id,
        {
          label,
          category: {
            index: codes.map(({ code }) => code),
            label: Object.fromEntries(codes.map((each) => [each.code, each.label])),
          },
        },
      ]),
    ),
    value,
    status,
    extension: {
      measure: result.measure,
      filters: result.filters,
      snapshot: result.snapshot,
      protection: result.protection,
      synthetic: result.synthetic,
      citation: result.citation,
    },
  }
}
