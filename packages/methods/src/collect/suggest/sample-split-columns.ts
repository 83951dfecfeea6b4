import { namedGroups } from '../named-groups.ts'
import { compilePattern, patternProblem } from '../pattern.ts'
import type { SourceProfile } from '../source-profile.ts'
import type { SampledColumn } from './sampled-column.ts'

/**
 * The parts of the columns that a profile divides, as columns of the sample: each text of a part with
 * how often it was met. A text that the pattern does not match counts for no part, and a pattern that
 * cannot be used yet, because somebody is still writing it, makes none.
 *
 * @param columns of the sample, before anything is divided
 */
export function sampleSplitColumns(
  split: SourceProfile['split'],
  columns: readonly SampledColumn[],
): readonly SampledColumn[] {
  return (split ?? []).flatMap(({ column, pattern, ignoreCase = false }) => {
    const whole = columns.find(({ name }) => name === column)
    const { plain, groups } = namedGroups(pattern)
    if (whole === undefined || patternProblem(plain) !== null) return []
    const matching = compilePattern(plain, ignoreCase)
    return [...groups].map(([name, group]) => {
      const counts = new Map<string, number>()
      for (const { text, count } of whole.values) {
        const part = matching.exec(text)?.[group]?.trim() ?? ''
        if (part !== '') counts.set(part, (counts.get(part) ?? 0) + count)
      }
      const values = [...counts]
        .map(([text, count]) => ({ text, count }))
        .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      const filled = values.reduce((sum, { count }) => sum + count, 0)
      return { name, values, rows: whole.rows, empty: whole.rows - filled }
    })
  })
}
