/** A column of a file as a sample of its rows shows it. */
export interface SampledColumn {
  readonly name: string
  /** Texts that are not empty, with how often each was met; the most frequent first. */
  readonly values: readonly { readonly text: string; readonly count: number }[]
  /** Rows of the sample, and those in which the column is empty. */
  readonly rows: number
  readonly empty: number
}

/**
 * The columns of some rows.
 *
 * @param rows texts by column, in the order of the names
 * @param missing texts that mean "no answer", which count as empty
 * @example sampleColumns(['sexo'], [['F'], ['M'], ['F']])[0].values[0] // => { text: 'F', count: 2 }
 */
export function sampleColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  missing: readonly string[] = [],
): readonly SampledColumn[] {
  return names.map((name, at) => {
    const counts = new Map<string, number>()
    let empty = 0
    for (const row of rows) {
      const text = (row[at] ?? '').trim()
      if (text === '' || missing.includes(text)) empty += 1
      else counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    const values = [...counts]
      .map(([text, count]) => ({ text, count }))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    return { name, values, rows: rows.length, empty }
  })
}

/** Share of the filled cells of a column whose text passes a test, from 0 to 1; 0 of none. */
export function shareOf(column: SampledColumn, test: (text: string) => boolean): number {
  let all = 0
  let passed = 0
  for (const { text, count } of column.values) {
    all += count
    if (test(text)) passed += count
  }
  return all === 0 ? 0 : passed / all
}
