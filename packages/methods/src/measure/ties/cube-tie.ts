/** Cells of a cube that have these codes; every other dimension is shared or total. */
export interface TieSide {
  readonly cube: string
  /** By dimension. */
  readonly codes: Readonly<Record<string, string>>
}

/**
 * What the definitions of two cubes say of their cells when both count the same records: a cell is the sum of
 * others, or at least that. It holds for every combination of codes of the dimensions that they share.
 */
export interface CubeTie {
  readonly id: string
  readonly whole: TieSide
  readonly parts: readonly TieSide[]
  /** The whole is the sum of its parts; else it is at least that. */
  readonly isExact: boolean
  /** Dimensions that all sides have in common, at any level; other dimensions are total. */
  readonly over: readonly string[]
  /** Of a shared dimension, the codes for which it holds, or does not; `_T` is its total. */
  readonly limits?: Readonly<
    Record<string, { readonly only: readonly string[] } | { readonly except: readonly string[] }>
  >
  /** Why it holds, whatever the records. */
  readonly reason: string
}
