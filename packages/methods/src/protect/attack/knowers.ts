import type { Inside } from './offers.ts'
import { noBounds } from './search.ts'
import type { Unknowns } from './unknowns.ts'
import type { Insight } from './wanted.ts'
import type { Bounds } from './witnesses.ts'

/** Somebody who knows more of a component than the public, or the public itself. */
export interface Knower {
  readonly bounds: Bounds
  /** Absent: the public, which knows no more than that zeros are shown. */
  readonly insight?: Insight
}

/** Those who attack a component. */
export interface Knowers {
  readonly public: Knower
  /** More than any one knows of whom `parts` are. */
  readonly everybody: Bounds
  /** Whoever gives something to a cell, of which he knows that it holds as much. */
  readonly parts: readonly Knower[]
  /** Whoever is alone in cells, by himself and as one with all who may be the same. */
  readonly alone: readonly Knower[]
}

/** What bounds the cells of a component for everybody, and for one who would know the parts of all. */
export function boundsOfAll(component: Unknowns, inside: Inside | undefined) {
  const base = noBounds(component)
  const everybody = noBounds(component)
  component.cells.forEach((name, at) => {
    base.least[at] = inside?.floor?.get(name) ?? 0
    everybody.least[at] = Math.max(base.least[at], inside?.largest.get(name) ?? 0)
  })
  return { base, everybody }
}

/** The cells of a component in which each person is alone, by position. */
export function cellsAlone(
  { cells }: Unknowns,
  alone: Inside['alone'] = new Map(),
): ReadonlyMap<string, readonly number[]> {
  const persons = new Map<string, number[]>()
  cells.forEach((name, at) => {
    const person = alone.get(name)
    if (person !== undefined) persons.set(person, [...(persons.get(person) ?? []), at])
  })
  return persons
}

/** What one knows who gives so much to a cell, besides what everybody knows. */
export function knowingPart(base: Bounds, at: number, part: number): Bounds {
  const least = base.least.slice()
  least[at] = part
  return { least, most: base.most.slice(), base, own: [at] }
}

/** What one knows who is alone in cells, besides what everybody knows: all of them, but where he may not be alone. */
export function knowingCells(
  { cells }: Unknowns,
  { truth, unsure }: Pick<Inside, 'truth' | 'unsure'>,
  base: Bounds,
  own: readonly number[],
): Bounds & { readonly own: readonly number[] } {
  const [least, most] = [base.least.slice(), base.most.slice()]
  for (const at of own) {
    const name = cells[at]!
    least[at] = truth.get(name)!
    if (unsure?.has(name) !== true) most[at] = least[at]!
  }
  return { least, most, base, own }
}

export function knowersOf(component: Unknowns, inside: Inside | undefined): Knowers {
  const { base, everybody } = boundsOfAll(component, inside)
  const parts = component.cells.flatMap((name, at): Knower[] => {
    const part = everybody.least[at]!
    if (inside?.alone.has(name) === true || part <= base.least[at]!) return []
    return [{ bounds: knowingPart(base, at, part), insight: { of: 'part', cells: [name] } }]
  })
  const persons = cellsAlone(component, inside?.alone)
  const groups = (inside?.mayBeOne ?? []).flatMap((group) => {
    const members = group.filter((person) => persons.has(person))
    return members.length < 2 ? [] : [members.flatMap((person) => persons.get(person)!)]
  })
  const alone = [...persons.values(), ...groups].map((own): Knower => ({
    bounds: knowingCells(component, inside!, base, own),
    insight: { of: 'all', cells: own.map((at) => component.cells[at]!) },
  }))
  return { public: { bounds: base }, everybody, parts, alone }
}
