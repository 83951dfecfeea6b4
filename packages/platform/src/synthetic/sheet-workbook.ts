import { Buffer } from 'node:buffer'
import type { SheetCell, SheetParameters } from '@caudal/methods/synthetic'
import { StoredZip } from './stored-zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook of one sheet, as an office would send it: lines of a title, headings in one row, or in two
 * where columns share a merged one, then the records. The same rows give the same bytes.
 *
 * @see ECMA-376 part 1, sections 12.3 and 18.3
 */
export function writeWorkbook(
  path: string,
  { file, columns }: SheetParameters,
  rows: Iterable<readonly SheetCell[]>,
): { readonly bytes: number; readonly sha256: string } {
  const { above = [], inside = 'Datos' } = file
  const zip = new StoredZip(path, '[Content_Types].xml')
  const put = (text: string) => zip.append(Buffer.from(text, 'utf8'))
  put(
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
  )
  zip.next('_rels/.rels')
  put(
    `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${document}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  zip.next('xl/workbook.xml')
  put(
    `${declaration}<workbook xmlns="${main}" xmlns:r="${document}"><sheets><sheet name="${escaped(inside)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  zip.next('xl/_rels/workbook.xml.rels')
  put(
    `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${document}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  )
  zip.next('xl/worksheets/sheet1.xml')
  put(`${declaration}<worksheet xmlns="${main}"><sheetData>`)
  let row = 0
  const putRow = (cells: readonly SheetCell[]) => {
    row += 1
    put(`<row r="${row}">${cells.map((cell, at) => cellXml(cell, at, row)).join('')}</row>`)
  }
  for (const line of above) putRow([line])
  const merged: string[] = []
  if (columns.some(({ group }) => group !== undefined)) {
    const top = row + 1
    putRow(
      columns.map(({ header, group }, at) =>
        group === undefined ? header : group === columns[at - 1]?.group ? '' : group,
      ),
    )
    for (const [at, { group }] of columns.entries()) {
      if (group === undefined) merged.push(`${letters(at)}${top}:${letters(at)}${top + 1}`)
      else if (group !== columns[at - 1]?.group) {
        let last = at
        while (columns[last + 1]?.group === group) last += 1
        if (last > at) merged.push(`${letters(at)}${top}:${letters(last)}${top}`)
      }
    }
    putRow(columns.map(({ header, group }) => (group === undefined ? '' : header)))
  } else putRow(columns.map(({ header }) => header))
  for (const cells of rows) putRow(cells)
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  put(
    `</sheetData>${merges === '' ? '' : `<mergeCells count="${merged.length}">${merges}</mergeCells>`}</worksheet>`,
  )
  return zip.end()
}

function cellXml(cell: SheetCell, column: number, row: number): string {
  const ref = `${letters(column)}${row}`
  if (cell === '') return ''
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
  return `<c r="${ref}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** Letters of a column, from 0: A, B, … AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}
