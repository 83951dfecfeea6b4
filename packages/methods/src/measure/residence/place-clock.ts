import type { CrossingHistory } from './crossing-history.ts'

/**
 * Tells the days that a person spent in one place, inside the country (0) or outside (1), along an
 * alternating history. Questions come in order of the crossings, so that each clock walks the
 * history once: a person with ten thousand crossings costs no more than their number.
 */
export class PlaceClock {
  readonly #days: ArrayLike<number>
  readonly #length: number
  readonly #end: number
  /** Parity of the crossings that lead into the place. */
  readonly #parity: 0 | 1
  /** Days in the place before each crossing, counted from the first. */
  readonly #before: Int32Array
  #lastBefore = 0
  #exceeded = 0
  #reached = 0

  constructor(history: CrossingHistory, place: 0 | 1, observedUntil: number) {
    this.#days = history.days
    this.#length = history.length
    this.#end = observedUntil
    this.#parity = history.firstIsArrival ? place : ((1 - place) as 0 | 1)
    this.#before = new Int32Array(history.length)
    for (let k = 1; k < history.length; k += 1) {
      this.#before[k] = this.#before[k - 1]! + (this.#leadsHere(k - 1) ? this.#stay(k - 1) : 0)
    }
  }

  /** Days in the place from crossing `k` to the day `end`; `end` never decreases between calls. */
  daysBetween(k: number, end: number): number {
    if (this.#lastBefore < k) this.#lastBefore = k
    while (this.#lastBefore + 1 < this.#length && this.#days[this.#lastBefore + 1]! <= end) {
      this.#lastBefore += 1
    }
    const last = this.#lastBefore
    const running = this.#leadsHere(last) ? end - this.#days[last]! : 0
    return this.#before[last]! + running - this.#before[k]!
  }

  /** Days in the place between crossings `i` and `k`. */
  daysSince(i: number, k: number): number {
    return this.#before[k]! - this.#before[i]!
  }

  /**
   * The day on which the days since crossing `k` come to `limit`, in the stay in which they
   * exceed it. Asked only where observation shows that they do.
   */
  dayOfExceeding(k: number, limit: number): number {
    let stay = Math.max(this.#exceeded, k)
    while (
      !this.#leadsHere(stay) ||
      this.#before[stay]! + this.#stay(stay) - this.#before[k]! <= limit
    ) {
      stay += 1
    }
    this.#exceeded = stay
    return this.#days[stay]! + limit - (this.#before[stay]! - this.#before[k]!)
  }

  /** The day on which the days since crossing `k` first come to `target`. Asked only where they do. */
  dayOfReaching(k: number, target: number): number {
    let stay = Math.max(this.#reached, k)
    while (
      !this.#leadsHere(stay) ||
      this.#before[stay]! + this.#stay(stay) - this.#before[k]! < target
    ) {
      stay += 1
    }
    this.#reached = stay
    return this.#days[stay]! + target - (this.#before[stay]! - this.#before[k]!)
  }

  #leadsHere(k: number): boolean {
    return k % 2 === this.#parity
  }

  #stay(k: number): number {
    return (k + 1 < this.#length ? this.#days[k + 1]! : this.#end) - this.#days[k]!
  }
}
