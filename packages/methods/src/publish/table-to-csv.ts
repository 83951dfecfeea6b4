import { csvLine } from '../measure/index.ts'
import { displayTable } from './displayed-table.ts'
import type { TableResult } from './table.ts'
import { tableFacts } from './table-facts.ts'
import { tableRecords, type RecordValue } from './table-records.ts'

/** The mark by which spreadsheets know that a file is UTF-8. */
export const byteOrderMark = '\ufeff'

/**
 * A table as CSV (RFC 4180: commas, CRLF), one line per cell with codes and labels.
 * Texts that begin like a formula are neutralised, numbers are not touched.
 *
 * @param withTotals lines of totals follow, with the code `_T`
 */
export function tableToCsv(result: TableResult, withTotals = false): string {
  const { columns, rows } = tableRecords(result, withTotals)
  const lines = [csvLine(columns.map(({ name }) => name))]
  for (const row of rows()) lines.push(csvLine(row))
  return lines.join('')
}

/** A table as CSV, laid out as it is shown: caption first, totals last, then notes and source. */
export function tableToCrosstabCsv(result: TableResult): string {
  const table = displayTable(result)
  const lines: RecordValue[][] = [[table.caption], []]
  const blanks = table.rowHeadings.map(() => '')
  table.headerRows.forEach(({ labels }, level) => {
    const isLast = level === table.headerRows.length - 1
    const total = table.hasRowTotals ? [isLast ? table.totalLabel : ''] : []
    lines.push([...(isLast ? table.rowHeadings : blanks), ...labels, ...total])
  })
  const shown = (cells: (typeof table.rows)[number]['cells']) =>
    cells.map(({ value, text }) => value ?? text)
  for (const { labels, cells } of table.rows) lines.push([...labels, ...shown(cells)])
  if (table.totals) {
    lines.push([table.totalLabel, ...blanks.slice(1), ...shown(table.totals)])
  }
  lines.push([])
  for (const { name, value } of tableFacts(result)) lines.push([name, value])
  return lines.map(csvLine).join('')
}
