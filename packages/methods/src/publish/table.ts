import type { Calculation } from './calculation.ts'

/**
 * The specification of a cross-tabulation. The address of a page, the query of the API and
 * the command line write the same specification:
 *
 *   rows=citizenship,sex&columns=time.year&where=country:SLV,GTM;time.year:2018..2020&measure=crossings
 *
 * A dimension is written `id` (finest level) or `id.level`. In `where`, conditions are parted
 * by `;`, codes by `,`; `a..b` is a range of periods, `latest3` the last three periods.
 * `show` says what is shown of the measure: a share, a change, an index, a rate (see {@link Calculation}).
 * `sort` is `label`, `total` or `last` (the last column as shown), with a minus for descending; default:
 * the order of the code list, time ascending. `top` keeps the first n rows by the figures themselves and
 * sums the rest into "Other".
 */
export interface TableSpec {
  readonly measure?: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly where: readonly Condition[]
  readonly show?: Calculation
  readonly sort?: TableSort
  readonly top?: number
}

export const tableSorts = ['label', '-label', 'total', '-total', 'last', '-last'] as const
export type TableSort = (typeof tableSorts)[number]

export interface Condition {
  readonly dimension: string
  readonly codes?: readonly string[]
  readonly range?: readonly [from: string, to: string]
  readonly latest?: number
}

/** Why a cell has no number, or what a reader must know of one. Missing is a value. */
export const cellStatuses = [
  'missing',
  'suppressed',
  'not-applicable',
  'confidential',
  'provisional',
  /** Exactly as a release shows it, in a table of figures that are perturbed otherwise. */
  'released',
  /** Changed at random by cell keys, so that nobody can be recognised. */
  'perturbed',
  'not-additive',
  /** What it would be compared with or divided by is zero, missing or not in the data. */
  'no-base',
  /** It would be compared with a period that the data do not fill, or is of one. */
  'not-comparable',
  /** The first figure after a break in its series, or compared over one. */
  'break',
] as const
export type CellStatus = (typeof cellStatuses)[number]

export interface AxisDimension {
  /** As written in the specification: `time.year`. */
  readonly id: string
  readonly label: string
  /** Codes that occur, in display order, with their labels. */
  readonly codes: readonly { readonly code: string; readonly label: string }[]
}

/** The answer: a table with its margins, in one language, and all that a reader must be told. */
export interface TableResult {
  readonly cube: {
    readonly id: string
    readonly title: string
    readonly universe: string
    readonly description: string
  }
  readonly language: string
  readonly measure: {
    readonly id: string
    readonly label: string
    readonly unit: string
    readonly decimals: number
    /** Distinct persons: exact in every cell and margin, which cells do not add up to. */
    readonly distinct?: true
  }
  /** What is shown of the measure, where it is not the figure itself; unit and label say it too. */
  readonly calculation?: {
    readonly id: Calculation
    readonly label: string
    /** Label and unit of the measure that it is calculated from. */
    readonly from: { readonly label: string; readonly unit: string }
    /** Whether the cells of a column, or of a row, add up to its total. */
    readonly adds: { readonly columns: boolean; readonly rows: boolean }
  }
  readonly spec: TableSpec
  readonly rows: readonly AxisDimension[]
  readonly columns: readonly AxisDimension[]
  /** Row keys, one code per row dimension: `[rows × rowDimensions]`. Without row dimensions: `[[]]`. */
  readonly rowKeys: readonly (readonly string[])[]
  readonly columnKeys: readonly (readonly string[])[]
  /** `[rows × columns]`, row-major; null where `statuses` says why. */
  readonly values: readonly (number | null)[]
  /** Index into `values` → status, for cells that have one. */
  readonly statuses: Readonly<Record<number, CellStatus>>
  /** Margins, computed from the cube, never from the cells; null where not additive. */
  readonly rowTotals: readonly (number | null)[] | null
  readonly columnTotals: readonly (number | null)[] | null
  readonly grandTotal: number | null
  /** Why a margin has no number, by its place; of a release, where margins are hidden too. */
  readonly marginStatuses?: {
    readonly rows: Readonly<Record<number, CellStatus>>
    readonly columns: Readonly<Record<number, CellStatus>>
    readonly grand?: CellStatus
  }
  /** Filters in words, one per condition. */
  readonly filters: readonly {
    readonly dimension: string
    readonly label: string
    readonly values: readonly string[]
  }[]
  readonly notes: readonly string[]
  /** Those of the notes that must be seen with the figures: of distinct persons, what does not add up. */
  readonly remarks?: readonly string[]
  /**
   * Periods between those of its axis of time that have no record of any country although they were counted: the cube
   * does not know them, and there is nobody in them to protect.
   */
  readonly noneIn?: readonly string[]
  /** Periods on its axes in which something is undecided: what is counted in them is a minimum. */
  readonly unfinished?: readonly string[]
  readonly sources: readonly {
    readonly owner: string
    readonly title: string
    readonly licence: string
    readonly url?: string
    readonly citation: string
  }[]
  /** How to cite this table. */
  readonly citation: string
  /** Identifier of the snapshot of the lake it was computed from, and the day of its newest batch. */
  readonly snapshot: string
  readonly updatedOn: string | null
  readonly synthetic: boolean
  readonly protection: 'none' | 'release' | 'perturbed' | 'unprotected'
}
