import { levelCodes, type CubeMeasure, type LevelReference } from '../measure/index.ts'
import { distinctRemarks } from './distinct-remarks.ts'
import { codesInCell, type CellKey } from './codes-in-cell.ts'
import { calculateCells } from './calculate-cells.ts'
import { reorderRows, tidy, type CellFrame } from './cell-frame.ts'
import { axisKeys, skippedOn, type AxisKey } from './axis-keys.ts'
import { codeLabel, referenceLabel, restCode } from './code-label.ts'
import { companionFigures } from './companion-figures.ts'
import { frenchTable } from './french-table.ts'
import { inhabitantFigures } from './inhabitants.ts'
import { perInhabitants } from './rates.ts'
import { orderKeys } from './order-rows.ts'
import { breakMarks, type BreakMarks } from './shown-breaks.ts'
import { shownMeasure } from './shown-measure.ts'
import { openCells, unfinishedOn, type OpenCells } from './open-cells.ts'
import { recordingDimensions, spansOnce, wasRecorded } from './recorded-periods.ts'
import { tableRefusals } from './refusals.ts'
import type { AxisDimension, CellStatus, TableResult } from './table.ts'
import { tableCitation, tableNotes } from './table-notes.ts'
import { marginStatuses, protectionStatus } from './protection-status.ts'
import { protectionShown, type TableParts } from './table-parts.ts'
import { say } from './table-words.ts'

/**
 * Shapes the answer of a cube into a table: keys in display order, cells row by row, margins as
 * the cube gave them, every label and note in one language. Where the specification asks for a share,
 * a change, an index or a rate, it is calculated from these figures and those of the companion question.
 *
 * @throws Refusal `publish.table-too-large` where rows × columns exceed the limit of the query
 */
export function shapeTable(parts: TableParts): TableResult {
  const { cube, table, answer, language, provenance } = parts
  const { query } = table
  const whenAbsent = absentOf(query.measure)
  const rest = answer.rest
  const label = (reference: LevelReference, code: string) =>
    codeLabel(reference, code, language, parts.lists)

  const answered = Math.max(answer.values.length, parts.companion?.values.length ?? 0)
  if (answered > query.maxCells) throw tooLarge(query.maxCells)
  const columns = axisKeys(query.columns, 'column', parts)
  const unordered = axisKeys(query.rows, 'row', parts)
  if ((unordered.length + (rest ? 1 : 0)) * columns.length > query.maxCells) {
    throw tooLarge(query.maxCells)
  }

  const marks = breakMarks(parts)
  const isOpen = openCells(parts)
  const counted = frameOf(parts, unordered, columns, whenAbsent, marks, isOpen)
  const { calculation } = table
  const shown =
    calculation === undefined
      ? counted
      : calculateCells(
          counted,
          calculation,
          calculation.rate === perInhabitants
            ? inhabitantFigures(parts)
            : parts.companion &&
                companionFigures(
                  parts.companion,
                  unordered.map(({ key }) => key),
                  calculation.rate ? absentOf(calculation.companion!.measure) : whenAbsent,
                ),
          marks?.isOver,
          isOpen,
        )
  const width = columns.length
  const lastOf = (frame: CellFrame, row: number) => frame.values[(row + 1) * width - 1] ?? null
  const order = orderKeys(
    unordered.map((row, position) => ({
      key: row.key,
      position,
      // Without totals the last column, the latest period, decides.
      total: table.spec.sort?.endsWith('last')
        ? lastOf(counted, position)
        : counted.rowTotals
          ? (counted.rowTotals[position] ?? null)
          : lastOf(counted, position),
      last: lastOf(shown, position),
    })),
    table.spec.sort ?? (table.spec.top === undefined ? undefined : '-total'),
    (level, code) => label(query.rows[level]!, code),
    language,
  ).map(({ position }) => position)
  if (rest) order.push(unordered.length)
  const { rowKeys, columnKeys, values, statuses, ...totals } = reorderRows(shown, order)
  const empty = answer.values.length === 0
  const remarks = distinctRemarks(parts)
  const noneIn = countedSkipped(parts)
  const unfinished = isOpen ? unfinishedOn(query, rowKeys, columnKeys, isOpen) : []

  const result: TableResult = {
    cube: {
      id: cube.id,
      title: cube.title[language],
      universe: cube.universe[language],
      description: cube.description[language],
    },
    language,
    ...shownMeasure(table, language, parts.lists),
    spec: table.spec,
    rows: axisDimensions(parts, query.rows, rowKeys),
    columns: axisDimensions(parts, query.columns, columnKeys),
    rowKeys,
    columnKeys,
    values,
    statuses,
    ...totals,
    ...marginStatuses(answer, rowKeys, columnKeys, isOpen),
    filters: table.conditions.map(({ reference, codes }, index) => ({
      dimension: reference.id,
      label: referenceLabel(reference, language),
      values: filterValues(parts, reference, codes, index),
    })),
    notes: tableNotes(parts, {
      hiddenRows: rest?.rows ?? 0,
      anyMissing: Object.values(counted.statuses).includes('missing'),
      empty,
      rankedBy: query.margins.rows ? undefined : columnKeys.at(-1),
      breaks: marks?.told ?? [],
    }),
    ...(remarks.length > 0 && { remarks }),
    ...(noneIn.length > 0 && { noneIn }),
    ...(unfinished.length > 0 && { unfinished }),
    sources: provenance.sources,
    citation: tableCitation(cube, provenance, language),
    snapshot: provenance.snapshot,
    updatedOn: provenance.updatedOn,
    synthetic: provenance.synthetic,
    protection: protectionShown(cube, provenance),
  }
  return language === 'fr' ? frenchTable(result) : result
}

/** Periods that an axis of time would jump over, of which somebody counted that there was nothing. */
function countedSkipped(parts: TableParts): string[] {
  if (absentOf(parts.table.query.measure) !== 0) return []
  const isCounted = countedOf(parts)
  return [
    ...skippedOn(parts, 'row').filter((code) => isCounted([code], undefined)),
    ...skippedOn(parts, 'column').filter((code) => isCounted(undefined, [code])),
  ]
}

/** What it means that a combination has no record. */
function absentOf({ absent, aggregate }: CubeMeasure): 0 | null {
  return (absent ?? (aggregate === 'sum' ? 'missing' : 'zero')) === 'zero' ? 0 : null
}

/** The figures themselves with their margins, rows in the order given, the rest last. */
function frameOf(
  parts: TableParts,
  rows: readonly AxisKey[],
  columns: readonly AxisKey[],
  whenAbsent: 0 | null,
  marks: BreakMarks | undefined,
  isOpen: OpenCells | undefined,
): CellFrame {
  const { answer, table } = parts
  const { query } = table
  const dense = densify(parts, rows, columns)
  const values: (number | null)[] = []
  const statuses: Record<number, CellStatus> = {}
  const isCounted = countedOf(parts)
  const show = (found: number | null | undefined, absent = whenAbsent) => {
    const value = found === undefined ? absent : found
    if (value === null) statuses[values.length] = 'missing'
    values.push(tidy(value))
  }
  let at = 0
  for (const { key: row } of rows) {
    for (const { key: column } of columns) {
      const found = dense[at]
      at += 1
      // nothing found where nobody counted is no count of none, whoever filled in the zero
      if (found === 0 || found === undefined) {
        const isZero = isCounted(row, column)
        show(isZero ? found : undefined, isZero ? whenAbsent : null)
      } else show(found)
    }
  }
  const rowKeys = rows.map(({ key }) => key)
  protectionStatus(
    answer,
    rowKeys,
    columns.map(({ key }) => key),
    statuses,
  )
  // Of perturbed figures each says first that it is one: there the notes alone tell of the rest.
  if ((marks || isOpen) && protectionShown(parts.cube, parts.provenance) !== 'perturbed') {
    rows.forEach(({ key: row }, r) => {
      columns.forEach(({ key: column }, c) => {
        const at = r * columns.length + c
        if (values[at] === null || statuses[at] !== undefined) return
        if (isOpen?.(row, column)) statuses[at] = 'provisional'
        else if (marks?.isFirstAfter(row, column)) statuses[at] = 'break'
      })
    })
  }
  const margin = (margins: readonly (number | null)[], { index }: AxisKey, isZero: boolean) => {
    const found = index < 0 ? undefined : (margins[index] ?? null)
    return tidy(
      found === undefined || (found === 0 && !isZero) ? (isZero ? whenAbsent : null) : found,
    )
  }
  const rowTotals =
    answer.rowTotals &&
    rows.map((row) => margin(answer.rowTotals!, row, isCounted(row.key, undefined)))
  if (answer.rest) {
    for (const { index } of columns) show(answer.rest.values[index])
    rowKeys.push(query.rows.map(() => restCode))
    rowTotals?.push(tidy(answer.rest.total))
  }
  const empty = answer.values.length === 0
  return {
    rowKeys,
    columnKeys: columns.map(({ key }) => key),
    values,
    statuses,
    rowTotals,
    columnTotals:
      answer.columnTotals &&
      columns.map((each) => margin(answer.columnTotals!, each, isCounted(undefined, each.key))),
    grandTotal: query.margins.grand ? tidy(empty ? whenAbsent : answer.grandTotal) : null,
  }
}

/** Whether a cell without a record is a count of none: somebody counted it. A total has one key. */
function countedOf(parts: TableParts) {
  const { cube, recorded } = parts
  const dimensions = recorded && recordingDimensions(cube)
  if (dimensions === undefined) return (_row: CellKey, _column: CellKey) => true
  const countries = codesInCell(parts, dimensions.area, 0)
  const periods = codesInCell(parts, dimensions.time)
  const everyCountry = [...recorded!.keys()]
  const spanOf = spansOnce()
  return (row: CellKey, column: CellKey): boolean =>
    wasRecorded(recorded!, countries(row, column) ?? everyCountry, periods(row, column), spanOf)
}

/** The cells row by row; undefined where the answer has none. */
function densify(
  { answer }: TableParts,
  rows: readonly AxisKey[],
  columns: readonly AxisKey[],
): (number | null | undefined)[] {
  const place = (keys: readonly AxisKey[], length: number) => {
    const places: number[] = Array.from({ length })
    keys.forEach(({ index }, position) => {
      if (index >= 0) places[index] = position
    })
    return places
  }
  const rowPlaces = place(rows, answer.rows.length)
  const columnPlaces = place(columns, answer.columns.length)
  const { values, cellRows, cellColumns } = answer
  const dense = Array<number | null | undefined>(rows.length * columns.length).fill(undefined)
  for (let i = 0; i < values.length; i += 1) {
    const row = rowPlaces[cellRows[i]!]!
    dense[row * columns.length + columnPlaces[cellColumns[i]!]!] = values[i]!
  }
  return dense
}

/** The dimensions of an axis with the codes that occur on it and their labels. */
function axisDimensions(
  { answer, domain, language, lists }: TableParts,
  references: readonly LevelReference[],
  keys: readonly (readonly string[])[],
): AxisDimension[] {
  return references.map((reference, index) => {
    const occurring = new Set(keys.map((key) => key[index]!))
    const known = levelCodes(domain, reference.dimension.id, reference.depth)
    const codes = (isPeriods(reference, keys, known) ? keys.map(([code]) => code!) : known)
      .filter((code) => occurring.has(code) && code !== restCode)
      .map((code) => ({ code, label: codeLabel(reference, code, language, lists) }))
    if (occurring.has(restCode)) {
      codes.push({ code: restCode, label: say('rest', language, { n: answer.rest?.rows ?? 0 }) })
    }
    return { id: reference.id, label: referenceLabel(reference, language), codes }
  })
}

/** Whether there are periods among the keys of an axis that the cube does not know: they stand in their order. */
function isPeriods(
  { dimension }: LevelReference,
  keys: readonly (readonly string[])[],
  known: readonly string[],
): boolean {
  if (dimension.kind !== 'time' || keys[0]?.length !== 1) return false
  const all = new Set(known)
  return keys.some(([code]) => !all.has(code!) && code !== restCode)
}

function filterValues(
  { table, language, lists }: TableParts,
  reference: LevelReference,
  codes: readonly string[],
  index: number,
): string[] {
  const condition = table.spec.where[index]
  const label = (code: string) => codeLabel(reference, code, language, lists)
  if (condition?.range) return [`${label(condition.range[0])} – ${label(condition.range[1])}`]
  const absent = condition?.codes?.filter((code) => !codes.includes(code)) ?? []
  return [...codes, ...absent].map(label)
}

const tooLarge = (limit: number) => tableRefusals.refuse('table-too-large', { limit })
