import { isUtf8 } from 'node:buffer'

/**
 * Checks that a stream of bytes is UTF-8, chunk by chunk, and tells where it is not. A sequence
 * may be cut by the end of a chunk.
 */
export class Utf8Check {
  #tail = Buffer.alloc(0)
  #before = 0

  /** The offset in the stream of the first byte that is not UTF-8, if it lies in what was read. */
  push(chunk: Buffer): number | undefined {
    const bytes = this.#tail.length === 0 ? chunk : Buffer.concat([this.#tail, chunk])
    const whole = bytes.length - lengthOfOpenSequence(bytes)
    if (!isUtf8(bytes.subarray(0, whole)))
      return this.#before + firstInvalid(bytes.subarray(0, whole))
    this.#tail = Buffer.from(bytes.subarray(whole))
    this.#before += whole
    return undefined
  }

  end(): number | undefined {
    return this.#tail.length === 0 ? undefined : this.#before
  }
}

/** Bytes at the end that begin a sequence the next chunk may complete: 0 to 3. */
function lengthOfOpenSequence(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? back : 0
    }
  }
  return 0
}

/** Halves the search with the fast check, then looks at the rest byte by byte. */
function firstInvalid(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 8) {
    const middle = (good + bad) >> 1
    const whole = middle - lengthOfOpenSequence(bytes.subarray(good, middle))
    if (whole > good && isUtf8(bytes.subarray(good, whole))) good = whole
    else if (whole <= good) break
    else bad = middle
  }
  for (let at = good; at < bytes.length;) {
    const byte = bytes[at]!
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    if (!isUtf8(bytes.subarray(at, at + length))) return at
    at += length
  }
  return good
}
