import { neutralText } from '@caudal/methods/measure'
import {
  displayTable,
  say,
  tableFacts,
  tableRecords,
  type TableResult,
} from '@caudal/methods/publish'
import { isLanguage } from '@caudal/methods/vocabulary'
import type { Sheet, SheetCell } from './write-sheets.ts'

const longestColumn = 48

/**
 * The three sheets of a table's workbook: the table as it is shown, the same cells as data with
 * codes and labels, and what must travel with them. Texts that begin like a formula are
 * neutralised; numbers are numbers.
 *
 * @param withTotals totals stand among the data too, with the code `_T`
 */
export function tableWorkbook(result: TableResult, withTotals = false): Sheet[] {
  return [tableSheet(result), dataSheet(result, withTotals), factsSheet(result)]
}

function tableSheet(result: TableResult): Sheet {
  const table = displayTable(result)
  const { decimals } = result.measure
  const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  const labels = table.rowHeadings.length
  const rows: SheetCell[][] = [[strong(table.caption)], []]
  table.headerRows.forEach(({ labels: headings }, level) => {
    const isLast = level === table.headerRows.length - 1
    rows.push([
      ...table.rowHeadings.map((text) => (isLast ? strong(text) : null)),
      ...headings.map((text): SheetCell => ({ ...strong(text), right: true })),
      ...(table.hasRowTotals ? [isLast ? { ...strong(table.totalLabel), right: true } : null] : []),
    ])
  })
  const frozen = { rows: rows.length, columns: labels }
  const number = ({ value, text }: (typeof table.rows)[number]['cells'][number]): SheetCell =>
    value === null ? { value: text, right: true } : { value, format }
  for (const row of table.rows) {
    rows.push([...row.labels.map(neutralText), ...row.cells.map(number)])
  }
  if (table.totals) {
    rows.push([
      strong(table.totalLabel),
      ...table.rowHeadings.slice(1).map(() => null),
      ...table.totals.map((cell): SheetCell => ({ ...asObject(number(cell)), strong: true })),
    ])
  }
  for (const { sign, meaning } of table.legend) rows.push([neutralText(`${sign} ${meaning}`)])
  // The caption runs over its neighbours; it must not widen the first column.
  const widths = widthsOf(rows.slice(2))
  return { name: say('table', table.language), rows, columnWidths: widths, frozen }
}

function dataSheet(result: TableResult, withTotals: boolean): Sheet {
  const language = isLanguage(result.language) ? result.language : 'en'
  const records = tableRecords(result, withTotals)
  // What is the same in every row is said once, on the third sheet.
  const kept = records.columns.findIndex(({ name }) => name === 'status') + 1
  const rows: SheetCell[][] = [records.columns.slice(0, kept).map(({ name }) => strong(name))]
  for (const row of records.rows()) {
    rows.push(
      row.slice(0, kept).map((value) => (typeof value === 'string' ? neutralText(value) : value)),
    )
  }
  return {
    name: say('data', language),
    rows,
    columnWidths: widthsOf(rows.slice(0, 200)),
    frozen: { rows: 1, columns: 0 },
  }
}

function factsSheet(result: TableResult): Sheet {
  const language = isLanguage(result.language) ? result.language : 'en'
  return {
    name: say('source', language),
    rows: tableFacts(result).map(({ name, value }) => [
      strong(name),
      { value: neutralText(value), wrap: true },
    ]),
    columnWidths: [24, 100],
  }
}

const strong = (text: string) => ({ value: neutralText(text), strong: true }) as const

const asObject = (cell: SheetCell) =>
  cell !== null && typeof cell === 'object' ? cell : { value: cell }

function widthsOf(rows: readonly (readonly SheetCell[])[]): number[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      const length = String(asObject(cell).value ?? '').length + 2
      widths[column] = Math.min(longestColumn, Math.max(widths[column] ?? 8, length))
    })
  }
  return widths
}
