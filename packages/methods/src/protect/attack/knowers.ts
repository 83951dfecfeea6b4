import type { Inside } from './offers.ts'
import type { CellName } from './public-cells.ts'
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

export function knowersOf(component: Unknowns, inside: Inside | undefined): Knowers {
  const base = noBounds(component)
  const everybody = noBounds(component)
  component.cells.forEach((name, at) => {
    base.least[at] = inside?.floor?.get(name) ?? 0
    everybody.least[at] = Math.max(base.least[at], inside?.largest.get(name) ?? 0)
  })
  const knowing = (own: readonly number[], least: (name: CellName) => number, isSure: boolean) => {
    const bounds = { least: base.least.slice(), most: base.most.slice(), base, own }
    for (const at of own) {
      const name = component.cells[at]!
      bounds.least[at] = least(name)
      if (isSure && inside?.unsure?.has(name) !== true) bounds.most[at] = bounds.least[at]!
    }
    return bounds
  }
  const parts: Knower[] = []
  const persons = new Map<string, number[]>()
  component.cells.forEach((name, at) => {
    const person = inside?.alone.get(name)
    if (person !== undefined) {
      persons.set(person, [...(persons.get(person) ?? []), at])
      return
    }
    if (everybody.least[at]! <= base.least[at]!) return
    const bounds = knowing([at], () => everybody.least[at]!, false)
    parts.push({ bounds, insight: { of: 'part', cells: [name] } })
  })
  const groups = (inside?.mayBeOne ?? []).flatMap((group) => {
    const members = group.filter((person) => persons.has(person))
    return members.length < 2 ? [] : [members.flatMap((person) => persons.get(person)!)]
  })
  const alone = [...persons.values(), ...groups].map((own): Knower => ({
    bounds: knowing(own, (name) => inside!.truth.get(name)!, true),
    insight: { of: 'all', cells: own.map((at) => component.cells[at]!) },
  }))
  return { public: { bounds: base }, everybody, parts, alone }
}
