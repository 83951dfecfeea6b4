import { depthOf } from './ledger-hierarchies.ts'

/** Codes of a cell by the names of their dimensions. */
type Codes = Readonly<Record<string, string>>

/**
 * The levels of a vintage of which everything is hidden, zeros among it. That a cell of them is hidden
 * does not say that it holds somebody.
 *
 * @returns whether a cell lies on one of them
 */
export function coarseLevels(
  cells: Iterable<{ readonly codes: Codes; readonly shown: boolean; readonly value: number }>,
  parents: Readonly<Record<string, ReadonlyMap<string, string>>>,
): (codes: Codes) => boolean {
  const hidesZeros = new Set<number>()
  const shows = new Set<number>()
  for (const { codes, shown, value } of cells) {
    if (shown) shows.add(depthOf(codes, parents))
    else if (value === 0) hidesZeros.add(depthOf(codes, parents))
  }
  return (codes) => {
    if (hidesZeros.size === 0) return false
    const depth = depthOf(codes, parents)
    return hidesZeros.has(depth) && !shows.has(depth)
  }
}
