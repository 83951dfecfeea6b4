/**
 * Minimum frequency: a cell is sensitive when it holds at least one person and fewer than t.
 * The answer is by how much an attacker must be able to overestimate the cell.
 *
 * For a table of persons the attacker's interval must reach t: level = t − n. For a table of
 * amounts or crossings, where the persons are fewer than t, it must exceed the value by `margin`
 * percent.
 *
 * Assumes that persons are counted, not events: one commuter is two hundred crossings.
 *
 * @param value the cell, in its own unit
 * @param persons distinct persons in the cell
 * @param threshold t, in persons
 * @param margin percent of the value; undefined for a table of persons
 * @returns the upper protection level (> 0), or undefined where the cell is safe
 * @see Hundepool et al., Statistical Disclosure Control (2012), section 5.2
 * @example thresholdLevel(2, 2, 3) // => 1
 * @example thresholdLevel(3, 3, 3) // => undefined
 * @example thresholdLevel(400, 2, 3, 10) // => 40
 */
export function thresholdLevel(
  value: number,
  persons: number,
  threshold: number,
  margin?: number,
): number | undefined {
  if (persons === 0 || persons >= threshold) return undefined
  return margin === undefined ? threshold - value : Math.max(1, (value * margin) / 100)
}
