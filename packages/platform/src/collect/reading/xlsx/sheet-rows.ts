import type { Workbook } from './open-workbook.ts'
import { serialText } from './serial-date.ts'
import { unescapeText } from './shared-strings.ts'
import { XmlParser } from './xml-reader.ts'

/** A row of a sheet: its number as the spreadsheet shows it, and its cells from column A. */
export interface SheetRow {
  readonly number: number
  /** Texts of the cells; empty where there is nothing. */
  readonly cells: readonly string[]
}

/** Columns a sheet may have. @see ECMA-376: XFD is the last */
const mostColumns = 16_384

/**
 * The rows of a sheet that hold anything, in their order, as a stream. Formulas give the value that
 * was last computed and saved; nothing is computed. A cell with an error gives its sign, `#N/A`.
 */
export async function* sheetRows(
  workbook: Workbook,
  sheet: string,
  file: string,
): AsyncIterable<readonly SheetRow[]> {
  let rows: SheetRow[] = []
  let row = 0
  let column = -1
  let cells: string[] = []
  let type: string | undefined
  let style: string | undefined
  let value = ''
  let isValue = false
  let isInline = false
  let isPhonetic = false
  const parser = new XmlParser(file, {
    open(tag, attributes) {
      switch (tag) {
        case 'row':
          row = attributes['r'] === undefined ? row + 1 : Number(attributes['r'])
          cells = []
          column = -1
          break
        case 'c':
          column = attributes['r'] === undefined ? column + 1 : columnIndex(attributes['r'])
          type = attributes['t']
          style = attributes['s']
          value = ''
          break
        case 'is':
          isInline = true
          break
        case 'rPh':
          isPhonetic = true
          break
        case 'v':
          isValue = true
          break
        case 't':
          isValue = isInline && !isPhonetic
          break
      }
    },
    text(text) {
      if (isValue) value += text
    },
    close(tag) {
      switch (tag) {
        case 'v':
        case 't':
          isValue = false
          break
        case 'is':
          isInline = false
          break
        case 'rPh':
          isPhonetic = false
          break
        case 'c':
          if (value === '' || column < 0 || column >= mostColumns) break
          while (cells.length < column) cells.push('')
          cells[column] = textOf(workbook, value, type, style)
          break
        case 'row':
          if (cells.some((cell) => cell !== '')) rows.push({ number: row, cells })
          break
      }
    },
  })
  for await (const chunk of workbook.readSheet(sheet)) {
    parser.push(chunk)
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
  parser.end()
  if (rows.length > 0) yield rows
}

function textOf(
  workbook: Workbook,
  value: string,
  type: string | undefined,
  style: string | undefined,
): string {
  switch (type) {
    case 's':
      return workbook.strings[Number(value)] ?? ''
    case 'b':
      return value === '1' ? 'true' : 'false'
    case 'str':
    case 'inlineStr':
      return unescapeText(value)
    case 'e':
      return value
    case 'd':
      return value.replace('T', ' ').replace(/\.\d+$/, '')
    default:
      return serialText(value, workbook.styles.meaningOf(style), workbook.from1904)
  }
}

/**
 * Index of a cell's column, from 0.
 *
 * @example columnIndex('A1') // => 0
 * @example columnIndex('AB12') // => 27
 */
export function columnIndex(reference: string): number {
  let index = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0)
    if (code < 65 || code > 90) break
    index = index * 26 + code - 64
  }
  return index - 1
}
