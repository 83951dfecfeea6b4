import { longestRecordBytes } from './reading-fault.ts'

/** Called for each element of the array, in order. */
export interface JsonObserver {
  /** `bytes` is the whole element; undefined where it is longer than a record may be. */
  element(bytes: Buffer | undefined, line: number): void
}

/** The bytes are no JSON array of objects, from this line on. */
export class BrokenJson extends Error {
  readonly line: number
  constructor(reason: string, line: number) {
    super(reason)
    this.line = line
  }
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const openArray = 0x5b
const closeArray = 0x5d
const openObject = 0x7b
const closeObject = 0x7d

/**
 * Finds the elements of a JSON array of any size in bounded memory, by bytes. Objects written
 * one after the other without an array around them (JSON lines) are understood too. What is
 * inside an element is not looked at, beyond its strings and brackets.
 *
 * @see RFC 8259 (2017), section 5
 */
export class JsonScanner {
  readonly #observer: JsonObserver
  #line = 1
  #work: Buffer = Buffer.alloc(0)
  #at = 0
  #elementStart = -1
  #elementLine = 1
  #depth = 0
  #isInString = false
  #isTooLong = false
  #isArray: boolean | undefined
  #isClosed = false
  /** Whether a comma or the opening bracket came last, so that an element may follow. */
  #isExpected = true
  #elements = 0

  constructor(observer: JsonObserver) {
    this.#observer = observer
  }

  /** @throws {BrokenJson} */
  push(chunk: Buffer): void {
    this.#work = this.#work.length === 0 ? chunk : Buffer.concat([this.#work, chunk])
    this.#scan()
    this.#keepOpenElement()
  }

  /** @throws {BrokenJson} */
  end(): void {
    this.push(Buffer.from('\n'))
    const isWhole =
      this.#isArray === true ? this.#isClosed : this.#elementStart === -1 && this.#depth === 0
    if (!isWhole || this.#isTooLong) throw new BrokenJson('EOF', this.#line - 1)
  }

  #scan(): void {
    const work = this.#work
    for (; this.#at < work.length; this.#at += 1) {
      const byte = work[this.#at]!
      if (byte === 0x0a) this.#line += 1
      if (this.#isInString) {
        if (byte === backslash) this.#at += 1
        else if (byte === quote) this.#isInString = false
      } else if (this.#depth > 0) {
        if (byte === quote) this.#isInString = true
        else if (byte === openObject || byte === openArray) this.#depth += 1
        else if (byte === closeObject || byte === closeArray) {
          this.#depth -= 1
          if (this.#depth === 0) this.#endElement(this.#at + 1)
        }
      } else if (this.#elementStart !== -1) this.#insideScalar(byte)
      else this.#betweenElements(byte)
    }
  }

  /** A number, a string or a word where an object should stand. */
  #insideScalar(byte: number): void {
    if (byte === quote) this.#isInString = true
    else if (byte === comma || byte === closeArray || isSpace(byte)) {
      this.#endElement(this.#at)
      this.#betweenElements(byte)
    }
  }

  #betweenElements(byte: number): void {
    if (isSpace(byte)) return
    if (this.#isClosed) this.#refuse(byte)
    if (this.#isArray === undefined) {
      this.#isArray = byte === openArray
      if (this.#isArray) return
      if (byte !== openObject) this.#refuse(byte)
    }
    if (byte === comma) {
      if (!this.#isArray || this.#isExpected) this.#refuse(byte)
      this.#isExpected = true
    } else if (this.#isArray && byte === closeArray) {
      if (this.#isExpected && this.#elements > 0) this.#refuse(byte)
      this.#isClosed = true
    } else {
      if ((this.#isArray && !this.#isExpected) || byte === closeObject || byte === closeArray)
        this.#refuse(byte)
      this.#beginElement(byte)
    }
  }

  #beginElement(byte: number): void {
    this.#elementStart = this.#at
    this.#elementLine = this.#line
    this.#isExpected = false
    if (byte === openObject || byte === openArray) this.#depth = 1
    else if (byte === quote) this.#isInString = true
  }

  #endElement(end: number): void {
    const isTooLong = this.#isTooLong || end - this.#elementStart > longestRecordBytes
    const bytes = isTooLong ? undefined : this.#work.subarray(this.#elementStart, end)
    this.#elements += 1
    this.#elementStart = -1
    this.#isTooLong = false
    this.#observer.element(bytes, this.#elementLine)
  }

  #keepOpenElement(): void {
    let from = this.#elementStart === -1 ? this.#at : this.#elementStart
    if (this.#elementStart !== -1 && this.#work.length - from > longestRecordBytes) {
      this.#isTooLong = true
      from = this.#at
    }
    // An escape may reach one byte into the next chunk.
    this.#work = this.#work.subarray(Math.min(from, this.#work.length))
    this.#at -= from
    if (this.#elementStart !== -1) this.#elementStart = 0
  }

  #refuse(byte: number): never {
    throw new BrokenJson(String.fromCharCode(byte), this.#line)
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}
