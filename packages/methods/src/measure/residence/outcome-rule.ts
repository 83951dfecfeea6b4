import type { ResidenceCriterion } from './criterion.ts'
import type { CrossingHistory } from './crossing-history.ts'
import { OutcomePass, type GivenState, type Observation } from './outcome-pass.ts'
import { createOutcomes, type Outcomes } from './outcomes.ts'

export interface ObservationOptions extends Observation {
  /** States from outside, in order of their day. */
  readonly given?: readonly GivenState[]
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
 * A given state dated after the first crossing takes the place of the computed state before the
 * first crossing whose state before became certain on or after that day.
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
  const pass = new OutcomePass(criterion, options)
  const outcomes = createOutcomes(history.length)
  if (history.length > 0) pass.decide(history, outcomes, 0, options.given)
  return outcomes
}
