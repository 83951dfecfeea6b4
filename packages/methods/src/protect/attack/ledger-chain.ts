import type { Dependency } from '../table/dependency.ts'
import type { LedgerEntry } from './ledger-entry.ts'
import { joinHierarchies } from './ledger-hierarchies.ts'
import type { LedgerUnknown } from './ledger-insiders.ts'
import {
  cellIn,
  unseenCell,
  vintagesOf,
  type Vintage,
  type VintageCell,
} from './ledger-vintages.ts'
import { sumsKnownIn } from './ledger-sums.ts'
import { cellName, type CellName, type PublicTable } from './public-cells.ts'
import type { Wanted } from './wanted.ts'

/** The vintages of one cube, one after the other, as the attacker sees them. */
export interface Chain {
  readonly cube: string
  /** What its dimensions and vintages are told apart by from those of other cubes; empty where alone. */
  readonly space: string
  readonly vintages: readonly Vintage[]
  readonly tables: readonly PublicTable[]
  /** What was added from one vintage to the next, of which nothing is shown. */
  readonly additions: readonly PublicTable[]
  /** Sums of cells of one vintage that only another one has. */
  readonly sums: readonly CellName[]
  readonly hierarchies: Readonly<Record<string, ReadonlyMap<string, string>>>
  /** What codes tell of each other. */
  readonly dependencies: readonly Dependency[]
  /** Each vintage and each addition, and the vintage that they are part of. */
  readonly parents: ReadonlyMap<string, string>
  readonly wanted: ReadonlyMap<string, Wanted>
  readonly unknowns: readonly LedgerUnknown[]
  readonly notComparable: readonly string[]
}

/** What of a cell is compared between two vintages. */
export type Counted = Pick<VintageCell, 'codes' | 'value' | 'persons'>

/**
 * @param entries releases of one cube, oldest vintage first
 * @param space put before the names of its dimensions and vintages
 */
export function chainOf(given: readonly LedgerEntry[], threshold: number, space: string): Chain {
  const entries = space === '' ? given : given.map((entry) => spaced(entry, space))
  const joined = joinHierarchies(entries)
  const vintages = vintagesOf(entries, joined, space)
  const parents = new Map<string, string>()
  const wanted = new Map<string, Wanted>()
  const additions: PublicTable[] = []
  const unknowns: LedgerUnknown[] = []
  const notComparable: string[] = []
  vintages.forEach((vintage, at) => {
    const before = vintages[at - 1]
    for (const cell of vintage.sensitive) {
      const name = cellIn(cell.codes, vintage.code)
      if (cell.reach !== undefined) wanted.set(name, { cell: name, reach: cell.reach })
      for (const { codes, beyond } of cell.within) {
        const container = cellIn(codes, vintage.code)
        const within = { cell: container, beyond }
        wanted.set(`${name} ${container}`, { cell: name, within })
      }
    }
    if (!parents.has(vintage.code)) parents.set(vintage.code, '')
    if (before === undefined) {
      unknowns.push(...hiddenOf(vintage))
      return
    }
    const shared = [...vintage.cells].filter(([name]) => before.cells.has(name))
    if (shared.some(([name, cell]) => cell.value < before.cells.get(name)!.value)) {
      notComparable.push(vintage.code)
      unknowns.push(...hiddenOf(vintage))
      return
    }
    unknowns.push(...hiddenOf(vintage, before.code))
    const added = `${before.code}+`
    parents.set(before.code, vintage.code)
    parents.set(added, vintage.code)
    for (const [name, cell] of shared) {
      const earlier = before.cells.get(name)!
      const value = cell.value - earlier.value
      additions.push(unseenCell(cell.codes, added))
      unknowns.push(additionOf(earlier, cell, added, vintage.code))
      if (value === 0 || !isOfFew(earlier, cell, threshold)) continue
      const own = cellIn(cell.codes, added)
      wanted.set(own, { cell: own, reach: reachOfAdded(value, threshold) })
    }
  })
  const sums = notComparable.length === 0 ? [] : sumsKnown(vintages)
  return {
    cube: given[0]?.cube ?? '',
    space,
    vintages,
    tables: [...vintages.flatMap(({ tables }) => tables), ...additions, ...sums],
    additions,
    sums: sums.flatMap(({ dimensions, rows }) =>
      rows.map(({ codes }) => cellName(dimensions, codes)),
    ),
    hierarchies: joined,
    dependencies: entries.flatMap(({ dependencies = [] }) => dependencies),
    parents,
    wanted,
    unknowns,
    notComparable,
  }
}

const sumsKnown = (vintages: readonly Vintage[]): PublicTable[] =>
  vintages.flatMap((vintage) =>
    sumsKnownIn(
      vintage,
      vintages.filter((other) => other !== vintage),
    ),
  )

/** What few persons added in many crossings, or as an amount, stays uncertain by a tenth. */
export function reachOfAdded(value: number, threshold: number): number {
  return value < threshold ? threshold : Math.ceil(value * 1.1)
}

function spaced(entry: LedgerEntry, space: string): LedgerEntry {
  return {
    ...entry,
    tables: entry.tables.map((table) => ({
      ...table,
      dimensions: table.dimensions.map((dimension) => space + dimension),
    })),
    hierarchies: Object.fromEntries(
      Object.entries(entry.hierarchies).map(([dimension, tree]) => [space + dimension, tree]),
    ),
    dependencies: (entry.dependencies ?? []).map(({ dimensions, together }) => ({
      dimensions: dimensions.map((dimension) => space + dimension),
      together,
    })),
  }
}

/** @param before the vintage to which only records were added: whoever was alone then is alone now */
function hiddenOf(vintage: Vintage, before?: string): LedgerUnknown[] {
  const { code, cells, told } = vintage
  return [...cells].flatMap(([cell, { codes, value, persons, shown, alone }]) =>
    shown
      ? []
      : [
          {
            codes,
            value,
            persons,
            name: cellIn(codes, code),
            vintage: code,
            alone,
            ...(told.has(cell) ? { holdsSomebody: true as const } : {}),
            ...(before === undefined ? {} : { sameAs: [cellIn(codes, before)] }),
          },
        ],
  )
}

/**
 * What was added to a cell, and by how many, where that is certain: all are new, or each makes one. Where there is one
 * person more, that one is taken to have added all of it, which is the most that anybody can know.
 */
export function additionOf(
  before: Counted,
  after: Counted,
  added: string,
  to: string,
): LedgerUnknown {
  const { codes } = after
  const value = after.value - before.value
  const isKnown = before.persons !== undefined && after.persons !== undefined
  const persons = isKnown ? after.persons - before.persons : undefined
  const isCertain = before.persons === 0 || value === persons || persons === 1
  return {
    codes,
    value,
    name: cellIn(codes, added),
    vintage: added,
    isAddition: true,
    alone: [],
    sameAs: [cellIn(codes, to)],
    persons: isCertain ? persons : undefined,
    ...(persons === undefined ? {} : { came: persons }),
  }
}

/** Whether the change of a cell is of at least one person and of fewer than the threshold. */
export function isOfFew(
  before: Omit<Counted, 'codes'>,
  after: Omit<Counted, 'codes'>,
  threshold: number,
): boolean {
  const known = before.persons !== undefined && after.persons !== undefined
  const change = known ? after.persons - before.persons : after.value - before.value
  return Math.abs(change) < threshold
}
