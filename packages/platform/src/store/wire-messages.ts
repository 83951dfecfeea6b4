/**
 * Messages of the PostgreSQL protocol, version 3, as a client sends them.
 * @see PostgreSQL 18 documentation, 54.7 "Message Formats"
 */
const sslRequest = 80877103
const gssRequest = 80877104
const cancelRequest = 80877102

/** Longest message taken, in bytes; more is a broken or hostile client. */
const longestMessage = 256 * 1024 * 1024

export type ClientMessages =
  /** To be answered by one byte `N`: encryption is not offered on a socket of this machine. */
  | { readonly kind: 'encryption-request' }
  | { readonly kind: 'cancel-request' }
  | { readonly kind: 'startup'; readonly bytes: Buffer }
  /** One or more messages to be run together; `complete` where a ReadyForQuery follows. */
  | { readonly kind: 'messages'; readonly bytes: Buffer; readonly complete: boolean }
  | { readonly kind: 'terminate' }

/** Cuts what a client sends into units that can be run as a whole. */
export class ClientMessageReader {
  #parts: Buffer[] = []
  #length = 0
  #started = false

  add(bytes: Buffer): void {
    this.#parts.push(bytes)
    this.#length += bytes.length
  }

  /** The next whole unit, or undefined until more has arrived. */
  next(): ClientMessages | undefined {
    return this.#started ? this.#nextMessages() : this.#nextOpening()
  }

  #nextOpening(): ClientMessages | undefined {
    if (this.#length < 8) return undefined
    const bytes = this.#whole()
    const length = bytes.readUInt32BE(0)
    if (length < 8 || length > 10_000) throw new Error('not the PostgreSQL protocol')
    if (bytes.length < length) return undefined
    const opening = this.#take(length)
    const code = opening.readUInt32BE(4)
    if (code === sslRequest || code === gssRequest) return { kind: 'encryption-request' }
    if (code === cancelRequest) return { kind: 'cancel-request' }
    this.#started = true
    return { kind: 'startup', bytes: opening }
  }

  #nextMessages(): ClientMessages | undefined {
    if (this.#length < 5) return undefined
    const bytes = this.#whole()
    let end = 0
    while (bytes.length >= end + 5) {
      const type = String.fromCharCode(bytes[end]!)
      const length = bytes.readUInt32BE(end + 1)
      if (length < 4 || length > longestMessage) throw new Error('not the PostgreSQL protocol')
      if (bytes.length < end + 1 + length) break
      if (type === 'X') {
        if (end > 0) return { kind: 'messages', bytes: this.#take(end), complete: false }
        this.#take(1 + length)
        return { kind: 'terminate' }
      }
      end += 1 + length
      if (type === 'Q' || type === 'S')
        return { kind: 'messages', bytes: this.#take(end), complete: true }
      if (type === 'H') return { kind: 'messages', bytes: this.#take(end), complete: false }
    }
    // Parse, Bind and Execute wait for their Sync, so that they run in one piece
    return undefined
  }

  #whole(): Buffer {
    if (this.#parts.length > 1) this.#parts = [Buffer.concat(this.#parts, this.#length)]
    return this.#parts[0]!
  }

  #take(length: number): Buffer {
    const bytes = this.#whole()
    const taken = bytes.subarray(0, length)
    this.#parts = length < bytes.length ? [bytes.subarray(length)] : []
    this.#length -= length
    return taken
  }
}
