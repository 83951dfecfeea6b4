import { quoteField, splitRecord, startsWithAt, type CsvDialect } from './csv-dialect.ts'
import { countPlainLines, type LineEnd } from './plain-lines.ts'
import { longestRecordBytes, type FaultKind, type RecordObserver } from './reading-fault.ts'

/** Where a scan begins: the line after the header. */
export interface ScanStart {
  /** Number of the first line to be pushed. */
  readonly line: number
  /** Fields that every record must have. */
  readonly fields: number
  /** The line end of the header. */
  readonly lineEnd: LineEnd
  /**
   * Count the lines of stretches without quotes and leave their fields to the engine, which
   * refuses a record that has too many or too few. Ten times faster.
   */
  readonly leavesFieldsToEngine?: boolean
}

const inField = 0
const inQuotes = 1
const afterQuotes = 2
const afterQuotesAndSpaces = 3
const skipping = 4

const ordinary = 0
const delimiterByte = 1
const lineFeed = 2
const carriageReturn = 3
const quoteByte = 4
const zero = 5

/**
 * Finds the records of a CSV stream in bounded memory, by bytes: how many there are, which are
 * sound, on which line each begins. It parses as RFC 4180 does, with spaces around quotes and
 * stray quotes inside an unquoted field let through.
 *
 * Its count is independent of the engine that later reads the same bytes, so that the two check
 * each other. Where it finds anything on which readers of CSV differ (`isPlain` turns false), a
 * copy of the sound records in a form all readers share is read instead.
 *
 * An unclosed quote would swallow the rest of the file: once a record grows past the limit, or
 * the file ends, its first line alone is called faulty and scanning begins again after it.
 *
 * @see RFC 4180 (2005), section 2
 */
export class CsvScanner {
  /** Sound records so far. */
  soundRecords = 0
  /** Faulty records so far. */
  faultyRecords = 0
  /** Lines with nothing on them. */
  blankLines = 0
  /** Whether the bytes pushed so far can be read as they stand by any reader. */
  isPlain = true

  readonly #dialect: CsvDialect
  readonly #expected: number
  readonly #lineEnd: LineEnd
  readonly #observer: RecordObserver
  readonly #mayHurry: boolean
  readonly #kinds = new Uint8Array(256)
  #line: number
  #recordShift = Number.NaN
  #lineShift = Number.NaN

  // Of the record under way; offsets count from the start of `#work`.
  #work: Buffer = Buffer.alloc(0)
  #at = 0
  #recordStart = 0
  #fieldStart = 0
  #rangeStart = 0
  #state = inField
  #fields = 1
  #innerLines = 0
  #isOdd = false
  #hasZero = false
  #hasQuoteText = false

  constructor(dialect: CsvDialect, start: ScanStart, observer: RecordObserver) {
    this.#dialect = dialect
    this.#expected = start.fields
    this.#lineEnd = start.lineEnd
    this.#line = start.line
    this.#observer = observer
    this.#mayHurry =
      start.leavesFieldsToEngine === true && start.lineEnd !== '\r' && start.fields > 1
    this.#kinds[dialect.delimiter[0]!] = delimiterByte
    this.#kinds[0x0a] = lineFeed
    this.#kinds[0x0d] = carriageReturn
    this.#kinds[dialect.quote] = quoteByte
    this.#kinds[0] = zero
  }

  push(chunk: Buffer): void {
    this.#work = this.#work.length === 0 ? chunk : Buffer.concat([this.#work, chunk])
    if (!this.#mayHurry || this.#at !== this.#recordStart || !this.#countLines()) this.#scan(false)
    this.#keepOpenRecord()
  }

  end(): void {
    this.#scan(true)
    while (this.#recordStart < this.#work.length || this.#state === skipping) {
      if (this.#state === inQuotes) {
        this.#beginAgainAfterFirstLine()
        this.#scan(true)
      } else {
        this.#endRecord(this.#work.length, this.#work.length, undefined)
        break
      }
    }
    this.#flushRange(this.#work.length)
  }

  #scan(isLast: boolean): void {
    for (;;) {
      this.#scanWork(isLast)
      if (isLast || this.#state === skipping) return
      if (this.#work.length - this.#recordStart <= longestRecordBytes) return
      if (this.#innerLines === 0 || this.#state === inField) break
      this.#beginAgainAfterFirstLine()
    }
    this.#flushRange(this.#recordStart)
    this.#state = skipping
    this.#at = this.#work.length
  }

  /** Takes lines for records where nothing in the work could make them otherwise. */
  #countLines(): boolean {
    const counted = countPlainLines(this.#work, this.#dialect.quote, this.#lineEnd)
    if (counted === undefined) return false
    this.#noteShift()
    this.soundRecords += counted.lines
    this.#line += counted.lines
    this.#beginRecord(counted.end)
    return true
  }

  #scanWork(isLast: boolean): void {
    const work = this.#work
    const length = work.length
    const kinds = this.#kinds
    const { delimiter, quote } = this.#dialect
    while (this.#at < length) {
      let at = this.#at
      if (this.#state === inField) {
        let kind = ordinary
        if (delimiter.length === 1) {
          let fields = this.#fields
          let fieldStart = this.#fieldStart
          for (; at < length; at += 1) {
            kind = kinds[work[at]!]!
            if (kind === ordinary) continue
            if (kind !== delimiterByte) break
            fields += 1
            fieldStart = at + 1
          }
          this.#fields = fields
          this.#fieldStart = fieldStart
        } else {
          while (at < length && (kind = kinds[work[at]!]!) === ordinary) at += 1
        }
        this.#at = at
        if (at === length) break
        if (kind === delimiterByte) {
          if (at + delimiter.length > length && !isLast) break
          if (startsWithAt(work, delimiter, at)) this.#endField(at)
          else this.#at = at + 1
        } else if (kind === quoteByte) {
          if (isSpaces(work, this.#fieldStart, at)) {
            this.#isOdd ||= at > this.#fieldStart
            this.#state = inQuotes
          } else this.#isOdd = true
          this.#at = at + 1
        } else if (kind === zero) {
          this.#hasZero = true
          this.#at = at + 1
        } else if (!this.#lineEndAt(at, isLast)) break
      } else if (this.#state === inQuotes) {
        let byte = 0
        while (at < length && (byte = work[at]!) !== quote) {
          if (byte === 0x0a) this.#innerLines += 1
          else if (byte === 0) this.#hasZero = true
          at += 1
        }
        if (at < length) this.#state = afterQuotes
        this.#at = at + 1
        if (at === length) this.#at = length
      } else if (this.#state === skipping) {
        if (!this.#skipLine()) break
      } else if (!this.#afterQuotesAt(at, isLast)) break
    }
  }

  /** Handles the byte at `at` behind a closed quote; false where the next chunk must tell. */
  #afterQuotesAt(at: number, isLast: boolean): boolean {
    const work = this.#work
    const byte = work[at]!
    const { delimiter, quote } = this.#dialect
    if (byte === quote && this.#state === afterQuotes) {
      this.#state = inQuotes
      this.#at = at + 1
    } else if (byte === 0x0a || byte === 0x0d) {
      return this.#lineEndAt(at, isLast)
    } else if (startsWithAt(work, delimiter, at)) {
      this.#endField(at)
    } else if (byte === delimiter[0] && at + delimiter.length > work.length && !isLast) {
      return false
    } else if (byte === 0x20) {
      this.#state = afterQuotesAndSpaces
      this.#isOdd = true
      this.#at = at + 1
    } else {
      this.#hasQuoteText = true
      this.#state = inField
    }
    return true
  }

  #endField(at: number): void {
    this.#fields += 1
    this.#state = inField
    this.#at = at + this.#dialect.delimiter.length
    this.#fieldStart = this.#at
  }

  /** Handles a line end at `at`; false where the next chunk must tell what it is. */
  #lineEndAt(at: number, isLast: boolean): boolean {
    if (this.#work[at] === 0x0a) {
      this.#endRecord(at, at + 1, '\n')
      return true
    }
    if (at + 1 === this.#work.length && !isLast) return false
    if (this.#work[at + 1] === 0x0a) this.#endRecord(at, at + 2, '\r\n')
    else if (this.#lineEnd === '\r') this.#endRecord(at, at + 1, '\r')
    else {
      // A lone carriage return among lines that end otherwise belongs to the value.
      this.#isOdd = true
      if (this.#state !== inField) this.#hasQuoteText = true
      this.#state = inField
      this.#at = at + 1
    }
    return true
  }

  #endRecord(end: number, next: number, lineEnd: LineEnd | undefined): void {
    const start = this.#recordStart
    if (
      this.#fields === 1 &&
      !this.#hasZero &&
      isSpaces(this.#work, start, end) &&
      this.#state !== skipping
    ) {
      // Readers agree to pass over an empty line, unless every record is one field.
      if (end > start || this.#expected === 1) this.isPlain = false
      this.blankLines += 1
      this.#cut(start, next)
    } else {
      const fault = this.#faultOf(end - start)
      if (fault !== undefined) this.#reject(fault, next)
      else this.#accept(end, next, lineEnd)
    }
    this.#line += 1 + this.#innerLines
    this.#beginRecord(next)
  }

  #faultOf(length: number): FaultKind | undefined {
    if (this.#state === skipping || length > longestRecordBytes) return 'line.too-long'
    if (this.#state === inQuotes) return 'line.quote-open'
    if (this.#hasQuoteText) return 'line.quote-text'
    if (this.#hasZero) return 'line.zero-byte'
    return this.#fields === this.#expected ? undefined : 'line.ragged'
  }

  #accept(end: number, next: number, lineEnd: LineEnd | undefined): void {
    this.#noteShift()
    this.soundRecords += 1
    const isForeign = lineEnd !== undefined && lineEnd !== this.#lineEnd
    if (isForeign || this.#isOdd) this.isPlain = false
    if (this.#observer.sound && (isForeign || this.#isOdd || lineEnd === undefined)) {
      this.#cut(this.#recordStart, next)
      this.#observer.sound(this.#rewritten(this.#work.subarray(this.#recordStart, end)))
    }
  }

  #noteShift(): void {
    const index = this.soundRecords
    const recordShift = 1 + this.faultyRecords
    const lineShift = this.#line - index
    if (recordShift === this.#recordShift && lineShift === this.#lineShift) return
    this.#recordShift = recordShift
    this.#lineShift = lineShift
    this.#observer.shift(index, recordShift, lineShift)
  }

  #rewritten(record: Buffer): Buffer {
    const { delimiter, quote } = this.#dialect
    if (!this.#isOdd) return Buffer.concat([record, Buffer.from(this.#lineEnd)])
    const fields = splitRecord(record, this.#dialect)
    if (fields?.length !== this.#expected) throw new Error('The scanner and the splitter disagree')
    const parts = fields.flatMap((field, n) =>
      (n === 0 ? [] : [delimiter]).concat(quoteField(field, quote)),
    )
    return Buffer.concat([...parts, Buffer.from(this.#lineEnd)])
  }

  #reject(kind: FaultKind, next: number): void {
    this.isPlain = false
    this.faultyRecords += 1
    const record = this.soundRecords + this.faultyRecords
    const counts =
      kind === 'line.ragged'
        ? { found: String(this.#fields), expected: String(this.#expected) }
        : {}
    this.#observer.fault({ kind, record, line: this.#line, ...counts })
    this.#cut(this.#recordStart, next)
  }

  #skipLine(): boolean {
    const end = this.#work.indexOf(this.#lineEnd === '\r' ? 0x0d : 0x0a, this.#at)
    if (end === -1) {
      this.#at = this.#work.length
      return false
    }
    this.#innerLines = 0
    this.#endRecord(end, end + 1, undefined)
    return true
  }

  #beginAgainAfterFirstLine(): void {
    const end = this.#work.indexOf(0x0a, this.#recordStart)
    const next = end === -1 ? this.#work.length : end + 1
    this.#reject('line.quote-open', next)
    this.#line += 1
    this.#beginRecord(next)
  }

  #beginRecord(at: number): void {
    this.#at = at
    this.#recordStart = at
    this.#fieldStart = at
    this.#state = inField
    this.#fields = 1
    this.#innerLines = 0
    this.#isOdd = false
    this.#hasZero = false
    this.#hasQuoteText = false
  }

  /** Leaves the bytes from `start` to `next` out of the copy. */
  #cut(start: number, next: number): void {
    this.#flushRange(start)
    this.#rangeStart = next
  }

  #flushRange(end: number): void {
    if (this.#observer.sound && end > this.#rangeStart) {
      this.#observer.sound(this.#work.subarray(this.#rangeStart, end))
    }
    this.#rangeStart = Math.max(this.#rangeStart, end)
  }

  /** Lets go of all that is done with; the record under way is kept for the next chunk. */
  #keepOpenRecord(): void {
    if (this.#state === skipping) this.#recordStart = this.#work.length
    else this.#flushRange(this.#recordStart)
    const shift = this.#recordStart
    this.#work = this.#work.subarray(shift)
    this.#at -= shift
    this.#fieldStart -= shift
    this.#rangeStart = 0
    this.#recordStart = 0
    // Looked at again from its start, so that the next stretch may be counted by its lines.
    if (this.#mayHurry && this.#state === inField && !this.#work.includes(this.#dialect.quote)) {
      this.#beginRecord(0)
    }
  }
}

function isSpaces(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] !== 0x20) return false
  return true
}
