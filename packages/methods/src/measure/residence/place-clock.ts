import type { CrossingHistory } from './crossing-history.ts'

/**
 * Tells the days that a person spent in one place, inside the country (0) or outside (1), along an
 * alternating history. Questions come in order of the crossings, so that each clock walks the
 * history once: a person with ten thousand crossings costs no more than their number. One clock
 * serves many persons, one after another.
 */
export class PlaceClock {
  readonly #place: 0 | 1
  #days: ArrayLike<number> = []
  #length = 0
  #end = 0
  /** Parity of the crossings that lead into the place. */
  #parity = 0
  /** Days in the place before each crossing, counted from the first. */
  #before = new Int32Array(64)
  #lastBefore = 0
  #exceeded = 0
  #reached = 0

  constructor(place: 0 | 1) {
    this.#place = place
  }

  /** Begins a person's history; days after the last crossing run to `observedUntil`. */
  begin({ days, length, firstIsArrival }: CrossingHistory, observedUntil: number): void {
    this.#days = days
    this.#length = length
    this.#end = observedUntil
    this.#parity = firstIsArrival ? this.#place : 1 - this.#place
    this.#lastBefore = 0
    this.#exceeded = 0
    this.#reached = 0
    if (this.#before.length < length) this.#before = new Int32Array(2 * length)
    const before = this.#before
    before[0] = 0
    for (let k = 1; k < length; k += 1) {
      const stay = this.#leadsHere(k - 1) ? days[k]! - days[k - 1]! : 0
      before[k] = before[k - 1]! + stay
    }
  }

  /** Days in the place from crossing `k` to the day `end`; `end` never decreases between calls. */
  daysBetween(k: number, end: number): number {
    let last = this.#lastBefore < k ? k : this.#lastBefore
    while (last + 1 < this.#length && this.#days[last + 1]! <= end) last += 1
    this.#lastBefore = last
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
    const goal = this.#before[k]! + limit
    let stay = this.#exceeded < k ? k : this.#exceeded
    while (!this.#leadsHere(stay) || this.#before[stay]! + this.#stay(stay) <= goal) stay += 1
    this.#exceeded = stay
    return this.#days[stay]! + goal - this.#before[stay]!
  }

  /** The day on which the days since crossing `k` first come to `target`. Asked only where they do. */
  dayOfReaching(k: number, target: number): number {
    const goal = this.#before[k]! + target
    let stay = this.#reached < k ? k : this.#reached
    while (!this.#leadsHere(stay) || this.#before[stay]! + this.#stay(stay) < goal) stay += 1
    this.#reached = stay
    return this.#days[stay]! + goal - this.#before[stay]!
  }

  #leadsHere(k: number): boolean {
    return (k & 1) === this.#parity
  }

  #stay(k: number): number {
    return (k + 1 < this.#length ? this.#days[k + 1]! : this.#end) - this.#days[k]!
  }
}
