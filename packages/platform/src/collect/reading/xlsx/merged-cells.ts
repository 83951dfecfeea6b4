import type { Workbook } from './open-workbook.ts'
import { columnIndex } from './sheet-rows.ts'
import { XmlParser } from './xml-reader.ts'

/** A block of cells merged into one; rows from 1, columns from 0, the last of each included. */
export interface MergedCells {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

const endOfCells = Buffer.from('</sheetData>')
/** What stands behind the cells is short; a sheet with more merges than this is no table. */
const mostTail = 16 * 2 ** 20

/**
 * The merged cells of a sheet. They stand behind all rows, so that a sheet whose header is merged
 * is run through twice; the rows are passed over as bytes.
 */
export async function readMergedCells(
  workbook: Workbook,
  sheet: string,
  file: string,
): Promise<readonly MergedCells[]> {
  let tail: Buffer = Buffer.alloc(0)
  let isTail = false
  for await (const chunk of workbook.readSheet(sheet)) {
    tail = Buffer.concat([tail, chunk])
    if (!isTail) {
      const end = tail.indexOf(endOfCells)
      isTail = end !== -1
      tail = isTail ? tail.subarray(end + endOfCells.length) : tail.subarray(-endOfCells.length)
    }
    if (tail.length > mostTail) break
  }
  const merged: MergedCells[] = []
  if (!isTail || !tail.includes('mergeCell')) return merged
  const start = tail.indexOf('<mergeCells')
  const end = tail.indexOf('</mergeCells>')
  if (start === -1 || end === -1) return merged
  const parser = new XmlParser(file, {
    open(tag, attributes) {
      const [from = '', to = from] = (attributes['ref'] ?? '').split(':')
      if (tag !== 'mergeCell' || from === '') return
      merged.push({
        firstRow: rowOf(from),
        lastRow: rowOf(to),
        firstColumn: columnIndex(from),
        lastColumn: columnIndex(to),
      })
    },
  })
  parser.push(tail.subarray(start, end + '</mergeCells>'.length))
  parser.end()
  return merged
}

function rowOf(reference: string): number {
  return Number(reference.replace(/^[A-Z]+/, ''))
}
