import type { MirrorAnswer } from './comparison-answers.ts'
import type { SurvivalPoint } from './survival/index.ts'

/** What the stays of a node can be told apart by on the page of how long they last: nothing, or one of these. */
export const survivalBreakdowns = [
  '',
  'sex',
  'citizenship_status',
  'birth_status',
  'purpose',
  'mode',
] as const
export type SurvivalBreakdown = (typeof survivalBreakdowns)[number]

/** The last day of each class of length in days, as the code list `stay-lengths` has them: where curves are told. */
export const stayClassEnds = {
  'same-day': 0,
  '1-7': 7,
  '8-30': 30,
  '31-90': 90,
  '91-180': 180,
  '181-364': 364,
} as const satisfies Readonly<Record<string, number>>

/** A step of a curve that may be shown stay by stay: days, share that lasts longer, 95 % interval. */
export type ShownStep = readonly [
  days: number,
  still: number,
  survival: number,
  low: number | null,
  high: number | null,
]

/** How long the stays of one group last. */
export interface SurvivalCurve {
  /** Code of the group, empty where all are one, and its label. */
  readonly group: string
  readonly groupLabel: string
  /** Null where the figure is withheld. */
  readonly stays: number | null
  /** Stays that had not ended when observation did. */
  readonly open: number | null
  /** Days by which half have ended; null where more than half last longer, or it is not told to the day. */
  readonly median: number | null
  /** At the ends of classes. */
  readonly points: readonly SurvivalPoint[]
  /** Every day on which a stay ended; none for whoever may not see exact figures. */
  readonly steps: readonly ShownStep[]
}

/** How long stays in a country last, for whoever asked. */
export interface SurvivalAnswer {
  readonly country: string | null
  /** Year of arrival; null for all of them. */
  readonly year: number | null
  readonly by: SurvivalBreakdown
  readonly countries: readonly { readonly code: string; readonly label: string }[]
  readonly years: readonly number[]
  /** First day that is not observed any more. */
  readonly observedUntil: string | null
  /** Stays of which a crossing was not recorded but inserted halfway; null where that is not told. */
  readonly imputed: number | null
  /** Whether curves are of the stays themselves, day by day, or of the figures that releases show. */
  readonly isDaily: boolean
  readonly curves: readonly SurvivalCurve[]
  readonly protection: MirrorAnswer['protection']
  readonly synthetic: boolean
}
