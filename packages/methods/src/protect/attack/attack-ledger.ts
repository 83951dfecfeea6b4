import type { Solver } from '../solver.ts'
import type { CubeTie } from '../../measure/ties/index.ts'
import { attack, Contradiction, type AttackOptions, type AttackReport } from './attack.ts'
import { attackChanges, type ChangeLeak } from './change-attack.ts'
import { chainOf, type Chain } from './ledger-chain.ts'
import type { LedgerEntry } from './ledger-entry.ts'
import { isPartOf } from './ledger-hierarchies.ts'
import { ledgerInsiders, type LedgerUnknown } from './ledger-insiders.ts'
import { knowUnseen } from './ledger-unseen.ts'
import { bondsBetween } from './ledger-ties.ts'
import { cellIn } from './ledger-vintages.ts'
import { nearCells } from './near-cells.ts'
import type { Inside } from './offers.ts'
import { possiblyOnePerson } from './possible-persons.ts'
import {
  readPublicCells,
  type CellName,
  type CellTest,
  type PublicHierarchies,
  type PublicKnowledge,
  type PublicTable,
} from './public-cells.ts'
import { vintageDimension } from './public-table.ts'
import { smallChanges } from './small-changes.ts'
import { soundDependencies } from './sound-dependencies.ts'
import type { Leak, Wanted } from './wanted.ts'

/** A cell that releases tell together and none alone. */
export interface LedgerLeak {
  readonly cell: CellName
  /** The cube that it is a cell of, where that is told. */
  readonly cube?: string
  /** Those between whose records the cell lies: a difference; or one vintage twice. */
  readonly between: readonly [string, string]
  readonly low: number
  readonly high: number
  readonly required: number
  /** Of what may have been taken out: by how much the cell would have to be able to rise. */
  readonly need?: number
}

export interface LedgerAttack {
  readonly leaks: readonly LedgerLeak[]
  readonly report: AttackReport
  /** Changes between vintages of which the later counts less somewhere, with whoever knows them: also among `leaks`. */
  readonly changes: readonly ChangeLeak[]
  /** Vintages of which figures are lower somewhere than in the one before. */
  readonly notComparable: readonly string[]
  /** Ties that the figures contradict: cubes were attacked as if there were none. */
  readonly contradicted: readonly string[]
  /** The cells of releases that one which leaks hangs together with, by steps: see `nearCells`. */
  near(leak: LedgerLeak): readonly (readonly NearCell[])[]
}

/** What leaks whatever a release shows: see `alreadyTold`. */
export interface ToldLeaks {
  readonly leaks: readonly Leak[]
  readonly changes: readonly ChangeLeak[]
}

/** What an attack on a ledger reports. */
export interface LedgerReporting {
  readonly told?: ToldLeaks
  readonly everybody?: true
}

/** A cell of a vintage, under the name that it has in its cube. */
export interface NearCell {
  readonly cube: string
  readonly vintage: string
  readonly cell: CellName
}

/** Hidden cells and changes up to which contributors are asked one by one; of more, the public is. */
const mostAskedUnknowns = 4000

/**
 * Attacks a release together with all that was released before from the same records, their
 * revisions and later vintages. Vintages are a chain: what was counted then, and what was added
 * since (unknown, but not negative), make what is counted now; a cell of few added persons is
 * sensitive like any other, because the difference of two releases would tell them.
 *
 * Where a vintage counts less than the one before somewhere, records were taken out, nothing can
 * be said of the sign of a difference: see `attackChanges`.
 *
 * The attackers are the public and every contributor, who knows his own part in every vintage, and a
 * cell in which he is alone; in large ledgers the public alone. Whoever was added knows that he was, and not that nobody else was.
 *
 * Releases of several cubes are attacked together by their ties: what their definitions say of their cells
 * where both were counted from the same records. See `bondsBetween`.
 *
 * @param entries all releases, oldest vintage first, those of one vintage side by side
 * @param threshold t: a difference of 0 < n < t isolates somebody
 * @param ties between the cubes of the releases
 * @param reporting which leaks are reported: all, each with the first who finds it out, where absent
 */
export async function attackLedger(
  entries: readonly LedgerEntry[],
  threshold: number,
  solver: Solver,
  ties: readonly CubeTie[] = [],
  { told, everybody }: LedgerReporting = {},
): Promise<LedgerAttack> {
  const cubes = [...new Set(entries.map(({ cube = '' }) => cube))]
  const chains = cubes.map((cube) =>
    chainOf(
      entries.filter((entry) => (entry.cube ?? '') === cube),
      threshold,
      cubes.length === 1 ? '' : `${cube}/`,
    ),
  )
  const order = [...new Set(entries.map(({ vintage }) => vintage))]
  const bonds = bondsBetween(chains, order, threshold, ties)
  const parents = new Map(chains.flatMap((chain) => [...chain.parents]))
  const hierarchies = Object.assign(
    { [vintageDimension]: parents },
    ...chains.map((chain) => chain.hierarchies),
  ) as PublicHierarchies
  const tables = [...chains.flatMap((chain) => chain.tables), ...bonds.tables]
  const { knowledge, unseen, lessThanNothing, dependencies } = readLedger(
    tables,
    hierarchies,
    bonds.sums,
    chains,
  )
  const unknowns = [...chains.flatMap((chain) => chain.unknowns), ...bonds.unknowns, ...unseen]
  const inside =
    unknowns.length > mostAskedUnknowns
      ? undefined
      : ledgerInsiders(unknowns, (part, whole) => isPartOf(part.codes, whole.codes, hierarchies), [
          ...bonds.samePerson,
          ...partsUnseen(knowledge, unseen),
        ])
  const insiders =
    inside === undefined
      ? undefined
      : { ...inside, mayBeOne: possibleAdders(chains, inside, hierarchies) }
  const asked = new Set(
    chains.flatMap(({ wanted }) => [...wanted.values()].map(({ cell }) => cell)),
  )
  const isAttackedAs = (twin: CellName | undefined) =>
    twin !== undefined && (asked.has(twin) || knowledge.shown.has(twin))
  const report = await attackIfConsistent(
    tables,
    hierarchies,
    [
      ...chains.flatMap(({ wanted }) => [...wanted.values()]),
      ...bonds.wanted,
      // in no table, and all the same told by those that are
      ...unseen.flatMap(({ name, value, twin }) =>
        value > 0 && value < threshold && !isAttackedAs(twin)
          ? [{ cell: name, reach: threshold }]
          : [],
      ),
    ],
    solver,
    {
      sums: bonds.sums,
      lessThanNothing,
      dependencies,
      ...(told === undefined ? {} : { told: told.leaks }),
      ...(everybody === undefined ? {} : { everybody }),
      ...(insiders === undefined ? {} : { inside: insiders }),
    },
  )
  const spans = new Map<string, readonly [string, string]>(bonds.spans)
  for (const { vintages, parents: above } of chains) {
    const names = new Map(vintages.map(({ code, releases }) => [code, releases]))
    for (const [code, parent] of above) {
      const own = names.get(code) ?? names.get(code.slice(0, -1))!
      spans.set(code, [own, names.has(code) ? own : names.get(parent)!])
    }
  }
  const spaces = chains.map(({ cube, space }) => ({ cube, space }))
  const leaking = report.leaks.map(({ cell, low, high, required }) => ({
    cell,
    leak: { ...readable(cell, spans, spaces), low, high, required },
  }))
  const small = chains.flatMap((chain) => smallChanges(chain, unseen, threshold))
  const changes = await attackChanges([...small, ...bonds.changes], knowledge, solver, {
    inside: insiders,
    told: told?.changes,
    everybody,
  })
  const changing = changes.map((leak) => ({
    cells: [leak.change.to.name, leak.change.from.name],
    leak: changed(leak, spaces),
  }))
  const namesOf = new Map<LedgerLeak, readonly CellName[]>([
    ...leaking.map(({ cell, leak }) => [leak, [cell]] as const),
    ...changing.map(({ cells, leak }) => [leak, cells] as const),
  ])
  return {
    report,
    notComparable: chains.flatMap((chain) => chain.notComparable),
    contradicted: bonds.contradicted,
    changes,
    leaks: [...changing, ...leaking].map(({ leak }) => leak),
    near(leak) {
      const { equations, shown } = knowledge
      const places = new Map(chains.flatMap(placesOf))
      const isHidden = (cell: CellName) => !shown.has(cell)
      const ways = (namesOf.get(leak) ?? []).map((name) => nearCells(name, equations, isHidden))
      const longest = Math.max(0, ...ways.map((steps) => steps.length))
      return Array.from({ length: longest }, (_, at) =>
        ways.flatMap((steps) => steps[at] ?? []).flatMap((cell) => places.get(cell) ?? []),
      )
    },
  }
}

/** Cells that lie in others, where one of the two is in no table: whoever is alone in both is the same. */
function partsUnseen(
  { equations }: Pick<PublicKnowledge, 'equations'>,
  unseen: readonly LedgerUnknown[],
): [CellName, CellName][] {
  const own = new Set(unseen.map(({ name }) => name))
  return equations.flatMap(([whole, ...parts]) =>
    parts
      .filter((part) => own.has(part) || own.has(whole!))
      .map((part): [CellName, CellName] => [whole!, part]),
  )
}

/** Times that cells are read anew without those that would be less than nothing. */
const mostReadings = 8

/** What releases tell, and of which cells nothing is said because they are less than nothing. */
function readLedger(
  tables: readonly PublicTable[],
  hierarchies: PublicHierarchies,
  sums: readonly (readonly CellName[])[],
  chains: readonly Chain[],
) {
  const found = new Set<CellName>()
  let dependencies = chains.flatMap((chain) => chain.dependencies)
  for (let round = 0; ; round += 1) {
    // where it comes to no end, nothing is said of what was added but what tables have
    const lessThanNothing: CellTest = round < mostReadings ? found : { has: () => true }
    const knowledge = readPublicCells(tables, hierarchies, { sums, lessThanNothing, dependencies })
    const known = knowUnseen(knowledge, chains)
    const { isContradicted, unknowns: unseen, lessThanNothing: more } = known
    if (isContradicted && dependencies.length > 0) {
      const kept = soundDependencies(dependencies, (own) => {
        const read = readPublicCells(tables, hierarchies, { sums, dependencies: own })
        return !knowUnseen(read, chains).isContradicted
      })
      // those that are sound each by itself, and not together, are all given up
      dependencies = kept.length === dependencies.length ? [] : kept
      found.clear()
      round = -1
      continue
    }
    if (more.size === 0 || round === mostReadings) {
      return { knowledge, unseen, lessThanNothing, dependencies }
    }
    // without them others come up
    for (const cell of more) found.add(cell)
  }
}

/** A change as it is reported: how far it is from nothing, whichever way. */
function changed({ change, low, high, need }: ChangeLeak, spaces: Spaces): LedgerLeak {
  const { cell, between, reach } = change
  const least = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high))
  const most = Math.max(Math.abs(low), Math.abs(high))
  return { ...inOwnNames(cell, spaces), between, low: least, high: most, required: reach, need }
}

/** The cells of the vintages of a cube, by their names among all that are attacked. */
function placesOf({ cube, space, vintages }: Chain): [CellName, NearCell][] {
  return vintages.flatMap(({ id, code, cells }) =>
    [...cells].map(([name, { codes }]): [CellName, NearCell] => {
      const { cell } = inOwnNames(name, [{ cube, space }])
      return [cellIn(codes, code), { cube, vintage: id, cell }]
    }),
  )
}

/** Who has added something alone to several cells, as far as nothing tells that they are several persons. */
function possibleAdders(
  chains: readonly Chain[],
  { alone }: Inside,
  hierarchies: PublicHierarchies,
): readonly (readonly string[])[] {
  return chains.flatMap(({ unknowns, additions }) => {
    const cells = new Map(
      unknowns.flatMap((each) => (each.isAddition === true ? [[each.name, each]] : [])),
    )
    const lone = new Map(
      [...cells.keys()].flatMap((name) => (alone.has(name) ? [[name, alone.get(name)!]] : [])),
    )
    if (lone.size === 0) return []
    return possiblyOnePerson({
      lone,
      sums: readPublicCells(additions, hierarchies).equations,
      value: (cell) => cells.get(cell)!.value,
      persons: (cell) => cells.get(cell)?.came,
      most: (cell) => cells.get(cell)?.value ?? Number.POSITIVE_INFINITY,
      isWithin: (part, whole) => {
        const [own, other] = [cells.get(part), cells.get(whole)]
        if (own === undefined || other?.vintage !== own.vintage) return false
        return isPartOf(own.codes, other.codes, hierarchies)
      },
    })
  })
}

async function attackIfConsistent(
  tables: readonly PublicTable[],
  hierarchies: PublicHierarchies,
  wanted: readonly Wanted[],
  solver: Solver,
  known: Omit<AttackOptions, 'whole' | 'offers' | 'untilLeak' | 'progress'>,
): Promise<AttackReport> {
  try {
    return await attack(tables, hierarchies, wanted, solver, { whole: true, ...known })
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error
    throw new Error(`The ledger contradicts itself: ${error.message}`, { cause: error })
  }
}

type Spaces = readonly { readonly cube: string; readonly space: string }[]

/** A cell under the name that it has in its cube. */
function inOwnNames(cell: CellName, spaces: Spaces): Pick<LedgerLeak, 'cell' | 'cube'> {
  const found = spaces.find(({ space }) => space !== '' && cell.startsWith(space))
  if (found === undefined) {
    const [only] = spaces
    return { cell, ...(spaces.length === 1 && only!.cube !== '' ? { cube: only!.cube } : {}) }
  }
  const { cube, space } = found
  const parts = cell.split('|').map((part) => part.slice(space.length))
  return { cell: parts.join('|'), cube }
}

function readable(
  cell: CellName,
  spans: ReadonlyMap<string, readonly [string, string]>,
  spaces: Spaces,
): Pick<LedgerLeak, 'cell' | 'cube' | 'between'> {
  const parts = cell.split('|')
  const own = parts.find((part) => part.startsWith(`${vintageDimension}=`)) ?? ''
  const code = own.slice(vintageDimension.length + 1)
  const name = parts.filter((part) => part !== own).join('|')
  const between = spans.get(code)!
  if (name !== '') return { ...inOwnNames(name, spaces), between }
  // the grand total of a cube is told by its vintage alone
  const cube = spaces.find(({ space }) => space !== '' && code.startsWith(space))?.cube
  return { cell: name, between, ...(cube === undefined ? inOwnNames(name, spaces) : { cube }) }
}
