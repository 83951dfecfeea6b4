import { levelCodes, type CubeAnswerCell, type LevelReference } from '../measure/index.ts'
import { codeLabel, referenceLabel, restCode } from './code-label.ts'
import { orderKeys, type KeyedRow } from './order-rows.ts'
import { tableRefusals } from './refusals.ts'
import { allowedCodes } from './resolve-table.ts'
import type { AxisDimension, CellStatus, TableResult } from './table.ts'
import { tableCitation, tableNotes } from './table-notes.ts'
import type { TableParts } from './table-parts.ts'
import { say } from './table-words.ts'

const separator = '\u0000'
const join = (key: readonly string[]) => key.join(separator)

/**
 * Shapes the answer of a cube into a table: keys in display order, cells row by row, margins as
 * the cube gave them, every label and note in one language.
 *
 * @throws Refusal `publish.table-too-large` where rows × columns exceed the limit of the query
 */
export function shapeTable(parts: TableParts): TableResult {
  const { cube, table, cells, domain, lists, language, provenance } = parts
  const { query } = table
  const { measure } = query
  const whenAbsent =
    (measure.absent ?? (measure.aggregate === 'count' ? 'zero' : 'missing')) === 'zero' ? 0 : null

  const found = cells.filter(({ part }) => part === 'cell')
  if (found.length > query.maxCells) throw tooLarge(query.maxCells)
  const totals = totalsOf(cells)
  const rest = found.some((cell) => cell.rest)

  const columnKeys = axisKeys(query.columns, found, 'column', parts)
  const rowKeysInOrder = axisKeys(query.rows, found, 'row', parts)
  if ((rowKeysInOrder.length + (rest ? 1 : 0)) * columnKeys.length > query.maxCells) {
    throw tooLarge(query.maxCells)
  }

  const values = new Map(
    found.map((cell) => [join([String(cell.rest), ...cell.row, ...cell.column]), cell.value]),
  )
  const label = (reference: LevelReference, code: string) =>
    codeLabel(reference, code, language, lists)
  const lastColumn = columnKeys.at(-1) ?? []
  const keyed = rowKeysInOrder.map((key): KeyedRow => ({
    key,
    total: query.margins.rows
      ? (totals.rows.get(join(key)) ?? null)
      : (values.get(join(['false', ...key, ...lastColumn])) ?? null),
  }))
  const sort = table.spec.sort ?? (table.spec.top === undefined ? undefined : '-total')
  const rowKeys = orderKeys(keyed, sort, (level, code) => label(query.rows[level]!, code), language)
  if (rest) rowKeys.push(query.rows.map(() => restCode))

  const dense: (number | null)[] = []
  const statuses: Record<number, CellStatus> = {}
  for (const key of rowKeys) {
    const isRest = rest && key[0] === restCode
    const prefix = isRest ? ['true'] : ['false', ...key]
    for (const column of columnKeys) {
      const value = values.get(join([...prefix, ...column]))
      const shown = value === undefined ? whenAbsent : value
      if (shown === null) statuses[dense.length] = 'missing'
      dense.push(tidy(shown))
    }
  }

  const rowTotals = query.margins.rows
    ? rowKeys.map((key) => {
        if (query.rows.length === 0) return tidy(totals.grand)
        const isRest = rest && key[0] === restCode
        return tidy(isRest ? totals.rest : (totals.rows.get(join(key)) ?? whenAbsent))
      })
    : null
  const columnTotals = query.margins.columns
    ? columnKeys.map((key) =>
        tidy(
          query.columns.length === 0 ? totals.grand : (totals.columns.get(join(key)) ?? whenAbsent),
        ),
      )
    : null
  const grandTotal = query.margins.grand ? tidy(totals.grand ?? whenAbsent) : null

  const hidden = rest ? totals.restRows : 0
  const axis = (references: readonly LevelReference[], keys: readonly (readonly string[])[]) =>
    references.map((reference, index): AxisDimension => {
      const occurring = new Set(keys.map((key) => key[index]!))
      const codes = levelCodes(domain, reference.dimension.id, reference.depth)
        .filter((code) => occurring.has(code))
        .map((code) => ({ code, label: label(reference, code) }))
      if (occurring.has(restCode)) {
        codes.push({ code: restCode, label: say('rest', language, { n: hidden }) })
      }
      return { id: reference.id, label: referenceLabel(reference, language), codes }
    })

  return {
    cube: {
      id: cube.id,
      title: cube.title[language],
      universe: cube.universe[language],
      description: cube.description[language],
    },
    language,
    measure: {
      id: measure.id,
      label: measure.label[language],
      unit: measure.unit[language],
      decimals: measure.decimals ?? 0,
    },
    spec: table.spec,
    rows: axis(query.rows, rowKeys),
    columns: axis(query.columns, columnKeys),
    rowKeys,
    columnKeys,
    values: dense,
    statuses,
    rowTotals,
    columnTotals,
    grandTotal,
    filters: table.conditions.map(({ reference, codes }, index) => ({
      dimension: reference.id,
      label: referenceLabel(reference, language),
      values: filterValues(parts, reference, codes, index),
    })),
    notes: tableNotes(parts, {
      hiddenRows: hidden,
      anyMissing: Object.keys(statuses).length > 0,
      empty: found.length === 0,
      rankedBy: query.margins.rows ? undefined : lastColumn,
    }),
    sources: provenance.sources,
    citation: tableCitation(cube, provenance, language),
    snapshot: provenance.snapshot,
    updatedOn: provenance.updatedOn,
    synthetic: provenance.synthetic,
    protection: cube.protection === 'none' || !provenance.observed ? 'none' : 'unprotected',
  }
}

function axisKeys(
  references: readonly LevelReference[],
  cells: readonly CubeAnswerCell[],
  side: 'row' | 'column',
  { domain, table }: TableParts,
): string[][] {
  if (references.length === 0) return [[]]
  const only = references[0]!
  const keys = new Map<string, readonly string[]>()
  // Alone on its axis, time keeps the periods without records: a gap must be seen.
  if (references.length === 1 && only.dimension.kind === 'time' && cells.length > 0) {
    for (const code of allowedCodes(only, table.conditions, domain)) {
      if (!code.startsWith('_')) keys.set(code, [code])
    }
  }
  for (const cell of cells) {
    if (side === 'row' && cell.rest) continue
    const key = cell[side]
    keys.set(join(key), key)
  }
  const ordinals = references.map(
    ({ dimension, depth }) =>
      new Map(levelCodes(domain, dimension.id, depth).map((code, ordinal) => [code, ordinal])),
  )
  return [...keys.values()]
    .map((key) => ({
      key,
      order: key.map((code, index) => ordinals[index]!.get(code) ?? Infinity),
    }))
    .sort((a, b) => {
      const index = a.order.findIndex((ordinal, i) => ordinal !== b.order[i])
      return index < 0 ? 0 : a.order[index]! - b.order[index]!
    })
    .map(({ key }) => [...key])
}

function totalsOf(cells: readonly CubeAnswerCell[]) {
  const rows = new Map<string, number | null>()
  const columns = new Map<string, number | null>()
  let grand: number | null = null
  let rest: number | null = null
  let restRows = 0
  for (const { part, rest: isRest, row, column, value } of cells) {
    if (part === 'grand-total') grand = value
    else if (part === 'rest-rows') restRows = value ?? 0
    else if (part === 'row-total' && isRest) rest = value
    else if (part === 'row-total') rows.set(join(row), value)
    else if (part === 'column-total') columns.set(join(column), value)
  }
  return { rows, columns, grand, rest, restRows }
}

function filterValues(
  { table, language, lists }: TableParts,
  reference: LevelReference,
  codes: readonly string[],
  index: number,
): string[] {
  const range = table.spec.where[index]?.range
  const label = (code: string) => codeLabel(reference, code, language, lists)
  if (range) return [`${label(range[0])} – ${label(range[1])}`]
  const absent = table.spec.where[index]?.codes?.filter((code) => !codes.includes(code)) ?? []
  return [...codes, ...absent].map(label)
}

/** Sums of decimals carry noise in their last bits; six decimals are kept. */
function tidy(value: number | null): number | null {
  if (value === null || Number.isInteger(value) || Math.abs(value) > 1e9) return value
  return Math.round(value * 1e6) / 1e6
}

const tooLarge = (limit: number) => tableRefusals.refuse('table-too-large', { limit })
