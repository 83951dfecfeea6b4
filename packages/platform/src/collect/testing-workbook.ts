import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

/** Packs parts into a zip archive, as a workbook is packed. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x0800, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const made = Buffer.from('PK\x01\x02\x14\x00', 'latin1')
    files.push(local)
    directory.push(Buffer.concat([made, head, tail, Buffer.from(name)]))
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, central, end])
}

/** A cell: a text, a number, a truth, nothing, or the XML of a cell as it stands. */
export type TestCell = string | number | boolean | null | { readonly xml: string }

/**
 * A workbook with the sheets given, written by hand so that a test can put anything into it.
 * Style 1 shows numbers as days, style 2 as moments.
 */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly TestCell[])[]>>,
  more: {
    readonly merged?: readonly string[]
    readonly parts?: Readonly<Record<string, string>>
    readonly relations?: string
  } = {},
): Buffer {
  const names = Object.keys(sheets)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const merged = (more.merged ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationship}"><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
      .join('')}${more.relations ?? ''}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>compartido</t></si><si><r><t>en </t></r><r><t>partes</t></r></si></sst>`,
    ...more.parts,
  }
  Object.values(sheets).forEach((rows, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows.map(rowXml).join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`
  })
  return zipOf(parts)
}

function rowXml(cells: readonly TestCell[], row: number): string {
  return `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`
}

function cellXml(cell: TestCell, row: number, column: number): string {
  const ref = `${columnName(column)}${row + 1}`
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.xml.replace('REF', ref)
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
}

/** Letters of a column, from 0: A, B, … AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** SYNTHETIC: a number shown as a day or a moment. */
export const day = (serial: number): TestCell => ({ xml: `<c r="REF" s="1"><v>${serial}</v></c>` })
export const moment = (serial: number): TestCell => ({
  xml: `<c r="REF" s="2"><v>${serial}</v></c>`,
})
