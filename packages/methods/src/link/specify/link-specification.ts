import type { BlockingRule } from './blocking-rule.ts'
import type { ColumnKind } from './column-kind.ts'
import type { Level } from './level.ts'

/** Which pairs are asked about: within one file, across two, or both. */
export type LinkType = 'dedupe' | 'link' | 'link-and-dedupe'

/** How one column is compared. */
export interface Comparison {
  readonly column: string
  readonly kind: ColumnKind
  readonly levels: readonly Level[]
  /** Share of pairs of one person expected at each level, disagreement last; sums to 1. */
  readonly expected: readonly number[]
  /** Share of pairs of different persons that usually stand at each level but the last. */
  readonly strangers: readonly number[]
  readonly termFrequency: boolean
  /** Column within whose groups values are counted. */
  readonly frequencyWithin?: string | undefined
  /** The other name, where given and family name may have changed places. */
  readonly swappedWith?: string | undefined
  /** Columns of comparisons beside which this one says nothing where they stand at `swapped`. */
  readonly silentWhenSwapped?: readonly string[] | undefined
}

/** A linkage said whole: what is compared, which pairs, how they are weighed and decided. */
export interface LinkSpecification {
  readonly linkType: LinkType
  readonly comparisons: readonly Comparison[]
  /** Chosen from the data where absent. */
  readonly blocking?: readonly BlockingRule[] | undefined
  readonly em: {
    readonly rules?: readonly BlockingRule[] | undefined
    readonly maxIterations: number
    readonly tolerance: number
  }
  readonly prior: {
    readonly matchProbability?: number | undefined
    readonly deterministic?: readonly BlockingRule[] | undefined
    readonly recall?: number | undefined
  }
  readonly thresholds: {
    readonly accept?: number | undefined
    readonly review?: number | undefined
  }
  readonly maxPairs: number
  readonly maxClusterSize: number
  readonly seed: number
}
