import { checkCriterion, type ResidenceCriterion } from './criterion.ts'
import type { CrossingHistory } from './crossing-history.ts'
import { never, undecided, type Outcomes } from './outcomes.ts'
import { PlaceClock } from './place-clock.ts'

/** A state of residence known from outside (nationality, permit, an earlier file). */
export interface GivenState {
  /** 1 resident, 0 not. */
  readonly state: 0 | 1
  /** The day it is dated. */
  readonly day: number
}

/** The span of days in which crossings would have been seen. */
export interface Observation {
  /** First day that is no longer observed. */
  readonly observedUntil: number
  /** First day observed; unknown where absent. */
  readonly observedFrom?: number | undefined
}

const nothingGiven: readonly GivenState[] = []

/**
 * The residence rule as one pass over many persons: the working memory is that of the longest
 * history, and nothing is allocated for a person. {@link decideMigrations} states the rule.
 */
export class OutcomePass {
  readonly #threshold: number
  readonly #window: number
  readonly #observedUntil: number
  readonly #observedFrom: number | undefined
  readonly #inside = new PlaceClock(0)
  readonly #outside = new PlaceClock(1)

  /** @throws Refusal `measure.criterion-impossible` unless W/2 < V ≤ W */
  constructor(criterion: ResidenceCriterion, observation: Observation) {
    checkCriterion(criterion)
    this.#threshold = criterion.thresholdDays
    this.#window = criterion.windowDays
    this.#observedUntil = observation.observedUntil
    this.#observedFrom = observation.observedFrom
  }

  /**
   * Decides one person's history and writes its answers to `outcomes`, from place `at` on.
   *
   * @param given states from outside, in order of their day
   */
  decide(
    history: CrossingHistory,
    outcomes: Outcomes,
    at: number,
    given: readonly GivenState[] = nothingGiven,
  ): void {
    const { days, length } = history
    const window = this.#window
    const margin = window - this.#threshold
    const reversal = 2 * this.#threshold - window
    const { stateBefore, stateAfter, migration } = outcomes
    const { stateBeforeOn, stateAfterOn, migrationOn } = outcomes
    const inside = this.#inside
    const outside = this.#outside
    inside.begin(history, this.#observedUntil)
    outside.begin(history, this.#observedUntil)
    let pending = given.length === 0 ? 0 : firstAfter(given, days[0]!)
    // Oldest crossing of each parity that may still rule out opposite ones; both only move on.
    let oldestEven = 0
    let oldestOdd = 1

    for (let k = 0; k < length; k += 1) {
      const row = at + k
      const day = days[k]!
      const isEven = (k & 1) === 0
      const isArrival = isEven === history.firstIsArrival
      const end = Math.min(day + window, this.#observedUntil)
      const present = inside.daysBetween(k, end)
      outcomes.daysInCountry[row] = present

      let state = k === 0 ? this.#initialState(history, given) : stateAfter[row - 1]!
      let stateOn = never
      if (state !== undecided) stateOn = k === 0 ? day : Math.max(day, stateAfterOn[row - 1]!)
      while (pending < given.length && stateOn !== never && given[pending]!.day <= stateOn) {
        if (given[pending]!.state !== state) {
          state = given[pending]!.state
          // What was inferred from earlier crossings rested on the state that is replaced here.
          oldestEven = isEven ? k : k + 1
          oldestOdd = isEven ? k + 1 : k
        }
        pending += 1
      }
      stateBefore[row] = state
      stateBeforeOn[row] = stateOn
      stateAfter[row] = undecided
      stateAfterOn[row] = never
      migration[row] = undecided
      migrationOn[row] = never

      if (state === (isArrival ? 1 : 0)) {
        stateAfter[row] = state
        stateAfterOn[row] = stateOn
        migration[row] = 0
        migrationOn[row] = stateOn
      } else if (state !== undecided) {
        const back = end - day - (isArrival ? present : end - day - present)
        if (back > margin) {
          const on = (isArrival ? outside : inside).dayOfExceeding(k, margin)
          stateAfter[row] = state
          migration[row] = 0
          stateAfterOn[row] = migrationOn[row] = Math.max(stateOn, on)
        } else if (end - day - back >= this.#threshold) {
          const on = (isArrival ? inside : outside).dayOfReaching(k, this.#threshold)
          stateAfter[row] = 1 - state
          migration[row] = 1
          stateAfterOn[row] = migrationOn[row] = Math.max(stateOn, on)
        }
      }

      // The opposite crossings before this one: where they lead, and from which state they migrate.
      const place = isArrival ? outside : inside
      const stateThere = isArrival ? 1 : 0
      let i = isEven ? oldestOdd : oldestEven
      while (
        i < k &&
        !(couldStill(outcomes, at + i, stateThere, day) && place.daysSince(i, k) < reversal)
      ) {
        i += 2
      }
      if (isEven) oldestOdd = i
      else oldestEven = i
      if (i < k && migration[row] !== 1) {
        migration[row] = 0
        migrationOn[row] = Math.min(migrationOn[row], Math.max(day, stateBeforeOn[at + i]!))
      }
    }
    // By convention a non-migration is first decided one day after the day it became certain.
    for (let row = at; row < at + length; row += 1) {
      if (migration[row] === 0 && migrationOn[row]! >= this.#observedUntil) {
        migration[row] = undecided
        migrationOn[row] = never
      }
    }
  }

  /**
   * The state before the first crossing: the opposite of its direction where observation began at
   * least V days before it, else what is known from outside on or before that day, else the same
   * default.
   */
  #initialState({ days, firstIsArrival }: CrossingHistory, given: readonly GivenState[]): 0 | 1 {
    const opposite = firstIsArrival ? 0 : 1
    const from = this.#observedFrom
    if (from !== undefined && days[0]! - from >= this.#threshold) return opposite
    const known = firstAfter(given, days[0]!) - 1
    return known < 0 ? opposite : given[known]!.state
  }
}

/** Whether a crossing could migrate, from the state `from`, and was not decided on `day`. */
function couldStill(outcomes: Outcomes, row: number, from: 0 | 1, day: number): boolean {
  if (outcomes.stateBefore[row] !== from) return false
  const on = outcomes.migrationOn[row]!
  return outcomes.migration[row] === 1 ? on > day : on >= day
}

function firstAfter(given: readonly GivenState[], day: number): number {
  let first = 0
  while (first < given.length && given[first]!.day <= day) first += 1
  return first
}
