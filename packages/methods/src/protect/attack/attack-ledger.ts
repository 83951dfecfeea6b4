import type { Solver } from '../solver.ts'
import { attack, Contradiction, type AttackReport } from './attack.ts'
import {
  cellName,
  type CellName,
  type PublicHierarchies,
  type PublicTable,
} from './public-cells.ts'
import type { Inside } from './offers.ts'
import { isPartOf, joinHierarchies } from './ledger-hierarchies.ts'
import type { LedgerEntry, LedgerRow } from './ledger-entry.ts'
import { ledgerInsiders, type LedgerUnknown } from './ledger-insiders.ts'
import { toldCells } from './told-cells.ts'
import type { Wanted } from './wanted.ts'

/** A cell that releases tell together and none alone. */
export interface LedgerLeak {
  readonly cell: CellName
  /** Those between whose records the cell lies: a difference; or one vintage twice. */
  readonly between: readonly [string, string]
  readonly low: number
  readonly high: number
  readonly required: number
}

export interface LedgerAttack {
  readonly leaks: readonly LedgerLeak[]
  readonly report: AttackReport
  /** Vintages after which figures fell somewhere, so that only shown cells were compared. */
  readonly notComparable: readonly string[]
}

/** Hidden cells and changes up to which contributors are asked one by one; of more, the public is. */
const mostAskedUnknowns = 4000

/** The dimension that tells vintages apart when they are attacked together. */
export const vintageDimension = '_vintage'

/**
 * Attacks a release together with all that was released before from the same records, their
 * revisions and later vintages. Vintages are a chain: what was counted then, and what was added
 * since (unknown, but not negative), make what is counted now; a cell of few added persons is
 * sensitive like any other, because the difference of two releases would tell them.
 *
 * Where a vintage counts less than the one before somewhere, records were taken out, nothing can
 * be said of the sign of a difference, and the cells shown in both are compared one by one.
 *
 * The attackers are the public and every contributor, who knows his own part in every vintage, and a
 * cell in which he is alone; in large ledgers the public alone. Whoever was added knows that he was, and not that nobody else was.
 *
 * @param entries all releases, oldest vintage first, those of one vintage side by side
 * @param threshold t: a difference of 0 < n < t isolates somebody
 */
export async function attackLedger(
  entries: readonly LedgerEntry[],
  threshold: number,
  solver: Solver,
): Promise<LedgerAttack> {
  const joined = joinHierarchies(entries)
  const vintages = vintagesOf(entries, joined)
  const parents = new Map<string, string>()
  const wanted = new Map<CellName, Wanted>()
  const additions: PublicTable[] = []
  const unknowns: LedgerUnknown[] = []
  const leaks: LedgerLeak[] = []
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
      leaks.push(...shownDifferences(before, vintage, threshold))
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
      additions.push(additionTable(cell.codes, added))
      unknowns.push(additionOf(earlier, cell, before.code, vintage.code))
      if (value === 0 || !isOfFew(earlier, cell, threshold)) continue
      const own = cellIn(cell.codes, added)
      // what few persons added in many crossings, or as an amount, stays uncertain by a tenth
      const reach = value < threshold ? threshold : Math.ceil(value * 1.1)
      wanted.set(own, { cell: own, reach })
    }
  })
  const tables = [...vintages.flatMap(({ tables: own }) => own), ...additions]
  const hierarchies = { ...joined, [vintageDimension]: parents }
  const inside =
    unknowns.length > mostAskedUnknowns
      ? undefined
      : ledgerInsiders(unknowns, (part, whole) => isPartOf(part.codes, whole.codes, joined))
  const report = await attackIfConsistent(tables, hierarchies, [...wanted.values()], solver, inside)
  const names = new Map(vintages.map(({ code, releases }) => [code, releases]))
  return {
    report,
    notComparable,
    leaks: [
      ...leaks,
      ...report.leaks.map(({ cell, low, high, required }) => ({
        ...readable(cell, names, parents),
        low,
        high,
        required,
      })),
    ],
  }
}

interface Vintage {
  readonly code: string
  readonly releases: string
  readonly tables: readonly PublicTable[]
  readonly cells: ReadonlyMap<CellName, VintageCell>
  readonly sensitive: readonly SensitiveCell[]
  /** Hidden cells that are known to hold somebody. */
  readonly told: ReadonlySet<CellName>
}

interface SensitiveCell {
  readonly codes: Readonly<Record<string, string>>
  readonly reach: number | undefined
  readonly within: readonly {
    readonly codes: Readonly<Record<string, string>>
    readonly beyond: number
  }[]
}

interface VintageCell {
  readonly codes: Readonly<Record<string, string>>
  readonly value: number
  readonly persons: number | undefined
  readonly shown: boolean
  /** Who is alone in it, by each release that says so. */
  readonly alone: readonly string[]
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
            ...(before === undefined ? {} : { sameAs: cellIn(codes, before) }),
          },
        ],
  )
}

/** What was added to a cell, and by how many, where that is certain: all are new, or each makes one. */
function additionOf(
  before: VintageCell,
  after: VintageCell,
  from: string,
  to: string,
): LedgerUnknown {
  const { codes } = after
  const value = after.value - before.value
  const added = (after.persons ?? Number.NaN) - (before.persons ?? Number.NaN)
  return {
    codes,
    value,
    name: cellIn(codes, `${from}+`),
    vintage: `${from}+`,
    isAddition: true,
    alone: [],
    sameAs: cellIn(codes, to),
    persons: before.persons === 0 || value === added ? added : undefined,
  }
}

/** Whether the change of a cell is of at least one person and of fewer than the threshold. */
function isOfFew(before: VintageCell, after: VintageCell, threshold: number): boolean {
  const known = before.persons !== undefined && after.persons !== undefined
  const change = known ? after.persons - before.persons : after.value - before.value
  return Math.abs(change) < threshold
}

function vintagesOf(
  entries: readonly LedgerEntry[],
  joined: Readonly<Record<string, ReadonlyMap<string, string>>>,
): Vintage[] {
  const order = [...new Set(entries.map(({ vintage }) => vintage))]
  return order.map((vintage, at) => {
    const own = entries.filter((entry) => entry.vintage === vintage)
    const code = `v${at}`
    const known = joinHierarchies(own)
    const cells = new Map<CellName, VintageCell>()
    const sensitive: SensitiveCell[] = []
    for (const { release, dimensions, rows } of own.flatMap(tablesOf)) {
      for (const row of rows) {
        const name = cellName(dimensions, row.codes)
        const codes = Object.fromEntries(dimensions.map((d, i) => [d, row.codes[i]!]))
        const before = cells.get(name)
        const shown = row.hidden !== true || (before?.shown ?? false)
        const alone = [...(before?.alone ?? [])]
        if (row.alone !== undefined) alone.push(`${release} ${row.alone}`)
        const persons = row.persons ?? before?.persons
        cells.set(name, { codes, value: row.value, persons, shown, alone })
        if (row.reach === undefined && row.within === undefined) continue
        const within = (row.within ?? []).map(({ codes: own, beyond }) => ({
          codes: Object.fromEntries(dimensions.map((d, i) => [d, own[i]!])),
          beyond,
        }))
        sensitive.push({ codes, reach: row.reach, within })
      }
    }
    return {
      code,
      releases: own.map(({ release }) => release).join(', '),
      cells,
      sensitive,
      told: toldCells(own),
      tables: own.flatMap(({ tables }) =>
        tables.map(({ name, dimensions, rows }) => ({
          name,
          dimensions: [...dimensions, vintageDimension],
          rows: withCodesToCome(dimensions, rows.map(publicRow), known, joined).map(
            ({ codes, value }) => ({ codes: [...codes, code], value }),
          ),
          selected: true as const,
        })),
      ),
    }
  })
}

const tablesOf = ({ release, tables }: LedgerEntry) =>
  tables.map(({ dimensions, rows }) => ({ release, dimensions, rows }))

type PublicRow = PublicTable['rows'][number]

const publicRow = ({ codes, value, hidden }: LedgerRow): PublicRow => ({
  codes,
  value: hidden === true ? null : value,
})

/**
 * The rows of a table with zeros for codes that came up in a later vintage only. Who sees all the
 * parts of a total knows that there was nothing else, and so must the attacker.
 */
function withCodesToCome(
  dimensions: readonly string[],
  given: readonly PublicRow[],
  known: Readonly<Record<string, ReadonlyMap<string, string>>>,
  joined: Readonly<Record<string, ReadonlyMap<string, string>>>,
): readonly PublicRow[] {
  let rows = given
  dimensions.forEach((dimension, at) => {
    const own = known[dimension] ?? new Map<string, string>()
    const listed = new Set(rows.map(({ codes }) => codes[at]!))
    const toCome = [...(joined[dimension] ?? [])].filter(([code, parent]) => {
      if (own.has(code) || (parent !== '' && !own.has(parent))) return false
      const siblings = [...own].filter(([, above]) => above === parent)
      return siblings.length > 0 && siblings.every(([sibling]) => listed.has(sibling))
    })
    if (toCome.length === 0) return
    const contexts = new Map(rows.map(({ codes }) => [JSON.stringify(codes.with(at, '')), codes]))
    const zeros = [...contexts.values()].flatMap((codes) =>
      toCome.map(([code]) => ({ codes: codes.with(at, code), value: 0 })),
    )
    rows = [...rows, ...zeros]
  })
  return rows
}

function additionTable(codes: Readonly<Record<string, string>>, added: string): PublicTable {
  const dimensions = [...Object.keys(codes), vintageDimension]
  return {
    name: dimensions.join('__'),
    dimensions,
    rows: [{ codes: [...Object.values(codes), added], value: null }],
    selected: true,
  }
}

function cellIn(codes: Readonly<Record<string, string>>, vintage: string): CellName {
  return cellName([...Object.keys(codes), vintageDimension], [...Object.values(codes), vintage])
}

function shownDifferences(before: Vintage, after: Vintage, threshold: number): LedgerLeak[] {
  const found: LedgerLeak[] = []
  for (const [name, cell] of after.cells) {
    const earlier = before.cells.get(name)
    if (earlier === undefined || !cell.shown || !earlier.shown) continue
    const difference = Math.abs(cell.value - earlier.value)
    if (difference === 0 || !isOfFew(earlier, cell, threshold)) continue
    found.push({
      cell: name,
      between: [before.releases, after.releases],
      low: difference,
      high: difference,
      required: Math.max(threshold, difference + 1),
    })
  }
  return found
}

async function attackIfConsistent(
  tables: readonly PublicTable[],
  hierarchies: PublicHierarchies,
  wanted: readonly Wanted[],
  solver: Solver,
  inside: Inside | undefined,
): Promise<AttackReport> {
  try {
    return await attack(tables, hierarchies, wanted, solver, {
      whole: true,
      ...(inside === undefined ? {} : { inside }),
    })
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error
    throw new Error(`The ledger contradicts itself: ${error.message}`, { cause: error })
  }
}

function readable(
  cell: CellName,
  releases: ReadonlyMap<string, string>,
  parents: ReadonlyMap<string, string>,
): Pick<LedgerLeak, 'cell' | 'between'> {
  const parts = cell.split('|')
  const own = parts.find((part) => part.startsWith(`${vintageDimension}=`)) ?? ''
  const code = own.slice(vintageDimension.length + 1)
  const name = parts.filter((part) => part !== own).join('|')
  const from = code.replace(/\+$/, '')
  const to = code.endsWith('+') ? parents.get(code)! : code
  return { cell: name, between: [releases.get(from)!, releases.get(to)!] }
}
