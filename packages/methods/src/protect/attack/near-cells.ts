import type { CellName } from './public-cells.ts'

/** Sums that are gone through from a cell that leaks. */
const mostSteps = 6

/**
 * The cells that a cell hangs together with, the nearest first: those that stand in a sum with it, then those in a
 * sum with any of these, and so on. What is shown ends a way: beyond it nothing is told of the cell.
 *
 * @param equations the first cell of each is the sum of the others
 * @param isHidden whether a way goes on from a cell
 * @returns by steps
 */
export function nearCells(
  from: CellName,
  equations: readonly (readonly CellName[])[],
  isHidden: (cell: CellName) => boolean,
): CellName[][] {
  const standing = new Map<CellName, (readonly CellName[])[]>()
  for (const equation of equations) {
    for (const cell of equation) {
      const own = standing.get(cell)
      if (own === undefined) standing.set(cell, [equation])
      else own.push(equation)
    }
  }
  const seen = new Set([from])
  const steps: CellName[][] = []
  let last = [from]
  while (last.length > 0 && steps.length < mostSteps) {
    const next: CellName[] = []
    for (const cell of last) {
      for (const beside of (standing.get(cell) ?? []).flat()) {
        if (seen.has(beside)) continue
        seen.add(beside)
        next.push(beside)
      }
    }
    if (next.length > 0) steps.push(next)
    last = next.filter(isHidden)
  }
  return steps
}
