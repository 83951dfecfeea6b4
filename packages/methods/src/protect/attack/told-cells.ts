import { depthOf } from './ledger-hierarchies.ts'
import { cellName, type CellName, type PublicHierarchies } from './public-cells.ts'

/** What of a release says whether its hidden cells may be empty: part of a `LedgerEntry`. */
interface Telling {
  readonly mayHideZeros?: true
  readonly hierarchies: PublicHierarchies
  readonly tables: readonly {
    readonly dimensions: readonly string[]
    readonly rows: readonly {
      readonly codes: readonly string[]
      readonly value: number
      readonly hidden?: true
      readonly rule?: string
    }[]
  }[]
}

/**
 * Hidden cells of which releases tell, by hiding them, that they hold somebody: a release that shows every
 * zero hides none. One that hides zeros (by its rules, with all of a level, or as it turns out) tells
 * nothing of this; what another release of the same records tells, it does not take back.
 *
 * @param entries releases counted from the same records
 */
export function toldCells(entries: readonly Telling[]): Set<CellName> {
  return new Set(entries.flatMap(toldBy))
}

function toldBy(entry: Telling): CellName[] {
  if (entry.mayHideZeros === true) return []
  const cells = entry.tables.flatMap(({ dimensions, rows }) =>
    rows.map((row) => ({
      row,
      name: cellName(dimensions, row.codes),
      depth: depthOf(
        Object.fromEntries(dimensions.map((d, at) => [d, row.codes[at]!])),
        entry.hierarchies,
      ),
    })),
  )
  const isWhole = new Set<number>()
  const hidesZeros = new Set<number>()
  const shows = new Set<number>()
  for (const { row, depth } of cells) {
    if (row.hidden !== true) shows.add(depth)
    else if (row.value === 0) hidesZeros.add(depth)
    if (row.rule === 'level') isWhole.add(depth)
  }
  const told = cells.filter(
    ({ row, depth }) =>
      row.hidden === true &&
      // hidden whatever they hold: a level of which nothing is shown, and what is withheld from a country
      !((isWhole.has(depth) || hidesZeros.has(depth)) && !shows.has(depth)) &&
      row.rule !== 'nationality',
  )
  return told.some(({ row }) => row.value === 0) ? [] : told.map(({ name }) => name)
}
