/** How the fields of a line are told apart. Bytes, because the lines are scanned as bytes. */
export interface CsvDialect {
  readonly delimiter: Buffer
  readonly quote: number
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20

/** The delimiters that tables are written with, most usual first. */
export const usualDelimiters = [',', ';', '\t', '|'] as const

/**
 * The fields of one record, without their quotes; undefined where the quoting is not sound.
 * A field may have spaces around its quotes.
 *
 * @param record the bytes of the record without its line end
 */
export function splitRecord(record: Buffer, dialect: CsvDialect): Buffer[] | undefined {
  const { delimiter, quote } = dialect
  const fields: Buffer[] = []
  let at = 0
  for (;;) {
    let start = at
    while (delimiter[0] !== space && record[start] === space) start += 1
    if (record[start] !== quote || start >= record.length) {
      const end = record.indexOf(delimiter, at)
      fields.push(record.subarray(at, end === -1 ? record.length : end))
      if (end === -1) return fields
      at = end + delimiter.length
      continue
    }
    const parts: Buffer[] = []
    at = start + 1
    for (;;) {
      const end = record.indexOf(quote, at)
      if (end === -1) return undefined
      const isDoubled = record[end + 1] === quote
      parts.push(record.subarray(at, isDoubled ? end + 1 : end))
      at = isDoubled ? end + 2 : end + 1
      if (!isDoubled) break
    }
    fields.push(parts.length === 1 ? parts[0]! : Buffer.concat(parts))
    while (record[at] === space) at += 1
    if (at >= record.length) return fields
    if (!startsWithAt(record, delimiter, at)) return undefined
    at += delimiter.length
  }
}

/** A field as every reader understands it: quoted, its quotes doubled. */
export function quoteField(field: Buffer, quote: number): Buffer {
  const parts: Buffer[] = [Buffer.of(quote)]
  let at = 0
  for (let next = field.indexOf(quote); next !== -1; next = field.indexOf(quote, at)) {
    parts.push(field.subarray(at, next + 1), Buffer.of(quote))
    at = next + 1
  }
  parts.push(field.subarray(at), Buffer.of(quote))
  return Buffer.concat(parts)
}

/** Whether `bytes` continues with `expected` at `at`. */
export function startsWithAt(bytes: Buffer, expected: Buffer, at: number): boolean {
  for (let each = 0; each < expected.length; each += 1) {
    if (bytes[at + each] !== expected[each]) return false
  }
  return true
}

/** Where a record that begins at 0 ends, quoted line ends left aside: its line end is excluded. */
export function findRecordEnd(
  bytes: Buffer,
  quote: number,
): { end: number; next: number } | undefined {
  let isQuoted = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === quote) isQuoted = !isQuoted
    else if (!isQuoted && byte === lineFeed) return { end: at, next: at + 1 }
    else if (!isQuoted && byte === carriageReturn) {
      if (at + 1 === bytes.length) return undefined
      return { end: at, next: bytes[at + 1] === lineFeed ? at + 2 : at + 1 }
    }
  }
  return undefined
}
