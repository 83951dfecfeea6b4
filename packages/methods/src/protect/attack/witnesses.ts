import type { Unknowns } from './unknowns.ts'
import type { Seen } from './wanted.ts'

/** What one attacker knows beforehand of the cells of a component, by position. */
export interface Bounds {
  readonly least: Float64Array
  readonly most: Float64Array
}

/** Tables that are kept to be shown to further attackers. */
const most = 500

/**
 * Tables of one component that are possible for whoever found them. Another attacker, who knows other
 * cells, need not search for what one of them shows already, where it agrees with what he knows.
 */
export class Witnesses {
  readonly #unknowns: Unknowns
  readonly #tables: Float64Array[] = []

  constructor(unknowns: Unknowns) {
    this.#unknowns = unknowns
  }

  add(table: Float64Array): void {
    if (this.#tables.length < most) this.#tables.push(table)
  }

  /** Shows cells what the tables say of them that an attacker cannot rule out. */
  show(cells: readonly Seen[], { least, most: greatest }: Bounds): void {
    const slack = 1e-6
    for (const table of this.#tables) {
      const isPossible = table.every(
        (value, at) => value >= least[at]! - slack && value <= greatest[at]! + slack,
      )
      if (isPossible) for (const seen of cells) takeFrom(table, seen, this.#unknowns)
    }
  }
}

/** Lets a wanted cell see its value in a table, and that of the cell which contains it. */
export function takeFrom(table: Float64Array, seen: Seen, { position }: Unknowns): void {
  const { cell, within } = seen.wanted
  const containing = within === undefined ? undefined : position.get(within.cell)
  seen.take(
    table[position.get(cell)!]!,
    containing === undefined ? within?.shown : table[containing],
  )
}
