import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { findRecordEnd, splitRecord } from '../reading/csv-dialect.ts'
import { decideDelimiter } from '../reading/decide-delimiter.ts'
import { plainFileRefusals } from './refusals.ts'

/**
 * A CSV file that comes without a profile: its header says what is where. Every line is read or
 * the file refused; nothing is guessed but the delimiter, and that from the header alone.
 */
export interface PlainFile {
  readonly path: string
  /** Its name without folders, for sentences. */
  readonly name: string
  readonly header: readonly string[]
  /**
   * SQL that reads columns as text, empty as null, under names of ours; `parameter` stands for the
   * path. Without `columns` all of the file, as c0, c1, …
   */
  readonly select: (parameter: string, columns?: readonly string[]) => string
}

const quote = '"'.charCodeAt(0)
const longestHeaderBytes = 2 ** 20

/**
 * Reads the header of a file and finds the columns that are needed.
 *
 * @param needed column names that the file must have
 * @throws Refusal where there is no such file, it is empty or lacks a column
 */
export async function openPlainFile(path: string, needed: readonly string[]): Promise<PlainFile> {
  const name = basename(path)
  const record = await readHeader(path, name)
  const delimiter = decideDelimiter(record, quote, needed)
  const fields = splitRecord(record, { delimiter: Buffer.from(delimiter), quote })
  if (fields === undefined) throw plainFileRefusals.refuse('quote-open', { file: name, line: 1 })
  const header = fields.map((field) => field.toString().trim())
  for (const column of needed) {
    if (!header.includes(column)) {
      throw plainFileRefusals.refuse('column-missing', {
        file: name,
        column,
        columns: header.join(', '),
        needed: needed.join(', '),
      })
    }
    if (header.indexOf(column) !== header.lastIndexOf(column)) {
      throw plainFileRefusals.refuse('column-twice', { file: name, column })
    }
  }
  const types = header.map((_, at) => `'c${at}': 'varchar'`).join(', ')
  const read = (parameter: string) =>
    `read_csv(${parameter}, auto_detect = false, header = true, delim = '${delimiter}', quote = '"',
      escape = '"', nullstr = '', strict_mode = true, max_line_size = 16777216, columns = {${types}})`
  return {
    path,
    name,
    header,
    select: (parameter, columns) =>
      columns === undefined
        ? `select * from ${read(parameter)}`
        : `select ${columns
            .map((column) => `c${header.indexOf(column)} as ${column}`)
            .join(', ')} from ${read(parameter)}`,
  }
}

async function readHeader(path: string, name: string): Promise<Buffer> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || !found.isFile()) {
    throw plainFileRefusals.refuse('file-not-there', { file: path })
  }
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHeaderBytes))
    let head = buffer.subarray(0, bytesRead)
    if (head.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf))) head = head.subarray(3)
    const end = findRecordEnd(head, quote)?.end ?? head.length
    const record = head.subarray(0, end)
    if (record.toString().trim() === '')
      throw plainFileRefusals.refuse('file-empty', { file: name })
    if (record.includes(0) || record.toString().includes('\uFFFD')) {
      throw plainFileRefusals.refuse('file-not-utf8', { file: name })
    }
    return record
  } finally {
    await file.close()
  }
}

/** Runs a reading of plain files; what the engine finds wrong with one becomes a refusal. */
export async function readingPlainFile<Result>(
  file: PlainFile,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Error ? asRefusal(file, error) : error
  }
}

function asRefusal(file: PlainFile, error: Error): Error {
  const { message } = error
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1]
  if (line === undefined) return error
  const details = { file: file.name, line }
  const ragged = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message)
  if (ragged !== null) {
    return plainFileRefusals.refuse('line-ragged', {
      ...details,
      expected: ragged[1]!,
      found: ragged[2]!,
    })
  }
  if (/not utf-8/i.test(message)) return plainFileRefusals.refuse('file-not-utf8', details)
  if (/quote/i.test(message)) return plainFileRefusals.refuse('quote-open', details)
  return plainFileRefusals.refuse('file-unreadable', { file: file.name, reason: `CSV ${line}` })
}
