import type { Programme } from './table/programme.ts'

/** The sensitive cell that another is hidden for. */
export interface Guarded {
  readonly cell: number
  /** Totals between the two: 1 where both stand in one, more where others are hidden in between. */
  readonly totals: number
}

/**
 * For each hidden cell the nearest sensitive one: along totals in which hidden cells stand together, since a
 * cell alone in a total could be worked out from it. Of several as near the first is named. A sensitive cell
 * is its own.
 *
 * @param hidden 1 where a cell is hidden. `[cells]`
 * @param sensitive cells that are hidden for themselves
 */
export function guardedCells(
  { relations, cellCount }: Pick<Programme, 'relations' | 'cellCount'>,
  hidden: ArrayLike<number>,
  sensitive: Iterable<number>,
): ReadonlyMap<number, Guarded> {
  const relationsOf = Array.from({ length: cellCount }, (): number[] => [])
  for (let relation = 0; relation < relations.count; relation += 1) {
    for (let at = relations.starts[relation]!; at < relations.starts[relation + 1]!; at += 1) {
      const cell = relations.cells[at]!
      if (hidden[cell] === 1) relationsOf[cell]!.push(relation)
    }
  }
  const found = new Map<number, Guarded>()
  for (const cell of [...sensitive].toSorted((a, b) => a - b)) {
    if (hidden[cell] === 1) found.set(cell, { cell, totals: 0 })
  }
  const walked = new Uint8Array(relations.count)
  // A Map is walked in the order in which it grows: the nearest cells first.
  for (const [from, { cell: guarded, totals }] of found) {
    for (const relation of relationsOf[from]!) {
      if (walked[relation] === 1) continue
      walked[relation] = 1
      for (let at = relations.starts[relation]!; at < relations.starts[relation + 1]!; at += 1) {
        const cell = relations.cells[at]!
        if (hidden[cell] !== 1 || found.has(cell)) continue
        found.set(cell, { cell: guarded, totals: totals + 1 })
      }
    }
  }
  return found
}
