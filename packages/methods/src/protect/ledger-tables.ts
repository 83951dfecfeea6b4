import type { LedgerRow, LedgerTable } from './attack/ledger-entry.ts'
import { cellName, type CellName } from './attack/public-cells.ts'
import type { CellNeeds } from './attack/raise-needs.ts'
import type { PrimaryRule, Target } from './primary/targets.ts'
import type { ProtectedProgramme } from './protect-programme.ts'
import type { DraftCell } from './tied-release.ts'
import { guardedCells } from './guarded-cells.ts'
import type { Figures } from './table/figures.ts'
import { isRest, type Programme } from './table/programme.ts'

/**
 * A protected programme as the ledger keeps it: what is shown of every cell, and what its node knows.
 *
 * @param names names of its tables, in their order
 * @param required what the rules ask for, without what was hidden for the sake of earlier releases: of
 *   such a cell it is the change that must stay open, not the cell
 */
export function ledgerTables(
  names: readonly string[],
  programme: Programme,
  counted: Figures,
  outcome: Pick<ProtectedProgramme, 'targets' | 'suppression' | 'attack' | 'apart'>,
  required: readonly Target[],
): LedgerTable[] {
  const width = programme.dimensions.length
  const { hidden } = outcome.suppression
  const reach = new Map<number, number>()
  const rules = new Map<number, PrimaryRule>()
  const within = new Map<number, { parent: number; beyond: number }[]>()
  for (const { cell, rule } of outcome.targets) if (!rules.has(cell)) rules.set(cell, rule)
  for (const { cell, need, parent } of required) {
    const value = counted.values[cell]!
    if (parent === undefined) reach.set(cell, value + need)
    else {
      const beyond = counted.values[parent]! - value + need
      within.set(cell, [...(within.get(cell) ?? []), { parent, beyond }])
    }
  }
  const people = new Map<string, number>()
  const aloneIn = (cell: number) => {
    const person = counted.sole[cell]
    if (hidden[cell] !== 1 || counted.contributors[cell] !== 1 || person === undefined) return {}
    // a number of this release: the ledger keeps no trace of who it was
    if (!people.has(person)) people.set(person, people.size)
    return { alone: people.get(person)! }
  }
  const cellNames = namesOf(programme)
  const openIn = (cell: number) => {
    const interval = outcome.attack.open.get(cellNames[cell]!)
    if (interval === undefined) return {}
    // JSON has no infinity
    return { open: [interval.low, Number.isFinite(interval.high) ? interval.high : null] as const }
  }
  const guarded = guardedCells(programme, hidden, [...rules.keys(), ...outcome.apart.keys()])
  const tableOf = new Map<number, number>()
  programme.tables.forEach((_, t) => {
    for (const cell of programme.tableCells[t]!) if (!tableOf.has(cell)) tableOf.set(cell, t)
  })
  const guardsIn = (cell: number, table: ReadonlySet<number>, t: number) => {
    const found = guarded.get(cell)
    // of what is in no table there is nothing to be named
    if (found === undefined || found.totals === 0 || isRest(programme, found.cell)) return {}
    const own = programme.tables[table.has(found.cell) ? t : tableOf.get(found.cell)!]!
    const dimensions = own.map((d) => programme.dimensions[d]!.name)
    return { guards: { dimensions, codes: codesOf(found.cell, own), totals: found.totals } }
  }
  const codesOf = (cell: number, table: readonly number[]) =>
    table.map((d) => programme.dimensions[d]!.codes[programme.codes[cell * width + d]!]!)
  const rowsOf = (t: number, rowOf: (cell: number, inTable: ReadonlySet<number>) => LedgerRow) => {
    const inTable = new Set(programme.tableCells[t])
    return Array.from(programme.tableCells[t]!, (cell) => rowOf(cell, inTable))
  }
  return programme.tables.map((table, t) => ({
    name: names[t]!,
    dimensions: table.map((d) => programme.dimensions[d]!.name),
    rows: rowsOf(t, (cell, inTable) => ({
      codes: codesOf(cell, table),
      value: counted.values[cell]!,
      persons: whoChange(counted)[cell]!,
      ...(hidden[cell] === 1
        ? { hidden: true as const, rule: rules.get(cell) ?? outcome.apart.get(cell) ?? 'secondary' }
        : {}),
      ...guardsIn(cell, inTable, t),
      ...aloneIn(cell),
      ...openIn(cell),
      ...(reach.has(cell) ? { reach: reach.get(cell)! } : {}),
      ...(within.has(cell)
        ? {
            within: within
              .get(cell)!
              .map(({ parent, beyond }) => ({ codes: codesOf(parent, table), beyond })),
          }
        : {}),
    })),
  }))
}

/** What cells need beside the rules, by their place in a programme; 0 where nothing. */
export function needsOf(programme: Programme, needs: CellNeeds): Float64Array {
  return Float64Array.from(namesOf(programme), (name) => needs.get(name) ?? 0)
}

/** The cells of a programme as ties see them, with the persons behind them. */
export function draftCells(cube: string, programme: Programme, figures: Figures): DraftCell[] {
  const { values } = figures
  const persons = whoChange(figures)
  const width = programme.dimensions.length
  return namesOf(programme).map((name, cell) => ({
    cube,
    name,
    codes: Object.fromEntries(
      programme.dimensions.map(({ name: tree, codes }, d) => [
        tree,
        codes[programme.codes[cell * width + d]!]!,
      ]),
    ),
    value: values[cell]!,
    persons: persons[cell]!,
  }))
}

/** The cells of a programme by name, with the persons behind them. */
export function figuresByName(
  programme: Programme,
  figures: Figures,
): Map<CellName, { value: number; persons: number }> {
  const { values } = figures
  const persons = whoChange(figures)
  return new Map(
    namesOf(programme).map((name, cell) => [
      name,
      { value: values[cell]!, persons: persons[cell]! },
    ]),
  )
}

/**
 * The persons behind each cell as far as its changes tell of them: three who come and of whom two give nothing
 * change an amount by that of one.
 */
const whoChange = ({ contributors, giving = contributors }: Figures) => giving

function namesOf(programme: Programme): CellName[] {
  const width = programme.dimensions.length
  const names = programme.dimensions.map(({ name }) => name)
  return Array.from({ length: programme.cellCount }, (_, cell) =>
    cellName(
      names,
      programme.dimensions.map(({ codes: own }, d) => own[programme.codes[cell * width + d]!]!),
    ),
  )
}
