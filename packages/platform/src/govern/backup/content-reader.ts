import { ArchiveDamage } from './archive-damage.ts'

/** Longest line of an archive, in bytes: one row of the register. */
const longestLine = 256 * 2 ** 20

/** Reads lines and runs of bytes, in turn, from chunks of any size. */
export class ContentReader {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** The next line without its newline; undefined at the end. */
  async line(): Promise<string | undefined> {
    const parts: Buffer[] = []
    let length = 0
    for (;;) {
      const end = this.#rest.indexOf(10)
      if (end >= 0) {
        parts.push(this.#rest.subarray(0, end))
        this.#rest = this.#rest.subarray(end + 1)
        return Buffer.concat(parts).toString('utf8')
      }
      parts.push(this.#rest)
      length += this.#rest.length
      if (length > longestLine) throw new ArchiveDamage()
      if (!(await this.#more())) {
        if (length > 0) throw new ArchiveDamage()
        return undefined
      }
    }
  }

  /** Exactly `count` bytes, in pieces. */
  async *bytes(count: number): AsyncGenerator<Buffer> {
    let left = count
    while (left > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) {
        throw new ArchiveDamage()
      }
      const piece = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }

  /** Nothing may follow, and the seal of the last chunk is checked. */
  async end(): Promise<void> {
    if (this.#rest.length > 0 || (await this.#more())) {
      throw new ArchiveDamage()
    }
  }

  async #more(): Promise<boolean> {
    do {
      const { value, done } = await this.#chunks.next()
      if (done === true) return false
      this.#rest = value
    } while (this.#rest.length === 0)
    return true
  }
}
