import type { RecordedJourney } from './journey-repair.ts'

/**
 * The recorded crossings of one person as they come, in order of their instant, on working memory
 * that is kept from one person to the next.
 *
 * @example
 * const rows = new JourneyRows()
 * rows.begin(7)
 * rows.add({ row: 0, day: 3, direction: 1, minute: 4320 })
 * rows.length // => 1
 */
export class JourneyRows implements RecordedJourney {
  /** Number of the person; NaN before the first. */
  person = Number.NaN
  length = 0
  /** Where each crossing stands in its table. `[length]` */
  rows = new Int32Array(256)
  days = new Int32Array(256)
  directions = new Int8Array(256)
  minutes = new Float64Array(256)
  /** 1 where the time of the day was recorded. `[length]` */
  timed = new Uint8Array(256)
  /** 1 where a crossing without a time was put in order by {@link orderUntimed}. `[length]` */
  ordered = new Uint8Array(256)

  begin(person: number): void {
    this.person = person
    this.length = 0
  }

  add(crossing: {
    readonly row: number
    readonly day: number
    readonly direction: number
    readonly minute: number
    readonly timed?: boolean
  }): void {
    const at = this.length
    if (at === this.days.length) this.#grow()
    this.length += 1
    this.rows[at] = crossing.row
    this.days[at] = crossing.day
    this.directions[at] = crossing.direction
    this.minutes[at] = crossing.minute
    this.timed[at] = crossing.timed === false ? 0 : 1
    this.ordered[at] = 0
  }

  /**
   * Puts arrivals and departures of one day in order where none of them has a time: as they alternate
   * with the crossing before the day or, for want of one, with the one after it. What comes second is
   * moved by a minute. A day that neither side tells of is left as it is.
   */
  orderUntimed(): void {
    for (let from = 0; from < this.length;) {
      let to = from + 1
      while (to < this.length && this.minutes[to] === this.minutes[from]) to += 1
      if (to - from > 1) this.#orderDay(from, to)
      from = to
    }
  }

  #orderDay(from: number, to: number): void {
    let arrivals = 0
    let departures = 0
    for (let row = from; row < to; row += 1) {
      if (this.timed[row] === 1) return
      if (this.directions[row] === 1) arrivals += 1
      else if (this.directions[row] === 0) departures += 1
    }
    if (arrivals === 0 || departures === 0 || arrivals + departures < to - from) return
    const first = this.#firstDirection(from, to)
    if (first === undefined) return
    // those of the first direction keep their order and come first, then the others
    const order = [first, 1 - first].flatMap((direction) =>
      Array.from({ length: to - from }, (_, at) => from + at).filter(
        (row) => this.directions[row] === direction,
      ),
    )
    const taken = order.map((row) => [this.rows[row]!, this.days[row]!, this.directions[row]!])
    const minute = this.minutes[from]!
    taken.forEach(([row, day, direction], at) => {
      this.rows[from + at] = row!
      this.days[from + at] = day!
      this.directions[from + at] = direction!
      this.minutes[from + at] = direction === first ? minute : minute + 1
      this.ordered[from + at] = 1
    })
  }

  #firstDirection(from: number, to: number): 0 | 1 | undefined {
    const before = from === 0 ? -1 : this.directions[from - 1]!
    if (before >= 0) return before === 1 ? 0 : 1
    const after = to === this.length ? -1 : this.directions[to]!
    return after === 0 || after === 1 ? after : undefined
  }

  #grow(): void {
    const rows = 2 * this.days.length
    const bigger = <T extends { set(old: T): void }>(made: T, old: T): T => {
      made.set(old)
      return made
    }
    this.rows = bigger(new Int32Array(rows), this.rows)
    this.days = bigger(new Int32Array(rows), this.days)
    this.directions = bigger(new Int8Array(rows), this.directions)
    this.minutes = bigger(new Float64Array(rows), this.minutes)
    this.timed = bigger(new Uint8Array(rows), this.timed)
    this.ordered = bigger(new Uint8Array(rows), this.ordered)
  }
}
