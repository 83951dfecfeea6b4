/**
 * A share as a percentage to one decimal; to as many more as it takes, where it would otherwise read as
 * nothing without being nothing, or as all without being all.
 *
 * @example toldPercent(1, 3) // => 33.3
 * @example toldPercent(2, 4988) // => 0.04
 * @example toldPercent(4986, 4988) // => 99.96
 */
export function toldPercent(part: number, whole: number): number {
  const percent = (100 * part) / whole
  const tenths = Math.round(percent * 10) / 10
  if (tenths === 0) return firstDigit(percent)
  return tenths === 100 ? Number((100 - firstDigit(100 - percent)).toFixed(8)) : tenths
}

function firstDigit(value: number): number {
  return Number(value.toPrecision(1))
}
