import type { Solver } from '../solver.ts'
import { ComponentAttack, exactUpTo } from './component-attack.ts'
import { clearByOffers, type Inside, type Offer } from './offers.ts'
import {
  type CellName,
  type PublicHierarchies,
  type PublicTable,
  readPublicCells,
} from './public-cells.ts'
import { reduceToUnknowns, type Reduced, type Unknowns } from './unknowns.ts'
import { type Leak, Seen, type Wanted } from './wanted.ts'
import { Witnesses, type Bounds } from './witnesses.ts'

export interface AttackOptions {
  /** Whether every figure is a whole number (counts always are). */
  readonly whole: boolean
  /** What only the node knows: makes the attack run as each single contributor too. */
  readonly inside?: Inside
  /** What else is known to add up, beside tables: the first cell of each is the sum of the others. */
  readonly sums?: readonly (readonly CellName[])[]
  /** Alternative tables to be checked before any problem is solved; they need `inside`. */
  readonly offers?: readonly Offer[]
  /** Ends with the first leaks that are found, where it matters only whether there are any. */
  readonly untilLeak?: true
  readonly progress?: (done: number) => void
}

export interface AttackReport {
  readonly leaks: readonly Leak[]
  readonly cellsAttacked: number
  readonly components: number
  readonly problemsSolved: number
  readonly clearedByWitness: number
  /** Cells whose interval was found in fractions only, their component being too large. */
  readonly notExact: number
  /** What is left open of the cells attacked, as far as it was seen: the least and greatest possible. */
  readonly open: ReadonlyMap<CellName, Interval>
}

/** Values that the public cannot rule out; the true interval may be wider still. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Published tables that contradict themselves: nothing can be inferred from them. */
export class Contradiction extends Error {
  override readonly name = 'Contradiction'
}

/**
 * Attacks published tables: for every wanted cell, the least and greatest value that is possible
 * given all that is shown, that totals are sums of their parts, that no figure is negative and
 * (where `whole`) that figures are whole. Cells whose interval falls short are leaks.
 *
 * Knows nothing of how cells were hidden. Assumes that the attacker sees every table at once.
 *
 * @throws Contradiction where what is shown does not add up
 * @see Fischetti and Salazar, "Models and algorithms for optimizing cell suppression in tabular
 *   data with linear constraints", JASA 95 (2000), section 2 (the attacker's problems)
 */
export async function attack(
  tables: readonly PublicTable[],
  hierarchies: PublicHierarchies,
  wanted: readonly Wanted[],
  solver: Solver,
  options: AttackOptions,
): Promise<AttackReport> {
  const knowledge = readPublicCells(tables, hierarchies, options.sums)
  if (knowledge.contradiction !== undefined) throw new Contradiction(knowledge.contradiction)
  const reduced = reduceToUnknowns(knowledge)
  const open = new Map<CellName, Interval>()
  const tally: Tally = { open, leaks: [], solved: 0, witnesses: 0, notExact: 0 }
  const left = wantedByComponent(wanted, knowledge.shown, reduced, tally.leaks)
  let done = 0
  for (const [component, cells] of left) {
    if (options.untilLeak === true && tally.leaks.length > 0) break
    await attackComponent(component, cells, solver, options, tally)
    done += cells.length
    options.progress?.(done / wanted.length)
  }
  return {
    leaks: tally.leaks,
    cellsAttacked: wanted.length,
    components: reduced.components.length,
    problemsSolved: tally.solved,
    clearedByWitness: tally.witnesses,
    notExact: tally.notExact,
    open,
  }
}

interface Tally {
  readonly open: Map<CellName, Interval>
  leaks: Leak[]
  solved: number
  witnesses: number
  notExact: number
}

function wantedByComponent(
  wanted: readonly Wanted[],
  shown: ReadonlyMap<CellName, number>,
  reduced: Reduced,
  leaks: Leak[],
): Map<Unknowns, Seen[]> {
  const home = new Map<CellName, Unknowns>()
  for (const component of reduced.components) {
    for (const cell of component.cells) home.set(cell, component)
  }
  const left = new Map<Unknowns, Seen[]>()
  for (const wish of wanted) {
    const known = shown.get(wish.cell) ?? reduced.derived.get(wish.cell)
    const component = home.get(wish.cell)
    const parent = wish.within?.cell
    const parentKnown =
      parent === undefined ? undefined : (shown.get(parent) ?? reduced.derived.get(parent))
    const seen = new Seen(
      parentKnown === undefined
        ? wish
        : { ...wish, within: { ...wish.within!, shown: parentKnown } },
    )
    if (known !== undefined || component === undefined) {
      if (known === undefined) continue
      seen.take(known, parentKnown)
      leaks.push(leakOf(seen, 'public'))
      continue
    }
    const cells = left.get(component)
    if (cells === undefined) left.set(component, [seen])
    else cells.push(seen)
  }
  return left
}

function leakOf(seen: Seen, by: Leak['by'], knowing?: CellName, person?: string): Leak {
  return {
    cell: seen.wanted.cell,
    low: seen.low,
    high: seen.high,
    required: seen.required(),
    by,
    ...(knowing === undefined ? {} : { knowing }),
    ...(person === undefined ? {} : { person }),
  }
}

async function attackComponent(
  component: Unknowns,
  cells: readonly Seen[],
  solver: Solver,
  options: AttackOptions,
  tally: Tally,
): Promise<void> {
  const { inside, offers } = options
  let left = cells
  if (inside !== undefined && offers !== undefined) {
    const byCell = new Map<CellName, Offer[]>()
    for (const offer of offers) {
      const list = byCell.get(offer.cell)
      if (list === undefined) byCell.set(offer.cell, [offer])
      else list.push(offer)
    }
    left = cells.filter(
      (seen) => !clearByOffers(seen, byCell.get(seen.wanted.cell) ?? [], component, inside),
    )
    tally.witnesses += cells.length - left.length
    for (const seen of cells) if (seen.isCleared()) widen(tally.open, seen)
  }
  if (left.length === 0) return
  const found = new Witnesses(component)
  const scale = component.cells.reduce((sum, name) => sum + (inside?.truth.get(name) ?? 0), 0)
  const attacker = await ComponentAttack.open(component, solver, scale, options.whole, found)
  try {
    await attackWith({ component, tally, found, attacker }, left, options)
  } finally {
    tally.solved += attacker.solved
    await attacker.close()
  }
}

async function attackWith(
  search: Search,
  left: readonly Seen[],
  { inside, whole, untilLeak }: AttackOptions,
): Promise<void> {
  const { component, tally } = search
  const fresh = left.map((seen) => new Seen(seen.wanted))
  const open = await runAs(search, fresh, noBounds(component))
  if (!open) throw new Contradiction(component.cells[0] ?? '')
  if (whole && component.cells.length > exactUpTo) tally.notExact += fresh.length
  const survivors: Seen[] = []
  for (const seen of fresh) {
    widen(tally.open, seen)
    // group disclosure allows for contributors by its own k
    if (seen.isCleared()) {
      if (seen.wanted.within === undefined && seen.wanted.publicOnly !== true) survivors.push(seen)
    } else tally.leaks.push(leakOf(seen, 'public'))
  }
  if (inside === undefined || (untilLeak === true && tally.leaks.length > 0)) return
  await attackAsContributors(search, survivors, inside)
}

function widen(open: Map<CellName, Interval>, { wanted, low, high }: Seen): void {
  const known = open.get(wanted.cell) ?? { low, high }
  open.set(wanted.cell, { low: Math.min(low, known.low), high: Math.max(high, known.high) })
}

function noBounds(component: Unknowns): { least: Float64Array; most: Float64Array } {
  return {
    least: new Float64Array(component.cells.length),
    most: new Float64Array(component.cells.length).fill(Number.POSITIVE_INFINITY),
  }
}

/** What attackers of one component share: the same tables, and the witnesses found by any of them. */
interface Search {
  readonly component: Unknowns
  readonly tally: Tally
  readonly found: Witnesses
  readonly attacker: ComponentAttack
}

async function runAs(
  { attacker, tally }: Search,
  cells: readonly Seen[],
  bounds: Bounds,
): Promise<boolean> {
  attacker.become(bounds)
  const findings = await attacker.run(cells)
  tally.witnesses += findings.clearedByWitness
  return findings.possible
}

/** What an attacker knows, being put together. */
type Knowing = Bounds & { readonly own: number[] }

/**
 * Runs as each single contributor. Whoever contributes to a cell knows that it holds at least as
 * much; whoever is alone in it knows the cell. First all lower bounds at once, which is more than
 * any one knows; the cells that this does not clear, contributor by contributor.
 */
async function attackAsContributors(
  search: Search,
  cells: readonly Seen[],
  inside: Inside,
): Promise<void> {
  if (cells.length === 0) return
  const { component } = search
  const everything = noBounds(component)
  const base = noBounds(component)
  component.cells.forEach((name, at) => {
    base.least[at] = inside.floor?.get(name) ?? 0
    everything.least[at] = Math.max(base.least[at], inside.largest.get(name) ?? 0)
  })
  const publicBounds = (): Knowing => {
    const { least, most } = base
    return { least: least.slice(), most: most.slice(), base, own: [] }
  }
  const together = cells.map((seen) => new Seen(seen.wanted))
  await runAs(search, together, everything)
  const suspects = together.filter((seen) => !seen.isCleared())
  const leaking = new Set<CellName>()
  if (inside.floor !== undefined) {
    const reads = component.cells.find((name) => inside.floor!.has(name)) ?? component.cells[0]!
    await attackKnowing(search, suspects, publicBounds(), reads, leaking)
  }
  if (inside.parts !== undefined) {
    const left = new Set(together.flatMap((seen) => (seen.isCleared() ? [] : [seen.wanted])))
    await attackWithParts(search, cells, left, inside, publicBounds, leaking)
    return
  }
  const persons = new Map<string, number[]>()
  component.cells.forEach((name, at) => {
    const person = inside.alone.get(name)
    if (person === undefined) return
    const list = persons.get(person)
    if (list === undefined) persons.set(person, [at])
    else list.push(at)
  })
  for (const [at, name] of component.cells.entries()) {
    const known = inside.largest.get(name) ?? 0
    if (suspects.length === 0 || inside.alone.has(name)) continue
    if (known <= (inside.floor?.get(name) ?? 0)) continue
    const bounds = publicBounds()
    bounds.least[at] = known
    bounds.own.push(at)
    const others = suspects.filter(
      ({ wanted }) => wanted.cell !== name && !leaking.has(wanted.cell),
    )
    await attackKnowing(search, others, bounds, name, leaking)
  }
  for (const [person, own] of persons) {
    const bounds = publicBounds()
    for (const at of own) {
      const value = inside.truth.get(component.cells[at]!)!
      bounds.least[at] = value
      bounds.own.push(at)
      if (inside.unsure?.has(component.cells[at]!) !== true) bounds.most[at] = value
    }
    const others = cells.filter(
      ({ wanted }) => inside.alone.get(wanted.cell) !== person && !leaking.has(wanted.cell),
    )
    const name = component.cells[own[0]!]!
    await attackKnowing(search, others, bounds, name, leaking)
  }
}

/**
 * Each person with all that he knows: his part of every cell, and all of those that he is alone in.
 *
 * @param left what must be attacked by those too who are alone in no cell
 */
async function attackWithParts(
  search: Search,
  cells: readonly Seen[],
  left: ReadonlySet<Wanted>,
  { parts, alone, largest, truth }: Inside,
  publicBounds: () => Knowing,
  leaking: Set<CellName>,
): Promise<void> {
  const { component } = search
  const asked = new Set<string>()
  for (const [person, own] of parts!) {
    // persons of whom everything is the same know the same
    const knows = JSON.stringify([...own])
    if (asked.has(knows)) continue
    asked.add(knows)
    const bounds = publicBounds()
    let first: CellName | undefined
    let knowsAll = false
    for (const [name, part] of own) {
      const at = component.position.get(name)
      if (at === undefined) continue
      first ??= name
      bounds.least[at] = Math.max(bounds.least[at]!, part)
      bounds.own.push(at)
      if (alone.get(name) !== person) continue
      knowsAll = true
      bounds.most[at] = truth.get(name)!
    }
    if (first === undefined) continue
    // nobody is protected from himself
    const others = cells.filter(
      ({ wanted }) =>
        (own.get(wanted.cell) ?? 0) < (largest.get(wanted.cell) ?? 1) &&
        !leaking.has(wanted.cell) &&
        (knowsAll || left.has(wanted)),
    )
    await attackKnowing(search, others, bounds, first, leaking, person)
  }
}

async function attackKnowing(
  search: Search,
  cells: readonly Seen[],
  bounds: Bounds,
  name: CellName,
  leaking: Set<CellName>,
  person?: string,
): Promise<void> {
  const fresh = cells.map((seen) => new Seen(seen.wanted))
  search.found.show(fresh, bounds)
  const left = fresh.filter((seen) => !seen.isCleared())
  search.tally.witnesses += fresh.length - left.length
  if (left.length === 0) return
  await runAs(search, left, bounds)
  for (const seen of left) {
    if (seen.isCleared() || leaking.has(seen.wanted.cell)) continue
    leaking.add(seen.wanted.cell)
    search.tally.leaks.push(leakOf(seen, 'contributor', name, person))
  }
}
