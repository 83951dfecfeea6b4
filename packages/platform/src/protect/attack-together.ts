import { attackLedger, cellName, fewestChanged, type Solver } from '@caudal/methods/protect'
import { inUnitsOf, type FolderLedger } from './folder-ledger.ts'
import type { CellPlace, PublishedFolder } from './published-folder.ts'

/** A release as it lies in its folder: its ledger, and its tables as they can be read there now. */
export interface FolderRelease {
  readonly ledger: FolderLedger
  readonly published: PublishedFolder
}

/** A cell of the last release that all releases together tell too closely. */
export interface LeakTogether extends CellPlace {
  readonly cell: string
  readonly low: number
  readonly high: number
  readonly required: number
}

/**
 * Attacks releases together, oldest first. What is shown is what their CSV files show, whatever their
 * ledgers say; what must stay open, and how many persons stand behind a change, the ledgers tell.
 *
 * @returns leaks of cells of any of the releases, each placed in the last one where it has the cell
 */
export async function attackTogether(
  releases: readonly FolderRelease[],
  threshold: number | undefined,
  solver: Solver,
): Promise<LeakTogether[]> {
  const last = releases.at(-1)!
  const decimals = Math.max(...releases.map(({ ledger }) => ledger.decimals))
  const entries = releases.map((release) => inUnitsOf(asShown(release), decimals))
  const { leaks } = await attackLedger(entries, threshold ?? fewestChanged, solver)
  const places = new Map<string, CellPlace>()
  for (const { dimensions, rows } of [...entries].reverse().flatMap(({ tables }) => tables)) {
    for (const { codes } of rows) {
      const cell = cellName(dimensions, codes)
      if (!places.has(cell)) places.set(cell, { table: dimensions.join('__'), dimensions, codes })
    }
  }
  const unit = 10 ** (last.published.decimals - decimals)
  return leaks.map(({ cell, low, high, required }) => ({
    cell,
    ...places.get(cell)!,
    low: low * unit,
    high: high * unit,
    required: required * unit,
  }))
}

function asShown({ ledger, published }: FolderRelease): FolderLedger {
  const shown = new Map<string, number>()
  for (const { dimensions, rows } of published.tables) {
    for (const { codes, value } of rows) {
      if (value !== null) shown.set(cellName(dimensions, codes), value)
    }
  }
  const unit = 10 ** (ledger.decimals - published.decimals)
  const tables = ledger.entry.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => {
      // a ledger and its tables may disagree: what can be read is out
      const { hidden: _, ...visible } = row
      const value = shown.get(cellName(table.dimensions, row.codes))
      return value === undefined
        ? { ...visible, hidden: true as const }
        : { ...visible, value: Math.round(value * unit) }
    }),
  }))
  return { ...ledger, entry: { ...ledger.entry, tables } }
}
