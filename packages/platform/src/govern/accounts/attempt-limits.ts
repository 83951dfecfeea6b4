/** So many at once, and so many a minute for as long as it takes. */
export interface Allowed {
  readonly burst: number
  readonly perMinute: number
}

/** Bounds of memory: so many callers are remembered, the least recent forgotten first. */
const remembered = 10_000

/**
 * Buckets of attempts: each caller's fills by the minute and is emptied by trying. Kept in memory
 * and taken from before anything that costs; a clock that jumps back fills nothing.
 */
export class AttemptLimit {
  readonly #allowed: Allowed
  readonly #buckets = new Map<string, { left: number; at: number }>()

  constructor(allowed: Allowed) {
    this.#allowed = allowed
  }

  /** Takes one attempt of a caller. @returns seconds to wait; 0 where it was there to take */
  take(caller: string, at: Date): number {
    const { burst, perMinute } = this.#allowed
    const now = at.getTime()
    const known = this.#buckets.get(caller)
    const passedMs = known === undefined ? 0 : Math.max(0, now - known.at)
    const before = known?.left ?? burst
    const left = Math.min(burst, before + (passedMs / 60_000) * perMinute)
    this.#buckets.delete(caller)
    this.#buckets.set(caller, { left: left >= 1 ? left - 1 : left, at: now })
    if (this.#buckets.size > remembered) this.#forget()
    return left >= 1 ? 0 : Math.ceil(((1 - left) / perMinute) * 60)
  }

  #forget(): void {
    const { value } = this.#buckets.keys().next()
    if (value !== undefined) this.#buckets.delete(value)
  }
}

/**
 * The part of an address that one caller has: all of IPv4, and of IPv6 the 64 bits of a network,
 * since whoever has one address there has all of them.
 *
 * @example callerOf('2001:db8:1:2:3::9') // => '2001:db8:1:2'
 * @example callerOf('::ffff:192.0.2.7') // => '192.0.2.7'
 */
export function callerOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  return [...first, ...(tail === undefined ? [] : zeros), ...last].slice(0, 4).join(':')
}
