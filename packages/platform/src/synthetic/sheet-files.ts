import { join } from 'node:path'
import {
  sheetWriter,
  type RegionModel,
  type SheetCell,
  type SheetParameters,
  type SheetRecord,
} from '@caudal/methods/synthetic'
import type { AssembledFile } from './assemble.ts'
import { HashedFile } from './hashed-file.ts'
import { encodeText } from './line-encoding.ts'
import { writeWorkbook } from './sheet-workbook.ts'
import { StoredZip } from './stored-zip.ts'

/** Writes the records of one institution in the format, the headings and the words that are its own. */
export function writeSheet(
  model: RegionModel,
  parameters: SheetParameters,
  records: Iterable<SheetRecord>,
  folder: string,
): AssembledFile {
  const { name, format, inside = 'datos.csv' } = parameters.file
  const path = join(folder, name)
  const write = sheetWriter(model, parameters)
  const counted = { records: 0 }
  const rows = (function* () {
    for (const record of records) {
      counted.records += 1
      yield write(record)
    }
  })()
  if (format === 'xlsx') {
    const written = writeWorkbook(path, parameters, rows)
    return { name, ...written, records: counted.records }
  }
  const file = format === 'zip' ? new StoredZip(path, inside) : new HashedFile(path)
  for (const line of linesOf(parameters, rows)) {
    file.append(encodeText(line, parameters.file.encoding))
  }
  const { bytes, sha256 } = file.end()
  return { name, bytes, sha256, records: counted.records }
}

function* linesOf(
  { file, columns }: SheetParameters,
  rows: Iterable<readonly SheetCell[]>,
): Generator<string> {
  const { format, newline, above = [] } = file
  const objectOf = (row: readonly SheetCell[]) =>
    JSON.stringify(Object.fromEntries(columns.map(({ header }, at) => [header, row[at]!])))
  if (format === 'json') {
    let before = `[${newline}`
    for (const row of rows) {
      yield `${before}${objectOf(row)}`
      before = `,${newline}`
    }
    yield `${newline}]${newline}`
    return
  }
  if (format === 'ndjson') {
    for (const row of rows) yield `${objectOf(row)}${newline}`
    return
  }
  for (const line of above) yield `${line}${newline}`
  if (format === 'fixed') {
    for (const row of rows) {
      const cells = columns.map(({ header, width = 1 }, at) => {
        const text = String(row[at]!)
        // A value that is cut off would be another one.
        if (text.length > width) throw new RangeError(`${header} is ${width} letters: ${text}`)
        return text.padEnd(width)
      })
      yield `${cells.join('')}${newline}`
    }
    return
  }
  const delimiter = format === 'tsv' ? '\t' : (file.delimiter ?? ',')
  const quoted = (cell: SheetCell) => {
    const text = String(cell)
    return /["\r\n]/.test(text) || text.includes(delimiter)
      ? `"${text.replaceAll('"', '""')}"`
      : text
  }
  yield `${columns.map(({ header }) => quoted(header)).join(delimiter)}${newline}`
  for (const row of rows) yield `${row.map(quoted).join(delimiter)}${newline}`
}
