import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'

/**
 * Writes a file of the workspace (mode 0600) from code that cannot wait: `write` keeps the bytes,
 * `settle` waits until the disk has caught up.
 */
export class TextWriter {
  readonly path: string
  #stream: WriteStream
  #error: unknown

  constructor(path: string) {
    this.path = path
    this.#stream = createWriteStream(path, { mode: 0o600, flags: 'wx', highWaterMark: 2 ** 22 })
    this.#stream.on('error', (error) => (this.#error = error))
  }

  write(bytes: Uint8Array | string): void {
    this.#stream.write(bytes)
  }

  async settle(): Promise<void> {
    if (this.#error) throw this.#error
    if (this.#stream.writableNeedDrain) await once(this.#stream, 'drain')
  }

  async close(): Promise<void> {
    this.#stream.end()
    if (!this.#stream.closed) await once(this.#stream, 'close')
    if (this.#error) throw this.#error
  }
}
