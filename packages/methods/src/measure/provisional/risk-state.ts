/** First day of each band of days in the opposite place; the last band runs to W − V. */
const bandStarts = [0, 1, 4, 8, 15, 31, 61, 91] as const

const bands = bandStarts.length

/** Number of risk states: band of days back × where the person is × whether the state before is known. */
export const riskStates = bands * 4

/** The band of a number of days. */
export function bandOfDays(days: number): number {
  let band = bands - 1
  while (days < bandStarts[band]!) band -= 1
  return band
}

/** First day of the band after this one; Infinity after the last. */
export function nextBandStart(band: number): number {
  return bandStarts[band + 1] ?? Number.POSITIVE_INFINITY
}

/**
 * What is seen of an undecided crossing beside the time elapsed: how many days were spent back in
 * the opposite place, whether the person is there now, whether the state before is known.
 */
export function riskState(daysBack: number, isBack: boolean, beforeKnown: boolean): number {
  return bandOfDays(daysBack) * 4 + (isBack ? 2 : 0) + (beforeKnown ? 1 : 0)
}
