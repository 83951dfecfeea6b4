import type { FieldType } from '../collect/index.ts'
import type { Text } from '../vocabulary/index.ts'

/**
 * How a cube reaches readers who are entitled to no more:
 * `none`: figures that are public already, shown as their source says;
 * `release`: only as cells of a published release; `perturbed`: by cell keys.
 */
export type Protection = 'none' | 'release' | 'perturbed'

/** A level of a dimension: months make quarters, countries make regions. */
export interface DimensionLevel {
  readonly id: string
  readonly label: Text
  /** List of this level's codes, where it is not the dimension's: regions of countries. */
  readonly codeList?: string
  /** SQL-free derivation from the finest level. */
  readonly from:
    | { readonly kind: 'self' }
    | { readonly kind: 'year' | 'quarter' | 'month' }
    | { readonly kind: 'parent'; readonly steps: number }
    /** The topmost ancestor; a code without one is its own. */
    | { readonly kind: 'root' }
    | { readonly kind: 'age-band'; readonly width: number; readonly openFrom: number }
    /** Bands of unequal width: each starts at one of these ages, the last is open. */
    | { readonly kind: 'age-bands'; readonly starts: readonly number[] }
}

/** One dimension of a cube. `dimension` alone means its finest level, `dimension.level` another. */
export interface CubeDimension {
  readonly id: string
  readonly label: Text
  readonly kind: 'code' | 'time' | 'age' | 'area'
  /** Field of the record type it is read from. */
  readonly field: string
  /** Field read where `field` is missing: the year of an incident whose month is not known. */
  readonly orElse?: string
  readonly codeList?: string
  /** Code shown where a measure cannot be added over this dimension and none is asked for. */
  readonly shownAlone?: string
  /** Finest first. Absent: one level, the field itself. */
  readonly levels?: readonly DimensionLevel[]
}

/** A measure divided by another of its cube: deaths per incident. */
export interface CubeRate {
  /** Measure divided by. */
  readonly by: string
  readonly label: Text
  readonly unit: Text
  /** What the quotient is multiplied with: 100, 1 000. */
  readonly factor: number
  readonly decimals: number
}

/** One measure of a cube. */
export interface CubeMeasure {
  readonly id: string
  readonly label: Text
  readonly unit: Text
  /** `distinct`: how many values of the field there are, each counted once at every margin. */
  readonly aggregate: 'count' | 'sum' | 'distinct'
  /**
   * Field summed, for `sum`; whose values are told apart, for `distinct`. A `distinct` without a field
   * counts the persons that linkage found for the records.
   */
  readonly field?: string
  /** Only records of these codes, for `count`: permits that were refused. */
  readonly when?: { readonly field: string; readonly codes: readonly string[] }
  /** Dimensions over which adding makes no sense (a stock over time). */
  readonly notAdditiveOver?: readonly string[]
  /** Measure of what may still become this one: where it counts anything, this figure is not final. */
  readonly undecidedBy?: string
  readonly decimals?: number
  /**
   * What it means that a combination has no record at all: that nothing was counted (`zero`,
   * the default of a count) or that no figure was given (`missing`, the default of a sum).
   */
  readonly absent?: 'zero' | 'missing'
  /** Rates that make sense of this measure: those whose denominator counts what it happened to. */
  readonly rates?: readonly CubeRate[]
}

/** Records of a source that the cube leaves out, so that nothing is counted twice. */
export interface LeftOut {
  readonly field: string
  readonly codes: readonly string[]
  readonly reason: Text
}

/** A column that a view makes. */
export interface ViewField {
  readonly id: string
  readonly type: FieldType
}

/**
 * Rows that are made of each record by itself: one for each thing that became of a permit, say. What a
 * view makes of some records does not depend on the others, so that cubes of it can be extended.
 */
export interface CubeView {
  /** What it adds to the fields of the record type. */
  readonly fields: readonly ViewField[]
  /** SQL over a relation of facts. */
  readonly sql: (facts: string) => string
}

/** A cube: universe, dimensions and measures; its SQL, page and downloads are derived. */
export interface Cube {
  readonly id: string
  readonly title: Text
  readonly description: Text
  /** What is counted, and what is left out. */
  readonly universe: Text
  readonly recordType: string
  /** Counted instead of the records themselves. */
  readonly view?: CubeView
  /** Datasets the cube is made of; absent: every dataset of the record type. */
  readonly datasets?: readonly string[]
  /** Records that are not of this universe, such as the regional totals of a list of countries. */
  readonly leaveOut?: readonly LeftOut[]
  /**
   * Several editions of one source (profiles of different layout) may hold the same years: of each
   * value of this field the edition with the most records counts, the others are set aside and named.
   */
  readonly editionsBy?: string
  readonly dimensions: readonly CubeDimension[]
  /**
   * Dimensions of which codes tell of each other by what they mean: a post is in one country and, being an airport,
   * reached by air. Which codes go together is read from the records; releases are protected and attacked with it.
   */
  readonly dependencies?: readonly (readonly string[])[]
  readonly measures: readonly CubeMeasure[]
  readonly protection: Protection
  readonly methodVersion: string
  /** What every reader of its figures must know, the rule on repeated records first. */
  readonly notes: readonly Text[]
  /** What a first visit shows. */
  readonly opening: { readonly rows: readonly string[]; readonly columns: readonly string[] }
}
