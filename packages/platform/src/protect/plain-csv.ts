import { protectRefusals } from './refusals.ts'

/** A CSV file of modest size, read whole: header and rows of text. */
export interface PlainCsv {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * Reads RFC 4180 CSV: commas, double quotes, line ends of any kind, UTF-8 with or without mark.
 *
 * @throws refusals: empty, not UTF-8, a line with too many or too few columns, an open quote
 */
export function readPlainCsv(bytes: Uint8Array, file: string): PlainCsv {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw protectRefusals.refuse('file-not-utf8', { file })
  }
  const lines = split(text, file)
  const header = lines.shift()?.map((name) => name.trim())
  if (header === undefined || header.every((name) => name === '')) {
    throw protectRefusals.refuse('file-empty', { file })
  }
  const repeated = header.find((name, at) => header.indexOf(name) !== at)
  if (repeated !== undefined) {
    throw protectRefusals.refuse('column-twice', { file, column: repeated })
  }
  lines.forEach((row, at) => {
    if (row.length !== header.length) {
      throw protectRefusals.refuse('line-ragged', {
        file,
        line: at + 2,
        found: row.length,
        expected: header.length,
      })
    }
  })
  return { header, rows: lines }
}

function split(text: string, file: string): string[][] {
  const lines: string[][] = []
  let row: string[] = []
  let at = 0
  const end = () => {
    // an empty line is no record
    if (row.length > 1 || row[0] !== '') lines.push(row)
    row = []
  }
  while (at < text.length) {
    let field: string
    if (text[at] === '"') {
      let close = at + 1
      for (;;) {
        close = text.indexOf('"', close)
        if (close === -1) {
          throw protectRefusals.refuse('quote-open', { file, line: lines.length + 1 })
        }
        if (text[close + 1] !== '"') break
        close += 2
      }
      field = text.slice(at + 1, close).replaceAll('""', '"')
      at = close + 1
    } else {
      let stop = at
      while (stop < text.length && !/[,\r\n]/.test(text[stop]!)) stop += 1
      field = text.slice(at, stop)
      at = stop
    }
    row.push(field)
    if (text[at] === ',') {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    end()
    if (at >= text.length) return lines
  }
  if (row.length > 0) end()
  return lines
}

/** Writes one line of CSV, quoting where needed. */
export function csvLine(fields: readonly string[]): string {
  return `${fields
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',')}\n`
}
