import { checkCriterion, type ResidenceCriterion } from './criterion.ts'
import type { CrossingHistory } from './crossing-history.ts'
import { PlaceClock } from './place-clock.ts'

/** Written where a state or an answer is undecided. */
export const undecided = -1
/** Written where a day of certainty is not known yet. */
export const never = 2_147_483_647

/** A state of residence known from outside (nationality, permit, an earlier file). */
export interface GivenState {
  /** 1 resident, 0 not. */
  readonly state: 0 | 1
  /** The day it is dated. */
  readonly day: number
}

export interface ObservationOptions {
  /** First day that is no longer observed. */
  readonly observedUntil: number
  /** First day observed; unknown where absent. */
  readonly observedFrom?: number | undefined
  /** States from outside, in order of their day. */
  readonly given?: readonly GivenState[]
}

/** What the rule answers for each crossing. `[crossings]` */
export interface Outcomes {
  /** Residence before and after: 1 resident, 0 not, {@link undecided}. */
  readonly stateBefore: Int8Array
  readonly stateAfter: Int8Array
  /** 1 a migration, 0 not, {@link undecided}. */
  readonly migration: Int8Array
  /** Day on which each became certain, or {@link never}. */
  readonly stateBeforeOn: Int32Array
  readonly stateAfterOn: Int32Array
  readonly migrationOn: Int32Array
  /** Days present in [date, min(date + W, end of observation)). */
  readonly daysInCountry: Int32Array
}

/**
 * Decides which crossings of one person are migrations.
 *
 * An arrival of a non-resident is a migrant arrival if and only if the days spent in the country
 * during the following W days reach V; a departure of a resident is a migrant departure if and
 * only if the days spent abroad during the following W days reach V. Other crossings are never
 * migrations. With O ≤ W days observed and `opp` of them in the opposite place:
 *
 *   opp > W − V → not a migration · O − opp ≥ V → migration · otherwise undecided
 *
 * A crossing opposite to an earlier one that could migrate and is not decided at that moment cannot
 * be a migration, whichever way the earlier one turns out, if the days since spent in the
 * place it leads to are fewer than 2V − W.
 *
 * Assumptions: crossings alternate; days are whole days between dates; the days after the last
 * crossing run to the end of observation. A migration is decided for an end of observation on
 * `migrationOn` or later, a non-migration for one after it.
 *
 * @throws Refusal `measure.criterion-impossible` unless W/2 < V ≤ W
 * @see Stats NZ (2017), Outcomes-based measure of permanent and long-term migration
 * @example
 * const gone = { days: [0, 370], firstIsArrival: false, length: 2 }
 * const rule = { thresholdDays: 365, windowDays: 487 }
 * decideMigrations(gone, rule, { observedUntil: 1000 }).migration // => Int8Array [1, 1]
 */
export function decideMigrations(
  history: CrossingHistory,
  criterion: ResidenceCriterion,
  options: ObservationOptions,
): Outcomes {
  checkCriterion(criterion)
  const { length } = history
  const { thresholdDays: threshold, windowDays: window } = criterion
  const { observedUntil } = options
  const margin = window - threshold
  const reversal = 2 * threshold - window
  const outcomes = emptyOutcomes(length)
  const {
    stateBefore,
    stateAfter,
    migration,
    stateBeforeOn,
    stateAfterOn,
    migrationOn,
    daysInCountry,
  } = outcomes

  // Two clocks tell the days spent in a place; for arrivals the new place is the country.
  const inside = new PlaceClock(history, 0, observedUntil)
  const outside = new PlaceClock(history, 1, observedUntil)
  const later = laterStates(history, options)
  let pending = 0
  // Oldest crossing of each parity that may still rule out opposite ones; both only move on.
  const oldest: [number, number] = [0, 1]

  for (let k = 0; k < length; k += 1) {
    const day = history.days[k]!
    const isArrival = (k % 2 === 0) === history.firstIsArrival
    const end = Math.min(day + window, observedUntil)
    daysInCountry[k] = inside.daysBetween(k, end)

    let state = k === 0 ? initialState(history, criterion, options) : stateAfter[k - 1]!
    const stateOn =
      state === undecided ? never : Math.max(day, k === 0 ? day : stateAfterOn[k - 1]!)
    while (stateOn !== never && pending < later.length && later[pending]!.day <= stateOn) {
      state = later[pending]!.state
      pending += 1
      // What was inferred from earlier crossings rested on the state that is replaced here.
      oldest[0] = k + (k % 2 === 0 ? 0 : 1)
      oldest[1] = k + (k % 2 === 0 ? 1 : 0)
    }
    stateBefore[k] = state
    stateBeforeOn[k] = stateOn

    if (state !== undecided && state === (isArrival ? 1 : 0)) {
      stateAfter[k] = state
      stateAfterOn[k] = stateOn
      migration[k] = 0
      migrationOn[k] = stateOn
    } else if (state !== undecided) {
      const there = isArrival ? inside : outside
      const back = isArrival ? outside : inside
      const opposite = back.daysBetween(k, end)
      if (opposite > margin) {
        const on = Math.max(stateOn, back.dayOfExceeding(k, margin))
        stateAfter[k] = state
        migration[k] = 0
        stateAfterOn[k] = on
        migrationOn[k] = on
      } else if (end - day - opposite >= threshold) {
        const on = Math.max(stateOn, there.dayOfReaching(k, threshold))
        stateAfter[k] = 1 - state
        migration[k] = 1
        stateAfterOn[k] = on
        migrationOn[k] = on
      }
    }

    const parity = (1 - (k % 2)) as 0 | 1
    const place = isArrival ? outside : inside
    let i = oldest[parity]
    while (i < k && !(canStillDecide(outcomes, i, day) && place.daysSince(i, k) < reversal)) i += 2
    oldest[parity] = i
    if (i < k && migration[k] !== 1) {
      migration[k] = 0
      migrationOn[k] = Math.min(migrationOn[k]!, Math.max(day, stateBeforeOn[i]!))
    }
  }
  // By convention a non-migration is first decided one day after the day it became certain.
  for (let k = 0; k < length; k += 1) {
    if (migration[k] === 0 && migrationOn[k]! >= observedUntil) {
      migration[k] = undecided
      migrationOn[k] = never
    }
  }
  return outcomes

  /** Whether crossing `i` could migrate and was not decided at the moment `day`. */
  function canStillDecide(found: Outcomes, i: number, day: number): boolean {
    const isArrival = (i % 2 === 0) === history.firstIsArrival
    if (found.stateBefore[i] !== (isArrival ? 0 : 1)) return false
    return found.migration[i] === 1 ? found.migrationOn[i]! > day : found.migrationOn[i]! >= day
  }
}

/**
 * The state before the first crossing: the opposite of its direction where observation began at
 * least V days before it, else what is known from outside on or before that day, else the same default.
 */
function initialState(
  history: CrossingHistory,
  criterion: ResidenceCriterion,
  options: ObservationOptions,
): 0 | 1 {
  const first = history.days[0]!
  const opposite = history.firstIsArrival ? 0 : 1
  const { observedFrom, given = [] } = options
  if (observedFrom !== undefined && first - observedFrom >= criterion.thresholdDays) return opposite
  return given.filter(({ day }) => day <= first).at(-1)?.state ?? opposite
}

function laterStates(history: CrossingHistory, { given = [] }: ObservationOptions) {
  return given.filter(({ day }) => history.length > 0 && day > history.days[0]!)
}

function emptyOutcomes(length: number): Outcomes {
  return {
    stateBefore: new Int8Array(length).fill(undecided),
    stateAfter: new Int8Array(length).fill(undecided),
    migration: new Int8Array(length).fill(undecided),
    stateBeforeOn: new Int32Array(length).fill(never),
    stateAfterOn: new Int32Array(length).fill(never),
    migrationOn: new Int32Array(length).fill(never),
    daysInCountry: new Int32Array(length),
  }
}
