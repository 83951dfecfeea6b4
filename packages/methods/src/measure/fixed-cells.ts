import type { LevelReference } from './dimension-level.ts'

/** A dimension of a fixed hypercube along which cells are asked for. */
export interface FixedAxis {
  readonly reference: LevelReference
  /** Codes asked for, in display order. */
  readonly codes: readonly string[]
}

/**
 * Cells of one fixed hypercube (one level of each of some dimensions), along axes, other dimensions
 * held at one code.
 */
export interface FixedCells {
  readonly axes: readonly FixedAxis[]
  readonly held: readonly { readonly reference: LevelReference; readonly code: string }[]
}

/** What a fixed cell holds: the pair of count and key, and one figure of the same persons. */
export interface KeyedFigure {
  /** Distinct persons of the cell. */
  readonly persons: number
  /** Sum of their keys modulo 2^32. */
  readonly key: number
  /** The figure: records, or an amount. */
  readonly value: number
  /** The largest part of it that one person has. */
  readonly largest: number
}
