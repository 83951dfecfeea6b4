import type { TrainingShares } from './training-shares.ts'

/** Elapsed days at which past crossings are looked at again. */
const moments = [30, 90, 180, 300] as const

/** A finalised crossing at a moment at which it was undecided. */
interface PastMoment {
  readonly row: number
  readonly unit: number
  readonly risk: number
  readonly elapsed: number
  readonly answer: number
}

/**
 * How much more the outcomes of past months vary than independent ones would: families move
 * together, a person's crossings hang together, one year is not like another.
 *
 * ```math
 * \varphi = \max\!\left(1,\; \frac{\sum_u \big( \sum_{i \in u} (y_i - p_i) \big)^2}{\sum_u \sum_{i \in u} p_i (1 - p_i)}\right)
 * ```
 *
 * over units u, each the past crossings of one month, group and direction that were undecided
 * after so many days.
 *
 * @see McCullagh and Nelder (1989), Generalized Linear Models, 2nd ed., 4.5 (over-dispersion by
 *   clusters)
 */
export class Dispersion {
  readonly #past: PastMoment[] = []

  /** Takes a stretch in which a finalised crossing was undecided; `unit` says what it is summed in. */
  add(row: number, unit: number, risk: number, from: number, to: number, answer: number): void {
    for (const elapsed of moments) {
      if (from <= elapsed && elapsed < to) this.#past.push({ row, unit, risk, elapsed, answer })
    }
  }

  /** @param shareOf the share that the training gives a crossing */
  estimate(
    shareOf: (row: number, risk: number, elapsed: number) => ReturnType<TrainingShares['share']>,
  ): number {
    const errors = new Map<number, number>()
    let variance = 0
    for (const { row, unit, risk, elapsed, answer } of this.#past) {
      const { share } = shareOf(row, risk, elapsed)
      const key = unit * 1000 + elapsed
      errors.set(key, (errors.get(key) ?? 0) + answer - share)
      variance += share * (1 - share)
    }
    if (variance === 0) return 1
    let squares = 0
    for (const error of errors.values()) squares += error * error
    return Math.max(1, squares / variance)
  }
}
