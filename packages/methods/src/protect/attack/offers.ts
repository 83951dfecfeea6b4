import type { CellName } from './public-cells.ts'
import type { Unknowns } from './unknowns.ts'
import type { Seen } from './wanted.ts'

/**
 * An alternative to the true tables that somebody claims to be possible, as changes to them. It
 * counts only after it has been checked against everything that is public.
 */
export interface Offer {
  /** The cell that it is meant to clear. */
  readonly cell: CellName
  readonly changes: ReadonlyMap<CellName, number>
}

/** What the node knows of its hidden cells: the truth, and what insiders know of it. */
export interface Inside {
  readonly truth: ReadonlyMap<CellName, number>
  /** The largest contribution to a cell: its contributor knows that the cell holds that much. */
  readonly largest: ReadonlyMap<CellName, number>
  /** The person behind a cell of a single contributor, who knows all of it. */
  readonly alone: ReadonlyMap<CellName, string>
  /** Persons alone in cells who may all be one, by their names in `alone`: see `possiblyOnePerson`. */
  readonly mayBeOne?: readonly (readonly string[])[]
  /** The source names nobody: whoever gives most to a cell may give most to others too. */
  readonly nameless?: true
  /** Cells that hold one person only, who does not know that nobody else is in them. */
  readonly unsure?: ReadonlySet<CellName>
  /** What whoever reasons that zeros are shown knows a hidden cell to hold at least. */
  readonly floor?: ReadonlyMap<CellName, number>
  /** What each person contributes to hidden cells, where that is known of all: each attacks with it. */
  readonly parts?: ReadonlyMap<string, ReadonlyMap<CellName, number>>
}

/** Whether the changed tables are possible: they add up, and hold what every contributor knows. */
export function isPossible(offer: Offer, component: Unknowns, inside: Inside): boolean {
  for (const [cell, change] of offer.changes) {
    const truth = inside.truth.get(cell)
    if (truth === undefined || !component.position.has(cell)) return false
    if (truth + change < Math.max(0, inside.largest.get(cell) ?? 0)) return false
    if (!Number.isInteger(change)) return false
  }
  return equationsTouched(offer, component).every((equation) => {
    let sum = 0
    equation.positions.forEach((position, at) => {
      sum += equation.signs[at]! * (offer.changes.get(component.cells[position]!) ?? 0)
    })
    return sum === 0
  })
}

const touching = new WeakMap<Unknowns, number[][]>()

function equationsTouched(offer: Offer, component: Unknowns) {
  let index = touching.get(component)
  if (index === undefined) {
    index = component.cells.map(() => [])
    component.equations.forEach(({ positions }, at) => {
      for (const position of positions) index![position]!.push(at)
    })
    touching.set(component, index)
  }
  const touched = new Set<number>()
  for (const cell of offer.changes.keys()) {
    for (const at of index[component.position.get(cell)!]!) touched.add(at)
  }
  return [...touched].map((at) => component.equations[at]!)
}

/**
 * Looks at a cell through offers that are possible. It is cleared when they open its interval far
 * enough and no single person, alone in some hidden cell, can rule all of the far ones out.
 */
export function clearByOffers(
  seen: Seen,
  offers: readonly Offer[],
  component: Unknowns,
  inside: Inside,
): boolean {
  const { cell, within, publicOnly } = seen.wanted
  const truth = inside.truth.get(cell)!
  const containing = within === undefined ? undefined : inside.truth.get(within.cell)
  seen.take(truth, containing ?? within?.shown)
  const own = inside.alone.get(cell)
  let unconvinced: Set<string> | undefined
  for (const offer of offers) {
    if (!isPossible(offer, component, inside)) continue
    const parentChange = within === undefined ? 0 : (offer.changes.get(within.cell) ?? 0)
    const parent = containing ?? within?.shown
    seen.take(
      truth + (offer.changes.get(cell) ?? 0),
      parent === undefined ? undefined : parent + parentChange,
    )
    const others = new Set<string>()
    for (const changed of offer.changes.keys()) {
      const person = inside.alone.get(changed)
      if (person === undefined || person === own) continue
      others.add(person)
      inside.mayBeOne?.forEach((group, at) => {
        if (group.includes(person)) others.add(`group ${at}`)
      })
    }
    unconvinced =
      unconvinced === undefined
        ? others
        : new Set([...others].filter((person) => unconvinced!.has(person)))
  }
  // group disclosure allows for insiders by its own k
  if (within !== undefined || publicOnly === true) return seen.isCleared()
  return seen.isCleared() && unconvinced !== undefined && unconvinced.size === 0
}
