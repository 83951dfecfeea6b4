/** What a dimension of the structure takes its code from. */
export type DimensionSource =
  | { readonly fixed: string }
  | {
      /** Dimension of the cube. */
      readonly cube: string
      /** Figures over all of its codes are published too, as `_T`. */
      readonly total: boolean
      /** The cells hold their totals themselves, which cannot be added up: indicators. */
      readonly holdsTotal?: boolean
      /** The finest level that is published, where it is not the finest of the cube. */
      readonly finest?: string
      /** Coarser levels whose codes are codes of the same list: regions among countries. */
      readonly levels?: readonly string[]
    }

/** One code of MEASURE: a measure of the cube, of one code of the dimension that tells flows apart. */
export interface MeasureFigures {
  readonly code: string
  readonly measure: string
  readonly flow?: string
  readonly unit: string
}

/** How the cells of a cube become observations. */
export interface CubeFigures {
  readonly cube: string
  readonly dataflow: string
  /** `MIGRATION` is the regional structure; others add dimensions to what of it they use. */
  readonly structure: string
  readonly dimensions: Readonly<Record<string, DimensionSource>>
  /** Dimension of the cube that is part of what is measured: direction, flow. */
  readonly flowDimension?: string
  readonly measures: readonly MeasureFigures[]
  /** What is measured has the name of its flow alone: an indicator. */
  readonly isNamedByFlow?: boolean
  /** Level of time → frequency; the finest under its own name. */
  readonly timeLevels: readonly { readonly level: string; readonly frequency: string }[]
  /**
   * Which combinations of breakdowns are published: every one, or those listed (dimensions of the
   * structure that are not their total).
   */
  readonly cuts: 'every' | readonly (readonly string[])[]
  readonly topic: string
}
