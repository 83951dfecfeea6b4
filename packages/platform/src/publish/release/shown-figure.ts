import {
  shapeTable,
  type CellStatus,
  type ResolvedTable,
  type TableResult,
} from '@caudal/methods/publish'
import type { QueryAnswer } from '@caudal/methods/measure'
import type { Language } from '@caudal/methods/vocabulary'
import type { ReadFacts } from './count-figures.ts'
import type { ProtectedFigures } from './protect-figures.ts'

/** A figure as a release shows it, in one language: what is hidden is hidden, margins included. */
export function showFigure(
  figure: string,
  facts: ReadFacts,
  table: ResolvedTable,
  answer: QueryAnswer,
  language: Language,
  protectedFigures: ProtectedFigures | undefined,
): TableResult {
  const { cube, domain, lists, provenance, recorded, open } = facts
  const limits = table.spec.where.find(({ dimension }) => dimension === 'country')
  const result = shapeTable({
    cube,
    table,
    answer,
    domain,
    recorded,
    open,
    lists,
    language,
    provenance: provenance(language, limits?.codes),
  })
  return protectedFigures === undefined ? result : hide(figure, result, protectedFigures)
}

function hide(figure: string, result: TableResult, shown: ProtectedFigures): TableResult {
  // of periods that nobody has a record of there is no cell: that there were none is told as it was counted
  const none = new Set(result.noneIn)
  const isNone = (key: readonly string[]) => key.length === 1 && none.has(key[0]!)
  const statuses: Record<number, CellStatus> = { ...result.statuses }
  const width = result.columnKeys.length
  const values = result.values.map((_, at) => {
    const [row, column] = [result.rowKeys[Math.floor(at / width)]!, result.columnKeys[at % width]!]
    const value = isNone(row) || isNone(column) ? 0 : shown.cell(figure, row, column)
    if (value === null) statuses[at] = 'suppressed'
    // a hidden cell stays hidden, counted or not: else it would tell that it is none
    else if (statuses[at] === 'missing') return null
    return value ?? null
  })
  const said = result.marginStatuses
  const rows = margin(result.rowTotals, result.rowKeys, said?.rows, isNone, (key) =>
    shown.cell(figure, key, null),
  )
  const columns = margin(result.columnTotals, result.columnKeys, said?.columns, isNone, (key) =>
    shown.cell(figure, null, key),
  )
  const grand = result.grandTotal === null ? undefined : shown.cell(figure, null, null)
  return {
    ...result,
    values,
    statuses,
    rowTotals: rows?.totals ?? null,
    columnTotals: columns?.totals ?? null,
    grandTotal: grand ?? null,
    marginStatuses: {
      rows: rows?.statuses ?? {},
      columns: columns?.statuses ?? {},
      ...(grand === null
        ? { grand: 'suppressed' as const }
        : said?.grand !== undefined && { grand: said.grand }),
    },
    protection: 'release',
  }
}

/** A margin of which no cell is shown is no margin. */
function margin(
  totals: readonly (number | null)[] | null,
  keys: readonly (readonly string[])[],
  said: Readonly<Record<number, CellStatus>> = {},
  isNone: (key: readonly string[]) => boolean,
  cell: (key: readonly string[]) => number | null | undefined,
) {
  if (totals === null) return undefined
  const told = keys.map(cell)
  if (told.every((value) => value === undefined)) return undefined
  const shown = told.map((value, at) => (isNone(keys[at]!) ? 0 : value))
  const statuses: Record<number, CellStatus> = { ...said }
  shown.forEach((value, at) => {
    if (value === null) statuses[at] = 'suppressed'
  })
  // of what nobody counted the total is missing
  return {
    totals: shown.map((value, at) => (totals[at] === null ? null : (value ?? null))),
    statuses,
  }
}
