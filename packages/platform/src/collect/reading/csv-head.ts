import { collectRefusals } from '../refusals.ts'
import { findRecordEnd, splitRecord, type CsvDialect } from './csv-dialect.ts'
import type { LineEnd } from './plain-lines.ts'
import { decideDelimiter } from './decide-delimiter.ts'
import type { TableRequest } from './table.ts'
import { longestRecordBytes } from './reading-fault.ts'
import { isTagRow } from './tag-line.ts'

export interface CsvHead {
  readonly dialect: CsvDialect
  /** The names in the header, spaces around them cut off; empty ones where there is none. */
  readonly header: readonly string[]
  readonly lineEnd: LineEnd
  /** Whether a line of tags was left out after the header. */
  readonly hasTags: boolean
  /** Number of the first line of data. */
  readonly nextLine: number
  /** Whether any reader would skip the head by counting its lines. */
  readonly isPlain: boolean
}

/**
 * Reads what comes before the data: lines to skip, the header, lines below it.
 *
 * @throws {Refusal} where there is no header, it cannot be read or its delimiter is another
 */
export async function readCsvHead(
  text: AsyncIterable<Buffer>,
  request: TableRequest,
  file: string,
): Promise<{ head: CsvHead; rest: AsyncIterable<Buffer> }> {
  const layout = layoutOf(request)
  const quote = (layout.quote ?? '"').charCodeAt(0)
  const chunks = text[Symbol.asyncIterator]()
  let bytes: Buffer = Buffer.alloc(0)
  let isWhole = false
  const more = async () => {
    if (isWhole) return false
    if (bytes.length > longestRecordBytes) throw unreadable(file, line)
    const { done, value } = await chunks.next()
    if (done) isWhole = true
    else bytes = bytes.length === 0 ? value : Buffer.concat([bytes, value])
    return !done
  }
  let at = 0
  let line = 1
  let isPlain = true
  const takeLine = async () => {
    let end = bytes.indexOf(10, at)
    while (end === -1 && (await more())) end = bytes.indexOf(10, at)
    const next = end === -1 ? bytes.length : end + 1
    const taken = bytes.subarray(at, next)
    if (taken.includes(quote) || taken.toString().trim() === '') isPlain = false
    at = next
    line += 1
    return taken
  }

  for (let skipped = 0; skipped < (layout.skipLines ?? 0); skipped += 1) await takeLine()
  // Empty lines above the header are not worth a setting.
  for (;;) {
    while (at === bytes.length && (await more()));
    if (at === bytes.length) throw collectRefusals.refuse('file-empty', { file })
    if (bytes[at] !== 0x0a && bytes[at] !== 0x0d) break
    await takeLine()
  }
  let found = findRecordEnd(bytes.subarray(at), quote)
  while (found === undefined && (await more())) found = findRecordEnd(bytes.subarray(at), quote)
  const record = bytes.subarray(at, found ? at + found.end : bytes.length)
  const lineEnd = found
    ? (bytes.toString('latin1', at + found.end, at + found.next) as LineEnd)
    : '\n'
  const delimiter = Buffer.from(
    layout.delimiter ?? decideDelimiter(record, quote, request.wantedColumns),
  )
  const header = splitRecord(record, { delimiter, quote })?.map((field) => field.toString().trim())
  if (header === undefined) throw unreadable(file, line)
  refuseWrongDelimiter(header, record, quote, request, file)
  if (layout.headerRows === 0) {
    const dialect = { delimiter, quote }
    const noNames = header.map(() => '')
    const head = { dialect, header: noNames, hasTags: false, lineEnd, nextLine: line, isPlain }
    return { head, rest: restOf(bytes.subarray(at), chunks) }
  }
  const innerLines = countLineFeeds(record)
  if (innerLines > 0) isPlain = false
  line += 1 + innerLines
  at += found?.next ?? record.length
  for (let skipped = 0; skipped < (layout.skipAfterHeader ?? 0); skipped += 1) await takeLine()
  let hasTags = false
  if (layout.hxlTags) {
    while (bytes.indexOf(10, at) === -1 && (await more()));
    const end = bytes.indexOf(10, at)
    const below = bytes.subarray(at, end === -1 ? bytes.length : end)
    const cells = splitRecord(below, { delimiter, quote })?.map((field) => field.toString())
    hasTags = isTagRow(cells ?? [])
    if (hasTags) await takeLine()
  }

  const dialect = { delimiter, quote }
  const head = { dialect, header, hasTags, lineEnd, nextLine: line, isPlain }
  return { head, rest: restOf(bytes.subarray(at), chunks) }
}

/** Values parted by tabs are a CSV whose delimiter needs no telling. */
function layoutOf({ layout }: TableRequest): TableRequest['layout'] {
  return layout.format === 'tsv' ? { delimiter: '\t', ...layout } : layout
}

function refuseWrongDelimiter(
  header: readonly string[],
  record: Buffer,
  quote: number,
  request: TableRequest,
  file: string,
): void {
  const { wantedColumns, profile } = request
  const layout = layoutOf(request)
  if (header.length > 1 || wantedColumns.length < 2 || layout.delimiter === undefined) return
  const looksLike = decideDelimiter(record, quote, wantedColumns)
  if (looksLike === layout.delimiter) return
  throw collectRefusals.refuse('delimiter-wrong', {
    file,
    profile,
    delimiter: JSON.stringify(layout.delimiter),
    looksLike: JSON.stringify(looksLike),
    expected: wantedColumns.length,
  })
}

function unreadable(file: string, line: number): Error {
  return collectRefusals.refuse('header-unreadable', { file, line })
}

function countLineFeeds(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

async function* restOf(first: Buffer, chunks: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  try {
    if (first.length > 0) yield first
    for (;;) {
      const { done, value } = await chunks.next()
      if (done) return
      yield value
    }
  } finally {
    await chunks.return?.()
  }
}
