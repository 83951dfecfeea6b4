/** The 97.5 % point of the normal distribution. */
const z95 = 1.959963984540054

/**
 * The 95 % interval of a share that survives, which never leaves 0 to 1: symmetric for the logarithm of
 * minus the logarithm of the share.
 *
 * ```math
 * S^{\exp(\pm 1.96\, \sigma / (S \ln S))}, \qquad \sigma^2 = \operatorname{Var} S
 * ```
 *
 * @param survival 0 to 1
 * @param variance of it, by Greenwood's formula
 * @returns low and high, 0 to 1; null where nothing has ended yet, or nobody is left: the formula says nothing there
 * @see Kalbfleisch and Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., section 1.4.1
 * @example survivalInterval(1, 0) // => null
 */
export function survivalInterval(
  survival: number,
  variance: number,
): readonly [low: number, high: number] | null {
  if (survival <= 0 || survival >= 1) return null
  const reach = (z95 * Math.sqrt(variance)) / (survival * Math.log(survival))
  return [survival ** Math.exp(-reach), survival ** Math.exp(reach)]
}
