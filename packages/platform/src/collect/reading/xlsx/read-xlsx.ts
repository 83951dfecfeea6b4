import { collectRefusals } from '../../refusals.ts'
import { containerRefusals } from '../container-refusals.ts'
import { CopiedRecords } from '../copied-records.ts'
import { usualExpansionLimit } from '../expansion-limit.ts'
import { joinHeaderRows } from '../header-rows.ts'
import { plainFile } from '../plain-file.ts'
import type { TableOfFormat, TextPass } from '../table.ts'
import { isTagRow } from '../tag-line.ts'
import { readMergedCells, type MergedCells } from './merged-cells.ts'
import { openWorkbook, type Workbook } from './open-workbook.ts'
import { sheetRows, type SheetRow } from './sheet-rows.ts'

/**
 * Copies the table of one sheet of a workbook into the workspace. Rows without any cell are no
 * records. A cell beyond the header makes a column without a name, so that nothing is lost: where
 * there is one, the copy is made again with all columns.
 *
 * @throws {Refusal} where the workbook or its sheet cannot be read
 */
export async function readXlsx(pass: TextPass): Promise<TableOfFormat> {
  const { layout, source } = pass.request
  const { file } = source
  const workbook = await openWorkbook(await plainFile(pass), file, usualExpansionLimit)
  try {
    const sheet = sheetOf(workbook, layout.sheet, file)
    const isMerged = (layout.headerRows ?? 1) > 1
    const merged = isMerged ? await readMergedCells(workbook, sheet, file) : []
    const first = await copyRows(pass, workbook, sheet, merged, 0)
    if ('records' in first) return first.records
    const second = await copyRows(pass, workbook, sheet, merged, first.width)
    if ('records' in second) return second.records
    throw new Error(`${file} is ${second.width} columns wide and was ${first.width} before`)
  } finally {
    workbook.close()
  }
}

/** @param width columns there are at least; a wider row gives the width instead of a table */
async function copyRows(
  pass: TextPass,
  workbook: Workbook,
  sheet: string,
  merged: readonly MergedCells[],
  width: number,
): Promise<{ readonly records: TableOfFormat } | { readonly width: number }> {
  const { layout, source } = pass.request
  const { file } = source
  const headerRows = layout.headerRows ?? 1
  const firstHeader = (layout.skipLines ?? 0) + 1
  const firstRecord = firstHeader + headerRows + (layout.skipAfterHeader ?? 0)
  const headings: string[][] = Array.from({ length: headerRows }, () => [])
  let header: string[] | undefined
  let widest = width
  const records = await CopiedRecords.begin(pass)
  const take = ({ number, cells }: SheetRow) => {
    if (number < firstHeader) return
    if (number < firstHeader + headerRows) headings[number - firstHeader] = [...cells]
    if (number < firstRecord) return
    if (number === firstRecord && layout.hxlTags && isTagRow(cells)) return
    if (header === undefined) {
      header = headerOf(headings, firstHeader, merged, layout.headerFill ?? false, file)
      while (header.length < width) header.push('')
      widest = header.length
    }
    if (cells.length > widest) widest = cells.length
    if (widest === header.length) {
      records.sound(
        header.map((_, at) => cells[at]),
        number,
      )
    }
  }
  try {
    for await (const rows of sheetRows(workbook, sheet, file)) {
      for (const row of rows) take(row)
      await records.settle()
      if (records.count >= (pass.request.mostRecords ?? Infinity)) break
    }
  } finally {
    await records.close()
  }
  if (header === undefined) throw collectRefusals.refuse('file-without-records', { file })
  return widest > header.length ? { width: widest } : { records: records.table(header) }
}

function headerOf(
  headings: readonly (readonly string[])[],
  firstHeader: number,
  merged: readonly MergedCells[],
  fills: boolean,
  file: string,
): string[] {
  const last = firstHeader + headings.length - 1
  const spans = merged
    .filter(({ firstRow, lastRow }) => lastRow >= firstHeader && firstRow <= last)
    .map((span) => ({
      ...span,
      firstRow: Math.max(span.firstRow, firstHeader) - firstHeader,
      lastRow: Math.min(span.lastRow, last) - firstHeader,
    }))
  const header = joinHeaderRows(headings, spans, fills)
  if (header.every((name) => name === '')) {
    throw collectRefusals.refuse('header-unreadable', { file, line: firstHeader })
  }
  return header
}

function sheetOf(workbook: Workbook, wanted: string | number | undefined, file: string): string {
  const { sheets } = workbook
  const found =
    typeof wanted === 'string'
      ? sheets.find((name) => name.trim().toLowerCase() === wanted.trim().toLowerCase())
      : sheets[(wanted ?? 1) - 1]
  if (found !== undefined) return found
  throw containerRefusals.refuse('sheet-missing', {
    file,
    sheet: String(wanted),
    sheets: sheets.join(', '),
  })
}
