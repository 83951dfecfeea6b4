/** What bytes 0x80 to 0x9F mean in Windows-1252; five of them mean nothing. */
const windows1252 =
  '\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0' +
  '\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178'

type OneByteEncoding = 'windows-1252' | 'latin-1'

/**
 * Turns one-byte text into UTF-8. A table of our own, because the Encoding standard, and with it
 * TextDecoder, reads the label `latin-1` as Windows-1252; here `latin-1` is ISO/IEC 8859-1.
 *
 * @see Encoding standard, index windows-1252; ISO/IEC 8859-1:1998
 */
export class OneByteDecoder {
  readonly #utf8: readonly Buffer[]
  #read = 0
  #lines = 1

  constructor(encoding: OneByteEncoding) {
    this.#utf8 = Array.from({ length: 256 }, (_, byte) => {
      if (encoding === 'latin-1' || byte < 0x80 || byte > 0x9f)
        return Buffer.from(String.fromCharCode(byte))
      const letter = windows1252[byte - 0x80]!
      return letter === '\0' ? Buffer.alloc(0) : Buffer.from(letter)
    })
  }

  /**
   * @throws {UndefinedByte} at a byte that the encoding gives no meaning
   */
  decode(chunk: Buffer): Buffer {
    // At most three bytes a letter: the euro sign, dashes and quotation marks.
    const out = Buffer.allocUnsafe(chunk.length * 3)
    let to = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]!
      if (byte < 0x80) {
        if (byte === 0x0a) this.#lines += 1
        out[to] = byte
        to += 1
        continue
      }
      const letter = this.#utf8[byte]!
      if (letter.length === 0) throw new UndefinedByte(this.#read + at, this.#lines)
      for (let part = 0; part < letter.length; part += 1) {
        out[to] = letter[part]!
        to += 1
      }
    }
    this.#read += chunk.length
    return out.subarray(0, to)
  }
}

/** A byte with no meaning in the encoding: its offset in the stream and its line. */
export class UndefinedByte extends Error {
  readonly offset: number
  readonly line: number
  constructor(offset: number, line: number) {
    super(`Byte ${offset} has no meaning`)
    this.offset = offset
    this.line = line
  }
}
