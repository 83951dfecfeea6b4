/**
 * The weighted median: the value at which half of the weight is reached, and halfway to the next where
 * it is reached exactly. With equal weights the usual median.
 *
 * @example median([{ value: 1, weight: 1 }, { value: 4, weight: 1 }]) // => 2.5
 */
export function median(values: readonly { value: number; weight: number }[]): number | null {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  let reached = 0
  for (const [at, { value, weight }] of sorted.entries()) {
    reached += weight
    if (reached * 2 === total && at + 1 < sorted.length) return (value + sorted[at + 1]!.value) / 2
    if (reached * 2 >= total) return value
  }
  return null
}
