import type { ResidenceCriterion } from './criterion.ts'
import type { CrossingHistory } from './crossing-history.ts'
import { undecided } from './outcome-rule.ts'

/**
 * The definition carried out literally, one day at a time, for tests: what can be said of each
 * crossing at an end of observation. Slow on purpose, and written apart from the rule it checks.
 */
export function simulateDayByDay(
  history: CrossingHistory,
  { thresholdDays: V, windowDays: W }: ResidenceCriterion,
  observedUntil: number,
) {
  const { days, length } = history
  const arrives = (k: number) => (k % 2 === 0 ? history.firstIsArrival : !history.firstIsArrival)
  const present: boolean[] = []
  for (let k = 0; k < length; k += 1) {
    const end = k + 1 < length ? days[k + 1]! : observedUntil
    for (let day = days[k]!; day < end; day += 1) present[day] = arrives(k)
  }
  const count = (from: number, to: number, inside: boolean) => {
    let sum = 0
    for (let day = from; day < to; day += 1) if (present[day] === inside) sum += 1
    return sum
  }

  const stateBefore: number[] = []
  const stateAfter: number[] = []
  const migration: number[] = []
  const daysInCountry: number[] = []
  /** Day on which the state after each crossing became certain. */
  const afterOn: number[] = []
  const beforeOn = (k: number) => (k === 0 ? days[0]! : Math.max(days[k]!, afterOn[k - 1]!))
  for (let k = 0; k < length; k += 1) {
    const day = days[k]!
    const observed = Math.min(W, observedUntil - day)
    daysInCountry[k] = count(day, day + observed, true)
    const before = k === 0 ? (arrives(0) ? 0 : 1) : stateAfter[k - 1]!
    stateBefore[k] = before
    afterOn[k] = beforeOn(k)
    const opposite = count(day, day + observed, !arrives(k))
    let answer = undecided
    if (before === undecided) {
      stateAfter[k] = undecided
    } else if (before === (arrives(k) ? 1 : 0)) {
      stateAfter[k] = before
      answer = beforeOn(k) < observedUntil ? 0 : undecided
    } else if (opposite > W - V) {
      answer = 0
      stateAfter[k] = before
      afterOn[k] = Math.max(beforeOn(k), dayOf(k, !arrives(k), W - V + 1) - 1)
    } else if (observed >= W || opposite <= observed - V) {
      answer = 1
      stateAfter[k] = 1 - before
      afterOn[k] = Math.max(beforeOn(k), dayOf(k, arrives(k), V))
    } else {
      stateAfter[k] = undecided
    }
    if (answer === undecided) {
      for (let i = 0; i < k; i += 1) {
        const couldMigrate = stateBefore[i] === (arrives(i) ? 0 : 1)
        if (!couldMigrate || arrives(i) === arrives(k) || decidedAt(i, day)) continue
        const since = count(days[i]!, day, arrives(i))
        if (since < 2 * V - W && Math.max(day, beforeOn(i)) < observedUntil) answer = 0
      }
    }
    migration[k] = answer
  }
  return { stateBefore, stateAfter, migration, daysInCountry }

  /** The day by whose end `target` days have been spent in one place since crossing `k`. */
  function dayOf(k: number, inside: boolean, target: number): number {
    let day = days[k]!
    for (let spent = 0; spent < target; day += 1) if (present[day] === inside) spent += 1
    return day
  }

  /** Whether crossing `i` could be answered with observation ending at `moment`. */
  function decidedAt(i: number, moment: number): boolean {
    const day = days[i]!
    const observed = Math.min(W, moment - day)
    const opposite = count(day, day + observed, !arrives(i))
    return opposite > W - V || observed >= W || opposite <= observed - V
  }
}
