import { containerRefusals } from '../container-refusals.ts'
import type { ExpansionLimit } from '../expansion-limit.ts'
import { openZipParts, type ZipParts } from '../zip-member.ts'
import { readCellStyles, type CellStyles } from './cell-styles.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readXml } from './xml-reader.ts'

/**
 * A workbook, opened: what is needed to read the cells of one sheet. Only workbook, styles, shared
 * strings and that sheet are ever looked at; macros, external links, connections, pivot tables and
 * pictures are parts that nothing here opens.
 */
export interface Workbook {
  /** Names of the sheets in their order. */
  readonly sheets: readonly string[]
  readonly styles: CellStyles
  readonly strings: readonly string[]
  /** Days count from 1 January 1904 instead of from the last of 1899. */
  readonly from1904: boolean
  /** The bytes of a sheet's cells. */
  readSheet(name: string): AsyncIterable<Buffer>
  close(): void
}

/**
 * Opens a workbook.
 *
 * @throws {Refusal} where it is no workbook or is damaged
 * @see ECMA-376, part 1, chapter 18 (SpreadsheetML)
 */
export async function openWorkbook(
  path: string,
  file: string,
  limit: ExpansionLimit,
): Promise<Workbook> {
  const parts = await openZipParts(path, file, limit)
  try {
    const book = await readBook(parts, file)
    return {
      sheets: book.sheets.map(({ name }) => name),
      from1904: book.from1904,
      styles: await readCellStyles(parts.read('xl/styles.xml'), file),
      strings: await readSharedStrings(parts.read('xl/sharedStrings.xml'), file),
      readSheet(name) {
        const sheet = book.sheets.find((each) => each.name === name)
        const bytes = sheet && parts.read(sheet.part)
        if (!bytes) throw new Error(`No sheet "${name}"`)
        return bytes
      },
      close: () => parts.close(),
    }
  } catch (error) {
    parts.close()
    throw error
  }
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly from1904: boolean
}

async function readBook(parts: ZipParts, file: string): Promise<Book> {
  const bytes = parts.read('xl/workbook.xml')
  if (!bytes) throw containerRefusals.refuse('workbook-broken', { file, reason: 'xl/workbook.xml' })
  const named: { name: string; id: string }[] = []
  let from1904 = false
  await readXml(bytes, file, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (tag !== 'sheet') return
      named.push({ name: attributes['name'] ?? '', id: attributes['id'] ?? '' })
    },
  })
  const targets = new Map<string, string>()
  const relations = parts.read('xl/_rels/workbook.xml.rels')
  if (relations) {
    await readXml(relations, file, {
      open(tag, attributes) {
        // A link to another file has no part here, and is not followed.
        if (tag !== 'Relationship' || attributes['TargetMode'] === 'External') return
        targets.set(attributes['Id'] ?? '', partOf(attributes['Target'] ?? ''))
      },
    })
  }
  const present = new Set(parts.names)
  const sheets = named
    .map(({ name, id }) => ({ name, part: targets.get(id) ?? '' }))
    // Sheets of charts and dialogs have no cells.
    .filter(({ part }) => present.has(part) && part.includes('worksheets/'))
  if (sheets.length === 0)
    throw containerRefusals.refuse('workbook-broken', { file, reason: 'sheets' })
  return { sheets, from1904 }
}

function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}
