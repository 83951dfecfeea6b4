import type { Cells } from './cells.ts'
import {
  estimateProvisional,
  type ProvisionalFigure,
  type ReleaseOptions,
} from './estimate-provisional.ts'
import { figureInterval } from './figure-interval.ts'
import type { Journeys } from './journeys.ts'

/** A figure as a past release would have given it, beside what it became. */
export interface TestedFigure extends ProvisionalFigure {
  /** First day that the past release did not see. */
  readonly release: number
  /** The final number of migrations. */
  readonly final: number
}

export interface BackTest {
  readonly tested: readonly TestedFigure[]
  /** φ: mean squared error in the standard errors of independent outcomes; at least 1. */
  readonly dispersion: number
}

/** Figures with fewer undecided crossings than this say little of a method. */
const leastUndecided = 10
/** Days between past releases, and how many of them are made again. */
const releaseStep = 61
const releases = 6

/**
 * Makes past releases again with what was known then, and compares them with what is final now.
 * Only days before `observedUntil` are looked at, so that the result may be used by a release of
 * that day: its `dispersion` widens the intervals to what the past errors ask for.
 */
export function backTest(journeys: Journeys, cells: Cells, options: ReleaseOptions): BackTest {
  const { observedUntil, observedFrom = firstDay(journeys), criterion } = options
  const final = new Map(
    estimateProvisional(journeys, cells, options).map((figure) => [keyOf(figure), figure.decided]),
  )
  const tested: TestedFigure[] = []
  const latest = observedUntil - criterion.windowDays - 1
  const earliest = observedFrom + criterion.thresholdDays + criterion.windowDays + releaseStep
  for (let back = 0; back < releases; back += 1) {
    const release = latest - back * releaseStep
    if (release < earliest) break
    const past = { ...options, observedUntil: release, dispersion: 1 }
    for (const figure of estimateProvisional(journeys, cells, past)) {
      if (figure.undecided === 0) continue
      tested.push({ ...figure, release, final: final.get(keyOf(figure)) ?? 0 })
    }
  }
  return { tested, dispersion: dispersionOf(tested) }
}

/** Mean revision and coverage of a back-test, for the page beside the series. */
export interface BackTestSummary {
  readonly figures: number
  /** Mean of final − estimate, in migrations. */
  readonly meanRevision: number
  /** Mean of |final − estimate|, in migrations. */
  readonly meanAbsoluteRevision: number
  /** Share of figures whose interval held the final one, 0 to 1; null without figures. */
  readonly coverage80: number | null
  readonly coverage95: number | null
}

/** Sums up a back-test over figures with ten or more undecided crossings. */
export function summariseBackTest({ tested, dispersion }: BackTest): BackTestSummary {
  const told = tested.filter(({ undecided }) => undecided >= leastUndecided)
  const n = told.length
  let revision = 0
  let absolute = 0
  const within = { 80: 0, 95: 0 }
  for (const figure of told) {
    const error = figure.final - figure.estimate
    revision += error
    absolute += Math.abs(error)
    for (const percent of [80, 95] as const) {
      const widened = { ...figure, variance: figure.variance * dispersion }
      const [low, high] = figureInterval(widened, percent)
      if (figure.final >= low && figure.final <= high) within[percent] += 1
    }
  }
  return {
    figures: n,
    meanRevision: n === 0 ? 0 : revision / n,
    meanAbsoluteRevision: n === 0 ? 0 : absolute / n,
    coverage80: n === 0 ? null : within[80] / n,
    coverage95: n === 0 ? null : within[95] / n,
  }
}

/** Past errors beyond this many standard errors count as this many: one shock is not the rule. */
const mostStandardErrors = 3

function dispersionOf(tested: readonly TestedFigure[]): number {
  let squares = 0
  let figures = 0
  for (const { undecided, final, estimate, variance } of tested) {
    if (undecided < leastUndecided || variance === 0) continue
    squares += Math.min((final - estimate) ** 2 / variance, mostStandardErrors ** 2)
    figures += 1
  }
  return figures === 0 ? 1 : Math.max(1, squares / figures)
}

const keyOf = ({ group, direction, month }: ProvisionalFigure) =>
  (group * 2 + direction) * 1_000_000 + month

function firstDay({ days }: Journeys): number {
  let first = Number.POSITIVE_INFINITY
  for (const day of days) if (day < first) first = day
  return first
}
