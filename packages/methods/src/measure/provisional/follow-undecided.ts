import { never, type Outcomes } from '../residence/index.ts'
import { bandOfDays, nextBandStart, riskState } from './risk-state.ts'

/** Called with each stretch of elapsed days in which a crossing is undecided in one risk state. */
export type TakeStretch = (risk: number, from: number, to: number) => void

interface History {
  readonly days: Int32Array
  readonly length: number
}

/**
 * Follows a finalised crossing through the days on which it was undecided, as it would have been
 * seen with observation ending on each of them.
 *
 * @param k place of the crossing in its history
 */
export function followUndecided(
  { days, length }: History,
  outcomes: Outcomes,
  k: number,
  take: TakeStretch,
): void {
  const day = days[k]!
  const on = outcomes.migrationOn[k]!
  if (on === never) return
  // A migration is decided on its day of certainty, a non-migration one day later.
  const decidedAfter = on - day + (outcomes.migration[k] === 1 ? 0 : 1)
  const beforeOn = outcomes.stateBeforeOn[k]!
  const knownFrom = beforeOn > day ? beforeOn - day + 1 : 0
  let daysBack = 0
  let elapsed = 0
  for (let stay = k; stay < length && elapsed < decidedAfter; stay += 1) {
    const isBack = ((stay - k) & 1) === 1
    const stayEnd = stay + 1 < length ? days[stay + 1]! - day : decidedAfter
    const end = Math.min(stayEnd, decidedAfter)
    while (elapsed < end) {
      const band = bandOfDays(daysBack)
      let next = end
      if (isBack) next = Math.min(next, elapsed + nextBandStart(band) - daysBack)
      if (elapsed < knownFrom) next = Math.min(next, knownFrom)
      take(riskState(daysBack, isBack, elapsed >= knownFrom), elapsed, next)
      if (isBack) daysBack += next - elapsed
      elapsed = next
    }
  }
}
