/** One step of a survival curve. */
export interface SurvivalStep {
  /** Days at which stays ended. */
  readonly time: number
  /** Stays that had lasted that long without ending. */
  readonly atRisk: number
  readonly ended: number
  /** Share of stays that last longer than `time`, 0 to 1. */
  readonly survival: number
  /** Of `survival`, by Greenwood's formula. */
  readonly variance: number
}

/**
 * The share of stays that last longer than each time, from stays that ended and stays of which only
 * is known that they lasted at least so long (the person is still there, or observation ended).
 *
 * ```math
 * S(t) = \prod_{t_j \le t} \left(1 - \frac{d_j}{n_j}\right),
 * \qquad \operatorname{Var} S(t) = S(t)^2 \sum_{t_j \le t} \frac{d_j}{n_j (n_j - d_j)}
 * ```
 *
 * A stay that is cut off at the moment at which another ends counts as at risk then.
 *
 * @param times days, at least 0. `[stays]`
 * @param ended 1 where the stay ended at that time, 0 where it was cut off. `[stays]`
 * @param counts stays that each entry stands for, whole numbers; one where none are given. `[stays]`
 * @returns one step for each time at which a stay ended, in order
 * @see Kaplan and Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA 53;
 *   Greenwood (1926)
 */
export function kaplanMeier(
  times: ArrayLike<number>,
  ended: ArrayLike<number>,
  counts?: ArrayLike<number>,
): SurvivalStep[] {
  const order = Uint32Array.from({ length: times.length }, (_, i) => i).sort(
    (a, b) => times[a]! - times[b]!,
  )
  const steps: SurvivalStep[] = []
  let survival = 1
  let sum = 0
  let left = order.reduce((total, i) => total + (counts?.[i] ?? 1), 0)
  for (let at = 0; at < order.length;) {
    const time = times[order[at]!]!
    const atRisk = left
    let ends = 0
    for (; at < order.length && times[order[at]!] === time; at += 1) {
      const count = counts?.[order[at]!] ?? 1
      ends += ended[order[at]!]! * count
      left -= count
    }
    if (ends === 0) continue
    survival *= 1 - ends / atRisk
    // Where nobody is left, survival is zero for sure and Greenwood's sum has no meaning.
    if (ends < atRisk) sum += ends / (atRisk * (atRisk - ends))
    const variance = survival === 0 ? 0 : survival * survival * sum
    steps.push({ time, atRisk, ended: ends, survival, variance })
  }
  return steps
}

/** The time by which half of the stays have ended; null where more than half last longer. */
export function medianSurvival(steps: readonly SurvivalStep[]): number | null {
  return steps.find(({ survival }) => survival <= 0.5)?.time ?? null
}
