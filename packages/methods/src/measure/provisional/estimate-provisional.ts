import { JourneyRepair } from '../../link/index.ts'
import { civilNumber } from '../../numerics/index.ts'
import {
  createOutcomes,
  OutcomePass,
  undecided,
  type Outcomes,
  type ResidenceCriterion,
} from '../residence/index.ts'
import type { Cells } from './cells.ts'
import { Dispersion } from './dispersion.ts'
import { followUndecided } from './follow-undecided.ts'
import type { Journeys } from './journeys.ts'
import { riskState } from './risk-state.ts'
import { TrainingShares } from './training-shares.ts'

export interface ReleaseOptions {
  readonly criterion: ResidenceCriterion
  /** First day that the release does not see. */
  readonly observedUntil: number
  readonly observedFrom?: number | undefined
  readonly duplicateMinutes: number
  /**
   * By how much more past releases erred than independent outcomes would, as a back-test tells
   * ({@link Dispersion} tells it from the months that train). 1 where absent.
   */
  readonly dispersion?: number
}

/** One figure: the migrations of one direction in one month and group, as one release sees them. */
export interface ProvisionalFigure {
  /** Index of the group. */
  readonly group: number
  /** 1 arrivals, 0 departures. */
  readonly direction: number
  /** Year · 100 + month of the crossings. */
  readonly month: number
  /** Crossings with an answer or without, of those that are part of a history. */
  readonly crossings: number
  /** Crossings known to be migrations. */
  readonly decided: number
  /** Crossings whose answer is not known yet. */
  readonly undecided: number
  /** Migrations expected: the decided ones and a share of the undecided. */
  readonly estimate: number
  /** Of the estimate as a forecast of the final figure. */
  readonly variance: number
}

interface Sum {
  crossings: number
  decided: number
  undecided: number
  expected: number
  /** Σ p(1 − p). */
  outcomes: number
  /** Σ of the standard errors of p, by the cell and risk state that they share. */
  readonly shared: Map<number, number>
}

/**
 * Estimates the migrations of every month and group as a release of one day sees them: decided
 * crossings count as they are, each undecided one with the share learnt from finalised crossings
 * that were once in its place ({@link TrainingShares}).
 *
 * ```math
 * \hat N = n + \sum_i p_i, \qquad
 * \operatorname{Var} \hat N = \varphi \left( \sum_i p_i (1 - p_i) + \sum_c \Big( \sum_{i \in c} \operatorname{se}(p_i) \Big)^2 \right)
 * ```
 *
 * with n those that are decided and i those that are not.
 *
 * The second part of the variance is there because crossings of one cell share one p: with one p
 * for n_c of them it is n_c² Var(p_c). Only crossings at least W days old train, since of younger
 * ones those decided early would be over-represented.
 *
 * φ is the larger of what the training months show and of what a back-test shows. Crossings in the
 * first V days of observation do not train: their state rests on a default.
 *
 * Assumptions: who is undecided today will fare as those did who were undecided after the same
 * time. A shock that nobody had seen before is not foreseen.
 *
 * @returns figures in order of group, direction and month, for months with crossings
 * @throws Refusal `measure.criterion-impossible`
 */
export function estimateProvisional(
  journeys: Journeys,
  cells: Cells,
  options: ReleaseOptions,
): ProvisionalFigure[] {
  const { observedUntil, observedFrom, criterion, dispersion = 1 } = options
  // Before, the state of residence rests on a default as often as on what was seen.
  const trainFrom =
    observedFrom === undefined ? Number.NEGATIVE_INFINITY : observedFrom + criterion.thresholdDays
  const shares = new TrainingShares(cells.ofRow.length, criterion.windowDays)
  const sums = new Map<number, Sum>()
  const waiting: { row: number; risk: number; elapsed: number }[] = []
  const past = new Dispersion()
  const ownCells = new Int32Array(cells.ofRow.length)

  decideJourneys(journeys, options, (row, place, history, outcomes) => {
    const sum = sumOf(sums, journeys, row)
    sum.crossings += 1
    const day = history.days[place]!
    const answer = outcomes.migration[place]!
    if (answer === undecided) {
      sum.undecided += 1
      waiting.push({ row, ...stateNow(history, outcomes, place, observedUntil) })
    } else {
      sum.decided += answer
    }
    if (day >= trainFrom && day + criterion.windowDays < observedUntil) {
      readCells(cells, row, ownCells)
      const unit = unitOf(journeys, row)
      followUndecided(history, outcomes, place, (risk, from, to) => {
        shares.add(ownCells, risk, from, to, answer === 1)
        past.add(row, unit, risk, from, to, answer)
      })
    }
  })
  shares.learn(cells.parents)

  const shareOf = (row: number, risk: number, elapsed: number) => {
    readCells(cells, row, ownCells)
    return shares.share(ownCells, risk, elapsed)
  }
  const spread = Math.max(dispersion, past.estimate(shareOf))

  const finest = cells.ofRow.at(-1)!
  for (const { row, risk, elapsed } of waiting) {
    const { share, variance } = shareOf(row, risk, elapsed)
    const sum = sumOf(sums, journeys, row)
    sum.expected += share
    sum.outcomes += share * (1 - share)
    const key = finest[row]! * 64 + risk
    sum.shared.set(key, (sum.shared.get(key) ?? 0) + Math.sqrt(variance))
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([key, sum]) => {
      let variance = sum.outcomes
      for (const error of sum.shared.values()) variance += error * error
      return {
        group: Math.floor(key / 2_000_000),
        direction: Math.floor(key / 1_000_000) % 2,
        month: key % 1_000_000,
        crossings: sum.crossings,
        decided: sum.decided,
        undecided: sum.undecided,
        estimate: sum.decided + sum.expected,
        variance: spread * variance,
      }
    })
}

interface DecidedHistory {
  readonly days: Int32Array
  readonly length: number
  readonly firstIsArrival: boolean
}

/** Decides every journey as the release sees it, and calls back for each row with a place in it. */
function decideJourneys(
  journeys: Journeys,
  options: ReleaseOptions,
  visit: (row: number, place: number, history: DecidedHistory, outcomes: Outcomes) => void,
): void {
  const repair = new JourneyRepair(options)
  const pass = new OutcomePass(options.criterion, options)
  let outcomes = createOutcomes(256)
  for (let person = 0; person + 1 < journeys.starts.length; person += 1) {
    const start = journeys.starts[person]!
    const end = journeys.starts[person + 1]!
    const history = repair.repair({
      minutes: journeys.minutes.subarray(start, end),
      days: journeys.days.subarray(start, end),
      directions: journeys.directions.subarray(start, end),
      length: end - start,
    })
    if (history.length === 0) continue
    if (outcomes.migration.length < history.length) outcomes = createOutcomes(2 * history.length)
    pass.decide(history, outcomes, 0)
    for (let row = start; row < end; row += 1) {
      const place = history.places[row - start]!
      if (place !== -1) visit(row, place, history, outcomes)
    }
  }
}

/** What a release sees of an undecided crossing. */
function stateNow(
  history: DecidedHistory,
  outcomes: Outcomes,
  place: number,
  observedUntil: number,
) {
  const elapsed = observedUntil - history.days[place]!
  const isArrival = ((place & 1) === 0) === history.firstIsArrival
  const present = outcomes.daysInCountry[place]!
  const daysBack = isArrival ? elapsed - present : present
  const isBack = ((history.length - 1 - place) & 1) === 1
  const beforeKnown = outcomes.stateBefore[place] !== undecided
  return { elapsed, risk: riskState(daysBack, isBack, beforeKnown) }
}

function readCells(cells: Cells, row: number, into: Int32Array): void {
  for (let level = 0; level < into.length; level += 1) into[level] = cells.ofRow[level]![row]!
}

function sumOf(sums: Map<number, Sum>, journeys: Journeys, row: number): Sum {
  const key = unitOf(journeys, row)
  let sum = sums.get(key)
  if (sum === undefined) {
    sum = { crossings: 0, decided: 0, undecided: 0, expected: 0, outcomes: 0, shared: new Map() }
    sums.set(key, sum)
  }
  return sum
}

function unitOf(journeys: Journeys, row: number): number {
  const month = Math.floor(civilNumber(journeys.days[row]!) / 100)
  return (journeys.groups[row]! * 2 + journeys.directions[row]!) * 1_000_000 + month
}
