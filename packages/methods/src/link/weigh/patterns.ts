/**
 * Compared pairs, counted by what was seen: one row per pattern of levels and set of blocking rules
 * that bring the pair about.
 */
export interface PatternTable {
  /** Comparisons in a pattern. */
  readonly width: number
  /** `[patterns × width]`, row-major: place of the level (0 is best, the last is disagreement), −1 where a value is missing. */
  readonly levels: Int8Array
  /** Pairs of each pattern. */
  readonly counts: Float64Array
  /** Blocking rules of each pattern, one bit a rule. */
  readonly rules: Uint32Array
}

/** The pairs that a rule brings about, whatever other rules do. */
export function patternsOfRule(table: PatternTable, rule: number): PatternTable {
  const kept: number[] = []
  for (let row = 0; row < table.counts.length; row += 1) {
    if ((table.rules[row]! >>> rule) & 1) kept.push(row)
  }
  const { width } = table
  const levels = new Int8Array(kept.length * width)
  kept.forEach((row, at) =>
    levels.set(table.levels.subarray(row * width, (row + 1) * width), at * width),
  )
  return {
    width,
    levels,
    counts: Float64Array.from(kept, (row) => table.counts[row]!),
    rules: Uint32Array.from(kept, (row) => table.rules[row]!),
  }
}
