import { parentPort, workerData } from 'node:worker_threads'
import writeExcelFile, { type Cell, type Sheet as ExcelSheet } from 'write-excel-file/node'
import type { Sheet, SheetCell } from './write-sheets.ts'

const { workbooks } = workerData as { readonly workbooks: readonly (readonly Sheet[])[] }

for (const sheets of workbooks) {
  parentPort?.postMessage(await writeExcelFile(sheets.map(excelSheet)).toBuffer())
}

function excelSheet({ name, rows, columnWidths, frozen }: Sheet): ExcelSheet<Buffer> {
  return {
    sheet: name,
    data: rows.map((row) => row.map(excelCell)),
    columns: columnWidths.map((width) => ({ width })),
    ...(frozen && { stickyRowsCount: frozen.rows, stickyColumnsCount: frozen.columns }),
  }
}

function excelCell(cell: SheetCell): Cell {
  if (cell === null) return null
  if (typeof cell !== 'object') return typed(cell)
  const { value, strong, right, format, span, wrap } = cell
  return {
    ...(value === null ? {} : typed(value)),
    ...(strong && { fontWeight: 'bold' as const }),
    ...(right && { align: 'right' as const }),
    ...(format && typeof value === 'number' && { format }),
    ...(span && span > 1 && { columnSpan: span }),
    ...(wrap && { wrap: true, alignVertical: 'top' as const }),
  }
}

// A type of its own for every value: a text is never taken for a formula or a number.
function typed(value: string | number) {
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}
