import { usualExpansionLimit } from '../reading/expansion-limit.ts'
import { joinHeaderRows } from '../reading/header-rows.ts'
import { readMergedCells, type MergedCells } from '../reading/xlsx/merged-cells.ts'
import { openWorkbook, type Workbook } from '../reading/xlsx/open-workbook.ts'
import { sheetRows, type SheetRow } from '../reading/xlsx/sheet-rows.ts'
import { isTagRow } from '../reading/tag-line.ts'
import { guessMissing, looksLikeHeader, type FileSample } from './layout-guess.ts'

const mostRows = 600
/** Rows above the data that are looked through for a header. */
const mostHead = 30
/** Rows of names above the data; where there are more, the data are names. */
const mostNamedRows = 5

/** A sample of the sheet of a workbook that looks most like a table. */
export async function sampleWorkbook(path: string, file: string): Promise<FileSample> {
  const workbook = await openWorkbook(path, file, usualExpansionLimit)
  try {
    const samples = []
    for (const name of workbook.sheets.slice(0, 12)) {
      samples.push({ name, rows: await firstRows(workbook, name, file) })
    }
    const [best] = samples.toSorted((a, b) => cellsOf(b.rows) - cellsOf(a.rows))
    const { name, rows } = best!
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
    const padded = rows.map((row) => ({
      ...row,
      cells: Array.from({ length: width }, (_, at) => row.cells[at] ?? ''),
    }))
    const merged = await readMergedCells(workbook, name, file)
    const found = findHeader(underMerged(padded.slice(0, mostHead), merged), merged)
    const at = Math.max(0, found)
    const last = padded[at]?.number ?? 1
    const first = Math.min(
      last,
      ...merged
        .filter(({ lastRow, firstRow }) => lastRow >= last - 1 && firstRow <= last)
        .map(({ firstRow }) => firstRow),
    )
    const headerRows = last - first + 1
    const headings = Array.from(
      { length: headerRows },
      (_, row) => padded.find(({ number }) => number === first + row)?.cells ?? [],
    )
    const spans = merged
      .filter(({ firstRow }) => firstRow >= first && firstRow <= last)
      .map((span) => ({
        ...span,
        firstRow: span.firstRow - first,
        lastRow: Math.min(span.lastRow, last) - first,
      }))
    const columns = joinHeaderRows(headings, spans, false)
    const hasTags = isTagRow(padded[at + 1]?.cells ?? [])
    const data = padded.slice(at + (hasTags ? 2 : 1)).map(({ cells }) => cells)
    const missing = guessMissing(data)
    const isOnly = workbook.sheets.length === 1
    return {
      layout: {
        format: 'xlsx',
        ...(isOnly ? {} : { sheet: name }),
        ...(first > 1 ? { skipLines: first - 1 } : {}),
        ...(headerRows > 1 ? { headerRows } : {}),
        ...(hasTags ? { hxlTags: true } : {}),
        ...(missing.length > 0 ? { missing: [...missing] } : {}),
      },
      lines: [
        { part: 'format', value: 'xlsx', confidence: 1 },
        { part: 'sheet', value: name, confidence: isOnly ? 1 : 0.7 },
        { part: 'skipLines', value: first - 1, confidence: found >= 0 ? 0.85 : 0.3 },
        { part: 'headerRows', value: headerRows, confidence: headerRows > 1 ? 0.7 : 0.85 },
        ...(hasTags ? [{ part: 'hxlTags' as const, value: true, confidence: 0.98 }] : []),
      ],
      columns: columns.map((column, place) => (column === '' ? `#${place + 1}` : column)),
      titles: [
        name,
        ...padded.filter(({ number }) => number < first).flatMap(({ cells }) => cells),
      ],
      otherTables: findOtherTables(padded, at),
      rows: data,
    }
  } finally {
    workbook.close()
  }
}

/**
 * The row of names that stands right above the data: the last of those whose cells are all names. Where many
 * are, the records are made of words themselves, and it is the first, with what stands under headings that
 * lie over several columns.
 *
 * @returns its place among the rows; -1 where none looks like one
 */
function findHeader(rows: readonly SheetRow[], merged: readonly MergedCells[]): number {
  const isNames = (row: SheetRow | undefined) =>
    row !== undefined && looksLikeHeader(row.cells) && row.cells.every(isName)
  const named = rows.flatMap((row, at) => (isNames(row) ? [at] : []))
  if (named.length === 0) return rows.findIndex(({ cells }) => looksLikeHeader(cells))
  const first = named[0]!
  const record = rows.findIndex((row, at) => at > first && isRecordUnder(row, rows[first]!))
  const last = named.findLast((at) => record === -1 || at < record)!
  if (named.length <= mostNamedRows && last < rows.length - 1) return last
  let at = first
  while (isOverSeveral(merged, rows[at]!) && isNames(rows[at + 1])) at += 1
  return at
}

/** Whether a row holds about as much as the names above it, and a day or a number among it. */
function isRecordUnder(row: SheetRow, header: SheetRow): boolean {
  const filled = ({ cells }: SheetRow) => cells.filter((cell) => cell.trim() !== '').length
  return filled(row) >= filled(header) * 0.6 && !row.cells.every(isName)
}

/** Rows below the header that are names again, right after one that is empty or a title: another table. */
function findOtherTables(rows: readonly SheetRow[], at: number): readonly number[] {
  const header = rows[at]
  if (header === undefined) return []
  return rows.flatMap((row, place) => {
    const above = rows[place - 1]
    const isApart =
      above !== undefined &&
      (row.number > above.number + 1 || above.cells.filter((cell) => cell.trim() !== '').length < 2)
    const isNames = looksLikeHeader(row.cells) && row.cells.every(isName)
    const has = rows[place + 1]
    return place > at + 1 && isApart && isNames && has && isRecordUnder(has, row)
      ? [row.number]
      : []
  })
}

/** Rows in which a cell that goes over several of them says in each what it says in the first. */
function underMerged(rows: readonly SheetRow[], merged: readonly MergedCells[]): SheetRow[] {
  const tall = merged.filter(({ firstRow, lastRow }) => lastRow > firstRow)
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      const over = tall.find(
        ({ firstRow, lastRow, firstColumn, lastColumn }) =>
          row.number > firstRow &&
          row.number <= lastRow &&
          column >= firstColumn &&
          column <= lastColumn,
      )
      if (cell !== '' || over === undefined) return cell
      return rows.find(({ number }) => number === over.firstRow)?.cells[over.firstColumn] ?? ''
    }),
  }))
}

/** Whether a cell is empty or has a letter and does not begin as a day does. */
function isName(cell: string): boolean {
  return cell.trim() === '' || (/\p{L}/u.test(cell) && !/^\d{1,4}[-/.]\d/.test(cell.trim()))
}

function isOverSeveral(merged: readonly MergedCells[], { number }: SheetRow): boolean {
  return merged.some(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstRow <= number && lastRow >= number && lastColumn > firstColumn,
  )
}

async function firstRows(workbook: Workbook, sheet: string, file: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const some of sheetRows(workbook, sheet, file)) {
    rows.push(...some.slice(0, mostRows - rows.length))
    if (rows.length >= mostRows) break
  }
  return rows
}

function cellsOf(rows: readonly SheetRow[]): number {
  return rows.reduce((sum, { cells }) => sum + cells.length, 0)
}
