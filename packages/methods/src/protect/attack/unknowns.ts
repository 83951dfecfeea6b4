import { follow, followingCells } from './follow-equations.ts'
import type { CellName, PublicKnowledge } from './public-cells.ts'

/** A set of unknown cells that hang together, with the equations among them: A·z = right side. */
export interface Unknowns {
  readonly cells: readonly CellName[]
  readonly position: ReadonlyMap<CellName, number>
  /** Each equation: positions and signs of its unknown cells, and what they must come to. */
  readonly equations: readonly UnknownEquation[]
}

export interface UnknownEquation {
  readonly positions: readonly number[]
  readonly signs: readonly number[]
  readonly right: number
}

export interface Reduced {
  /** Cells that follow by subtraction alone, with their value. */
  readonly derived: ReadonlyMap<CellName, number>
  readonly components: readonly Unknowns[]
}

/**
 * What is left to find out: cells that follow from the others by one subtraction after another
 * are derived, and the rest falls apart into components that tell nothing about each other.
 */
export function reduceToUnknowns(knowledge: PublicKnowledge): Reduced {
  const values = new Map(knowledge.shown)
  const derived = new Map<CellName, number>()
  for (const each of followingCells(knowledge.equations, (cell) => values.has(cell))) {
    const value = follow(each, (cell) => values.get(cell)!)
    values.set(each.cell, value)
    derived.set(each.cell, value)
  }
  const open = knowledge.equations.map(
    (equation) => new Set(equation.filter((name) => !values.has(name))),
  )
  const left = knowledge.hidden.filter((name) => !values.has(name))
  return { derived, components: split(knowledge, left, open, values) }
}

function split(
  knowledge: PublicKnowledge,
  left: readonly CellName[],
  open: readonly ReadonlySet<CellName>[],
  values: ReadonlyMap<CellName, number>,
): Unknowns[] {
  const leader = new Map<CellName, CellName>(left.map((name) => [name, name]))
  const find = (name: CellName): CellName => {
    let root = name
    while (leader.get(root) !== root) root = leader.get(root)!
    for (let at = name; at !== root;) {
      const next = leader.get(at)!
      leader.set(at, root)
      at = next
    }
    return root
  }
  for (const unknown of open) {
    const [first, ...others] = unknown
    for (const other of others) leader.set(find(other), find(first!))
  }
  const members = new Map<CellName, CellName[]>()
  for (const name of left) {
    const root = find(name)
    const list = members.get(root)
    if (list === undefined) members.set(root, [name])
    else list.push(name)
  }
  const equations = new Map<CellName, number[]>()
  open.forEach((unknown, at) => {
    const [first] = unknown
    if (first === undefined) return
    const root = find(first)
    const list = equations.get(root)
    if (list === undefined) equations.set(root, [at])
    else list.push(at)
  })
  return [...members].map(([root, cells]) => {
    const position = new Map(cells.map((name, at) => [name, at]))
    return {
      cells,
      position,
      equations: (equations.get(root) ?? []).map((at) =>
        write(knowledge.equations[at]!, open[at]!, values, position),
      ),
    }
  })
}

function write(
  equation: readonly CellName[],
  unknown: ReadonlySet<CellName>,
  values: ReadonlyMap<CellName, number>,
  position: ReadonlyMap<CellName, number>,
): UnknownEquation {
  const positions: number[] = []
  const signs: number[] = []
  let right = 0
  equation.forEach((name, at) => {
    const sign = at === 0 ? -1 : 1
    if (unknown.has(name)) {
      positions.push(position.get(name)!)
      signs.push(sign)
    } else right -= sign * values.get(name)!
  })
  return { positions, signs, right }
}
