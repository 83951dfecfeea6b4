import type { Solver } from '../solver.ts'
import { attackAsContributors } from './attack-as-contributors.ts'
import { ComponentAttack } from './component-attack.ts'
import { clearByOffers, type Inside, type Offer } from './offers.ts'
import {
  type CellName,
  type KnownBeside,
  type PublicHierarchies,
  type PublicTable,
  readPublicCells,
} from './public-cells.ts'
import {
  isTold,
  leakOf,
  noBounds,
  runAs,
  type Interval,
  type Reporting,
  type Search,
  type Tally,
} from './search.ts'
import { reduceToUnknowns, type Reduced, type Unknowns } from './unknowns.ts'
import { withUnseen } from './unseen-changes.ts'
import { type Leak, Seen, type Wanted } from './wanted.ts'
import { Witnesses } from './witnesses.ts'

export interface AttackOptions extends Reporting, KnownBeside {
  /** Whether every figure is a whole number (counts always are). */
  readonly whole: boolean
  /** What only the node knows: makes the attack run as each single contributor too. */
  readonly inside?: Inside
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
  given: AttackOptions,
): Promise<AttackReport> {
  const knowledge = readPublicCells(tables, hierarchies, given)
  if (knowledge.contradiction !== undefined) throw new Contradiction(knowledge.contradiction)
  const { inside, offers } = given
  const options: AttackOptions =
    inside === undefined || offers === undefined
      ? given
      : { ...given, ...withUnseen(knowledge, inside, offers) }
  const reduced = reduceToUnknowns(knowledge)
  const open = new Map<CellName, Interval>()
  const tally: Tally = { open, leaks: [], solved: 0, witnesses: 0, notExact: 0 }
  const left = wantedByComponent(wanted, knowledge.shown, reduced, options, tally.leaks)
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

function wantedByComponent(
  wanted: readonly Wanted[],
  shown: ReadonlyMap<CellName, number>,
  reduced: Reduced,
  reporting: Reporting,
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
      const leak = leakOf(seen, 'public')
      if (!isTold(reporting, leak)) leaks.push(leak)
      continue
    }
    const cells = left.get(component)
    if (cells === undefined) left.set(component, [seen])
    else cells.push(seen)
  }
  return left
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
    const { told, everybody } = options
    const reporting = {
      ...(told === undefined ? {} : { told }),
      ...(everybody === undefined ? {} : { everybody }),
    }
    await attackWith({ component, tally, found, attacker, ...reporting }, left, options)
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
  if (whole && !search.attacker.isExact) tally.notExact += fresh.length
  const survivors: Seen[] = []
  for (const seen of fresh) {
    widen(tally.open, seen)
    const leak = seen.isCleared() ? undefined : leakOf(seen, 'public')
    const isNew = leak !== undefined && !isTold(search, leak)
    if (isNew) tally.leaks.push(leak)
    if (isNew && search.everybody !== true) continue
    // group disclosure allows for contributors by its own k
    if (seen.wanted.within === undefined && seen.wanted.publicOnly !== true) survivors.push(seen)
  }
  if (inside === undefined || (untilLeak === true && tally.leaks.length > 0)) return
  await attackAsContributors(search, survivors, inside)
}

function widen(open: Map<CellName, Interval>, { wanted, low, high }: Seen): void {
  const known = open.get(wanted.cell) ?? { low, high }
  open.set(wanted.cell, { low: Math.min(low, known.low), high: Math.max(high, known.high) })
}
