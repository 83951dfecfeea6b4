/** Whoever may hold the session: one connection to the embedded register. */
export interface SessionUser {
  /** Called when it holds the session without using it while others wait. */
  evict(): void
}

/**
 * The embedded register has one PostgreSQL session. It is lent to one connection at a time:
 * from the first message of a query to the end of that query, or of its transaction. So a
 * transaction is never interleaved with statements of another connection. First come, first served.
 */
export class RegisterSession {
  #holder: SessionUser | undefined
  readonly #waiting: { user: SessionUser; enter: () => void }[] = []
  #usedAt = 0
  #watch: NodeJS.Timeout | undefined
  readonly #patienceMs: number

  /** @param patienceMs how long a transaction may lie idle, in milliseconds, while others wait */
  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs
  }

  isHeldBy(user: SessionUser): boolean {
    return this.#holder === user
  }

  /** Resolves when `user` holds the session; at once where it does already. */
  async enter(user: SessionUser): Promise<void> {
    this.#usedAt = Date.now()
    if (this.#holder === user) return
    if (this.#holder === undefined) {
      this.#holder = user
      return
    }
    await new Promise<void>((enter) => {
      this.#waiting.push({ user, enter })
      this.#watch ??= setInterval(() => this.#look(), Math.min(1000, this.#patienceMs)).unref()
    })
  }

  /** Hands the session to the next that waits. */
  leave(user: SessionUser): void {
    if (this.#holder !== user) return
    const next = this.#waiting.shift()
    this.#holder = next?.user
    this.#usedAt = Date.now()
    if (this.#waiting.length === 0) {
      clearInterval(this.#watch)
      this.#watch = undefined
    }
    next?.enter()
  }

  /** Takes `user` out of the queue, for a connection that went away while it waited. */
  forget(user: SessionUser): void {
    const place = this.#waiting.findIndex((waiting) => waiting.user === user)
    if (place >= 0) this.#waiting.splice(place, 1)
  }

  #look(): void {
    if (Date.now() - this.#usedAt > this.#patienceMs) this.#holder?.evict()
  }
}
