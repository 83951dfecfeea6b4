/** Something to be found: the texts that name it, in any language. */
export interface SearchEntry {
  readonly texts: readonly string[]
  /**
   * What it is part of: words may be found there too, but one at least in its own texts, so that "returns
   * Guatemala" finds Guatemala among returns. Entries of one whole share the same array.
   */
  readonly within?: readonly string[]
  /** The side of its whole that it narrows: two entries of different sides are found together too. */
  readonly side?: string
  /** How much it counts beside others that fit as well: 1 is usual. */
  readonly weight: number
}
