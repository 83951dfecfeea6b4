/** Why a recorded crossing has no answer. In the order in which one hides another. */
export const crossingProblems = [
  'date-invalid',
  'after-observation',
  'direction-unknown',
  'duplicate',
  'same-instant',
  'history-set-aside',
] as const

export type CrossingProblem = (typeof crossingProblems)[number]

/** One person's recorded crossings in order of their instant, unreadable ones anywhere. */
export interface RecordedJourney {
  /** Minutes since any fixed moment; NaN where the date cannot be read. `[rows]` */
  readonly minutes: ArrayLike<number>
  /** Calendar day of each crossing as written, counted from any fixed day. `[rows]` */
  readonly days: ArrayLike<number>
  /** 1 arrival, 0 departure, -1 unknown. `[rows]` */
  readonly directions: ArrayLike<number>
  readonly length: number
}

export interface RepairOptions {
  /** First day that is no longer observed; crossings from then on are not part of the history. */
  readonly observedUntil: number
  /** Crossings of one direction this many minutes apart or less are one. 0: the same instant. */
  readonly duplicateMinutes: number
  /** False for rows that name no person: they are nobody's history. Absent: true. */
  readonly personKnown?: boolean
}

/** What repair makes of a journey: an alternating history, and what happened to each row. */
export interface RepairedJourney {
  /** Index into {@link crossingProblems} plus one; 0 where the row is sound. `[rows]` */
  readonly problems: Uint8Array
  /** 1 where a crossing had to be inserted directly before or after the row. `[rows]` */
  readonly imputed: Uint8Array
  /** Place of each row in the history, -1 where it has none. `[rows]` */
  readonly places: Int32Array
  /** Days of the alternating history, inserted crossings included. `[length]` */
  readonly days: Int32Array
  readonly length: number
  readonly firstIsArrival: boolean
}

const code = (problem: CrossingProblem) => crossingProblems.indexOf(problem) + 1
const dateInvalid = code('date-invalid')
const afterObservation = code('after-observation')
const directionUnknown = code('direction-unknown')
const duplicate = code('duplicate')
const sameInstant = code('same-instant')
const historySetAside = code('history-set-aside')

/**
 * Repairs one person's journey so that arrivals and departures alternate, every repair flagged.
 *
 * Repeats of one direction within `duplicateMinutes` are set apart. Two arrivals in a row imply a departure
 * halfway between them (whole days, rounded down), two departures an arrival. A journey with an unreadable
 * date, an unknown direction or two opposite crossings at one instant cannot be ordered: all of it
 * is set aside, since half a history would make wrong answers look sound.
 *
 * @example
 * const twice = { minutes: [0, 14400], days: [0, 10], directions: [1, 1], length: 2 }
 * repairJourney(twice, { observedUntil: 100, duplicateMinutes: 0 }).days // => Int32Array [0, 5, 10]
 */
export function repairJourney(journey: RecordedJourney, options: RepairOptions): RepairedJourney {
  const { problems, imputed, places, days, length, firstIsArrival } = new JourneyRepair(
    options,
  ).repair(journey, options.personKnown)
  return {
    problems: problems.slice(0, journey.length),
    imputed: imputed.slice(0, journey.length),
    places: places.slice(0, journey.length),
    days: days.slice(0, length),
    length,
    firstIsArrival,
  }
}

/** {@link repairJourney} for many persons, one after another, on the same working memory. */
export class JourneyRepair implements RepairedJourney {
  readonly #observedUntil: number
  readonly #duplicateMinutes: number
  problems = new Uint8Array(64)
  imputed = new Uint8Array(64)
  places = new Int32Array(64)
  days = new Int32Array(128)
  length = 0
  firstIsArrival = false

  constructor({ observedUntil, duplicateMinutes }: RepairOptions) {
    this.#observedUntil = observedUntil
    this.#duplicateMinutes = duplicateMinutes
  }

  /** The repaired journey, which stands until the next one is repaired. Arrays may be longer. */
  repair(journey: RecordedJourney, personKnown = true): RepairedJourney {
    this.#makeRoom(journey.length)
    const setAside = this.#markProblems(journey) || !personKnown
    const { problems, imputed, places, days } = this
    const { days: written, directions } = journey
    let length = 0
    let previous = -1
    for (let row = 0; row < journey.length; row += 1) {
      imputed[row] = 0
      places[row] = -1
      if (problems[row] !== 0) continue
      if (setAside) {
        problems[row] = historySetAside
        continue
      }
      let day = written[row]!
      if (previous === -1) {
        this.firstIsArrival = directions[row] === 1
      } else {
        const before = days[length - 1]!
        // Local dates of two time zones may run against the order of the instants, by a day at most.
        if (day < before) day = before
        if (directions[row] === directions[previous]) {
          days[length] = before + ((day - before) >> 1)
          length += 1
          imputed[previous] = 1
          imputed[row] = 1
        }
      }
      places[row] = length
      days[length] = day
      length += 1
      previous = row
    }
    this.length = length
    return this
  }

  /** Marks the rows that are not part of a history; true where the others are not either. */
  #markProblems({ minutes, days, directions, length }: RecordedJourney): boolean {
    const { problems } = this
    let broken = false
    // Last kept minute of each direction, and the last kept row of any.
    let lastDeparture = Number.NEGATIVE_INFINITY
    let lastArrival = Number.NEGATIVE_INFINITY
    let last = -1
    for (let row = 0; row < length; row += 1) {
      const minute = minutes[row]!
      const direction = directions[row]!
      problems[row] = 0
      if (Number.isNaN(minute)) problems[row] = dateInvalid
      else if (days[row]! >= this.#observedUntil) problems[row] = afterObservation
      else if (direction === -1) problems[row] = directionUnknown
      else if (minute - (direction === 1 ? lastArrival : lastDeparture) <= this.#duplicateMinutes) {
        problems[row] = duplicate
      } else {
        if (direction === 1) lastArrival = minute
        else lastDeparture = minute
        if (last !== -1 && minutes[last] === minute) {
          problems[last] = sameInstant
          problems[row] = sameInstant
        }
        last = row
      }
      const problem = problems[row]
      if (problem === dateInvalid || problem === directionUnknown || problem === sameInstant) {
        broken = true
      }
    }
    return broken
  }

  #makeRoom(rows: number): void {
    if (this.problems.length >= rows) return
    this.problems = new Uint8Array(2 * rows)
    this.imputed = new Uint8Array(2 * rows)
    this.places = new Int32Array(2 * rows)
    this.days = new Int32Array(4 * rows)
  }
}
