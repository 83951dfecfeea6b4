/**
 * What the last resort hides: see `coarsePattern`. Beside earlier releases it hides every cell too that
 * they hid, or that has changed since.
 */
export interface Coarsened {
  /** Levels hidden whole, the finest first, of all there are; with 0 only what has changed is. */
  readonly levels: number
  readonly of: number
  /** Cells on those levels, zeros among them. */
  readonly cells: number
  /**
   * `work`: the work allowed was spent before a finer pattern was proven safe; `earlier`: none was safe
   * beside earlier releases; `attack`: none held against the attacker.
   */
  readonly because: 'work' | 'earlier' | 'attack'
}

/** The share of the work allowed, beside the rest, for attacking one coarse pattern. */
export const shareOfCoarse = 0.1

/** Whether a release hides everything: whatever was told before, it adds nothing. */
export function tellsNothing({ coarsened }: { readonly coarsened?: Coarsened }): boolean {
  return coarsened !== undefined && coarsened.levels === coarsened.of
}

/** One level less of detail than a release that did not hold; at first what has changed only. */
export function coarserThan(
  { coarsened }: { readonly coarsened?: Coarsened },
  because: Coarsened['because'],
): Pick<Coarsened, 'levels' | 'because'> {
  return { levels: coarsened === undefined ? 0 : coarsened.levels + 1, because }
}
