/**
 * The p % rule: a cell is sensitive when a coalition of the n next largest contributors can
 * estimate the largest contribution to within p percent,
 *
 *   X − x₁ − x₂ − … − xₙ₊₁ < p/100 · x₁,
 *
 * and its upper protection level is p/100 · x₁ − (X − x₁ − … − xₙ₊₁).
 *
 * Assumes contributions that are not negative.
 *
 * @param value X, the cell
 * @param largest x₁ ≥ x₂ ≥ …, at least n + 1 of them (missing ones count as 0)
 * @param percent p, above 0
 * @param coalition n, the contributors who put their knowledge together; usually 1
 * @returns the upper protection level, or undefined where the cell is safe
 * @see Hundepool et al., Statistical Disclosure Control (2012), section 4.2.2
 * @example pPercentLevel(100, [80, 15], 15) // => 7
 * @example pPercentLevel(100, [60, 20], 15) // => undefined
 */
export function pPercentLevel(
  value: number,
  largest: readonly number[],
  percent: number,
  coalition = 1,
): number | undefined {
  let known = 0
  for (let rank = 0; rank <= coalition; rank += 1) known += largest[rank] ?? 0
  const level = (percent * (largest[0] ?? 0)) / 100 - (value - known)
  return level > 0 ? level : undefined
}
