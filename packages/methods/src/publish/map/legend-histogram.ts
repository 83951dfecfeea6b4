import { findClass, type AreaClass } from './classify.ts'

/** One bar of a legend: how many areas of each class have a value in it. */
export interface LegendBar {
  readonly from: number
  readonly to: number
  /** `[classes]` */
  readonly counts: readonly number[]
}

/**
 * The histogram that explains the classes of a map: bars of equal width over the range of the
 * values, each parted by class.
 *
 * @param values one per area with a value
 * @param bars number of bars, at least 1; one where all values are equal
 * @example countByBar([1, 1, 4], classifyValues([1, 1, 4], 'equal', 2), 3).map(({ counts }) => counts) // => [[2, 0], [0, 0], [0, 1]]
 */
export function countByBar(
  values: readonly number[],
  classes: readonly AreaClass[],
  bars: number,
): LegendBar[] {
  if (values.length === 0) return []
  const least = Math.min(...values)
  const greatest = Math.max(...values)
  const width = (greatest - least) / bars
  if (width === 0) return [bar(least, greatest, values, classes)]
  const held: number[][] = Array.from({ length: bars }, () => [])
  for (const value of values) {
    held[Math.min(bars - 1, Math.floor((value - least) / width))]!.push(value)
  }
  return held.map((within, index) =>
    bar(least + index * width, least + (index + 1) * width, within, classes),
  )
}

function bar(
  from: number,
  to: number,
  values: readonly number[],
  classes: readonly AreaClass[],
): LegendBar {
  const counts = classes.map(() => 0)
  for (const value of values) {
    const index = findClass(classes, value)
    if (index !== undefined) counts[index]! += 1
  }
  return { from, to, counts }
}
