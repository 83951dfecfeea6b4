/** Bodies of answers kept within a budget of bytes; the one unused for longest makes room. */
export class KeptAnswers {
  readonly #budget: number
  readonly #kept = new Map<string, Buffer>()
  #bytes = 0

  constructor(budget: number) {
    this.#budget = budget
  }

  find(key: string): Buffer | undefined {
    const body = this.#kept.get(key)
    if (!body) return undefined
    // Last used, last out: a Map keeps the order of insertion.
    this.#kept.delete(key)
    this.#kept.set(key, body)
    return body
  }

  keep(key: string, body: Buffer): void {
    if (body.length > this.#budget / 8 || this.#kept.has(key)) return
    this.#kept.set(key, alone(body))
    this.#bytes += body.length
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= this.#budget) return
      this.#kept.delete(oldest)
      this.#bytes -= length
    }
  }
}

/** A short answer is often part of a longer buffer, which would be kept whole with it. */
function alone(body: Buffer): Buffer {
  if (body.buffer.byteLength === body.length) return body
  const copy = Buffer.allocUnsafeSlow(body.length)
  body.copy(copy)
  return copy
}
