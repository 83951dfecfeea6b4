/**
 * What the last resort hid: whole levels of detail (see `CoarsePatterns`) and, beside earlier releases,
 * every cell that they hid or that has changed since.
 */
export interface Coarsened {
  /** Levels hidden whole, the finest first; 0 where it did to hide what earlier releases ask for. */
  readonly levels: number
  /** Levels that there are. */
  readonly of: number
  /** Cells on the levels hidden whole, zeros among them. */
  readonly cells: number
  /**
   * `work`: the work allowed was spent before a finer pattern was proven safe; `earlier`: none was safe
   * beside earlier releases; `attack`: none held against the attacker.
   */
  readonly because: 'work' | 'earlier' | 'attack'
}

/** How many levels are hidden whole at least, and why. */
export type Coarsening = Pick<Coarsened, 'levels' | 'because'>

/** The share of the work allowed, beside the rest, for attacking one coarse pattern. */
export const shareOfCoarse = 0.1

/** Whether a release hides everything: whatever was told before, it adds nothing. */
export function tellsNothing({ coarsened }: { readonly coarsened?: Coarsened }): boolean {
  return coarsened !== undefined && coarsened.levels === coarsened.of
}

/** One step further than a release that did not hold; the first step hides no level whole. */
export function coarserThan(
  { coarsened }: { readonly coarsened?: Coarsened },
  because: Coarsened['because'],
): Coarsening {
  return { levels: coarsened === undefined ? 0 : coarsened.levels + 1, because }
}
