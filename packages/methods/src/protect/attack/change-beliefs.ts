import type { Solver } from '../solver.ts'
import { ComponentAttack } from './component-attack.ts'
import { knowersOf, type Knower, type Knowers } from './knowers.ts'
import type { Inside } from './offers.ts'
import type { CellName, PublicKnowledge } from './public-cells.ts'
import type { SmallChange } from './small-changes.ts'
import { reduceToUnknowns, type Unknowns } from './unknowns.ts'
import { Seen, type Wanted } from './wanted.ts'
import { Witnesses, type Bounds } from './witnesses.ts'

/** One of the two cells of a change; it is far enough from the other, taken for what it is, where it is cleared. */
export interface Side {
  readonly wanted: Wanted
  readonly value: number
}

/** What somebody knows of a cell that is not cleared for him. */
export interface Belief {
  readonly knower?: Knower
  readonly low: number
  readonly high: number
}

/** The cells of a change, then and now. */
export function sidesOf({ from, to, reach }: SmallChange): readonly [Side, Side] {
  const side = (name: CellName, value: number, other: number): Side => ({
    wanted: { cell: name, reach: other + reach, orBelow: other - reach },
    value,
  })
  return [side(from.name, from.value, to.value), side(to.name, to.value, from.value)]
}

/** A component, and who attacks it. */
interface Field {
  readonly knowers: Knowers
  readonly found: Witnesses
  readonly attacker: ComponentAttack
}

/** What may be believed of cells, component by component; each is opened once. */
export class ChangeBeliefs {
  readonly #known: ReadonlyMap<CellName, number>
  readonly #home: ReadonlyMap<CellName, Unknowns>
  readonly #fields = new Map<Unknowns, Field>()
  readonly #inside: Inside | undefined
  readonly #solver: Solver

  constructor(knowledge: PublicKnowledge, inside: Inside | undefined, solver: Solver) {
    const { derived, components } = reduceToUnknowns(knowledge)
    this.#known = new Map([...knowledge.shown, ...derived])
    this.#home = new Map(
      components.flatMap((component) => component.cells.map((cell) => [cell, component] as const)),
    )
    this.#inside = inside
    this.#solver = solver
  }

  /** What the public can believe of cells; nothing of those that are cleared. */
  async ofPublic(sides: readonly Side[]): Promise<ReadonlyMap<Side, readonly Belief[]>> {
    return await this.#gather(sides, async (field, own) => {
      const { knowers } = field
      return await ask(field, own, knowers.public.bounds, knowers.public)
    })
  }

  /** What anybody can believe of cells, each with what he knows. */
  async ofAnybody(sides: readonly Side[]): Promise<ReadonlyMap<Side, readonly Belief[]>> {
    return await this.#gather(sides, async (field, own) => {
      const { knowers } = field
      const beliefs = await ask(field, own, knowers.public.bounds, knowers.public)
      const narrow = (await ask(field, own, knowers.everybody)).map(([side]) => side)
      for (const knower of knowers.parts) {
        if (narrow.length === 0) break
        beliefs.push(...(await ask(field, narrow, knower.bounds, knower)))
      }
      for (const knower of knowers.alone) {
        beliefs.push(...(await ask(field, own, knower.bounds, knower)))
      }
      return beliefs
    })
  }

  async close(): Promise<void> {
    for (const { attacker } of this.#fields.values()) await attacker.close()
  }

  async #gather(
    sides: readonly Side[],
    askIn: (field: Field, own: readonly Side[]) => Promise<readonly (readonly [Side, Belief])[]>,
  ): Promise<ReadonlyMap<Side, readonly Belief[]>> {
    const beliefs = new Map<Side, Belief[]>()
    const unknown = new Map<Unknowns, Side[]>()
    for (const side of sides) {
      const { cell } = side.wanted
      const known = this.#known.get(cell)
      const home = this.#home.get(cell)
      beliefs.set(side, known === undefined ? [] : [{ low: known, high: known }])
      if (known !== undefined || home === undefined) continue
      unknown.set(home, [...(unknown.get(home) ?? []), side])
    }
    for (const [component, own] of unknown) {
      const field = await this.#open(component)
      for (const [side, belief] of await askIn(field, own)) beliefs.get(side)!.push(belief)
    }
    return beliefs
  }

  async #open(component: Unknowns): Promise<Field> {
    const open = this.#fields.get(component)
    if (open !== undefined) return open
    const truth = this.#inside?.truth
    const scale = component.cells.reduce((sum, name) => sum + (truth?.get(name) ?? 0), 0)
    const found = new Witnesses(component)
    const attacker = await ComponentAttack.open(component, this.#solver, scale, true, found)
    const field = { knowers: knowersOf(component, this.#inside), found, attacker }
    this.#fields.set(component, field)
    return field
  }
}

/** @returns the cells that are not cleared, with what can be believed of them */
async function ask(
  { found, attacker }: Field,
  sides: readonly Side[],
  bounds: Bounds,
  knower?: Knower,
): Promise<(readonly [Side, Belief])[]> {
  const asked = sides.map((side) => ({ side, seen: new Seen(side.wanted) }))
  // nobody can rule out what is true
  for (const { side, seen } of asked) seen.take(side.value, undefined)
  const all = asked.map(({ seen }) => seen)
  found.show(all, bounds)
  if (all.some((seen) => !seen.isCleared())) {
    attacker.become(bounds)
    await attacker.run(all)
  }
  return asked.flatMap(({ side, seen: { low, high }, seen }) =>
    seen.isCleared()
      ? []
      : [[side, { low, high, ...(knower === undefined ? {} : { knower }) }] as const],
  )
}
