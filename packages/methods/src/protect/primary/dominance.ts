/**
 * Dominance (n, k): a cell is sensitive when its n largest contributors make up more than
 * k percent of it, x₁ + … + xₙ > k/100 · X. Its upper protection level is
 * 100/k · (x₁ + … + xₙ) − X: an attacker must be able to believe that they do not dominate.
 *
 * Assumes contributions that are not negative.
 *
 * @param value X, the cell
 * @param largest the n largest contributions (missing ones count as 0)
 * @param count n
 * @param percent k, above 0 and below 100
 * @returns the upper protection level, or undefined where the cell is safe
 * @see Hundepool et al., Statistical Disclosure Control (2012), section 4.2.2
 * @example dominanceLevel(100, [60, 30], 2, 75) // => 20
 * @example dominanceLevel(100, [40, 30], 2, 75) // => undefined
 */
export function dominanceLevel(
  value: number,
  largest: readonly number[],
  count: number,
  percent: number,
): number | undefined {
  let sum = 0
  for (let rank = 0; rank < count; rank += 1) sum += largest[rank] ?? 0
  const level = (100 * sum) / percent - value
  return level > 0 ? level : undefined
}
