import type { Unknowns } from './unknowns.ts'
import type { Seen } from './wanted.ts'

/** What one attacker knows beforehand of the cells of a component, by position. */
export interface Bounds {
  readonly least: Float64Array
  readonly most: Float64Array
  /** What all attackers of a kind know; of one among them `own` lists where he knows more. */
  readonly base?: Bounds
  readonly own?: readonly number[]
}

/** Tables that are kept to be shown to further attackers. */
const mostKept = 500

/**
 * Tables of one component that are possible for whoever found them. Another attacker, who knows other
 * cells, need not search for what one of them shows already, where it agrees with what he knows.
 */
export class Witnesses {
  readonly #unknowns: Unknowns
  readonly #tables: Float64Array[] = []
  /** Whether each table agrees with what all of a kind know. */
  readonly #agreeing = new Map<Bounds, boolean[]>()

  constructor(unknowns: Unknowns) {
    this.#unknowns = unknowns
  }

  add(table: Float64Array): void {
    if (this.#tables.length < mostKept) this.#tables.push(table)
  }

  /** Shows cells what the tables say of them that an attacker cannot rule out. */
  show(cells: readonly Seen[], bounds: Bounds): void {
    const agrees = this.#agree(bounds.base ?? bounds)
    this.#tables.forEach((table, at) => {
      if (agrees[at] !== true || !isWithin(table, bounds, bounds.own ?? [])) return
      for (const seen of cells) takeFrom(table, seen, this.#unknowns)
    })
  }

  #agree(base: Bounds): readonly boolean[] {
    const known = this.#agreeing.get(base) ?? []
    this.#agreeing.set(base, known)
    const every = this.#unknowns.cells.keys()
    const all = known.length < this.#tables.length ? [...every] : []
    while (known.length < this.#tables.length) {
      known.push(isWithin(this.#tables[known.length]!, base, all))
    }
    return known
  }
}

function isWithin(table: Float64Array, { least, most }: Bounds, at: readonly number[]): boolean {
  return at.every(
    (place) => table[place]! >= least[place]! - slack && table[place]! <= most[place]! + slack,
  )
}

const slack = 1e-6

/** Lets a wanted cell see its value in a table, and that of the cell which contains it. */
export function takeFrom(table: Float64Array, seen: Seen, { position }: Unknowns): void {
  const { cell, within } = seen.wanted
  const containing = within === undefined ? undefined : position.get(within.cell)
  seen.take(
    table[position.get(cell)!]!,
    containing === undefined ? within?.shown : table[containing],
  )
}
