import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'

const bufferBytes = 1 << 20

/** A file written through a buffer, hashed on the way. */
export class HashedFile {
  readonly path: string
  readonly #file: number
  readonly #buffer = Buffer.allocUnsafe(bufferBytes)
  readonly #hash: Hash = createHash('sha256')
  readonly #onBytes: ((bytes: Buffer) => void) | undefined
  #used = 0
  bytes = 0

  /** @param onBytes sees every stretch of bytes as it is written out */
  constructor(path: string, onBytes?: (bytes: Buffer) => void) {
    this.path = path
    this.#file = openSync(path, 'wx')
    this.#onBytes = onBytes
  }

  /** Appends a part of a buffer. */
  append(bytes: Buffer, start = 0, end = bytes.length): void {
    const length = end - start
    if (this.#used + length > bufferBytes) this.#flush()
    if (length > bufferBytes) {
      this.#write(bytes.subarray(start, end))
      return
    }
    bytes.copy(this.#buffer, this.#used, start, end)
    this.#used += length
  }

  /** Closes the file. */
  end(): { readonly bytes: number; readonly sha256: string } {
    this.#flush()
    closeSync(this.#file)
    return { bytes: this.bytes, sha256: this.#hash.digest('hex') }
  }

  /** Closes the file without a word: for a drawing that was given up. */
  abandon(): void {
    closeSync(this.#file)
  }

  #flush(): void {
    if (this.#used > 0) this.#write(this.#buffer.subarray(0, this.#used))
    this.#used = 0
  }

  #write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at)
    this.#hash.update(bytes)
    this.#onBytes?.(bytes)
    this.bytes += bytes.length
  }
}
