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
  /** Days of the alternating history, inserted crossings included. */
  readonly days: readonly number[]
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
 * repairJourney(twice, { observedUntil: 100, duplicateMinutes: 0 }).days // => [0, 5, 10]
 */
export function repairJourney(journey: RecordedJourney, options: RepairOptions): RepairedJourney {
  const { length, minutes, days, directions } = journey
  const problems = new Uint8Array(length)
  const imputed = new Uint8Array(length)
  const places = new Int32Array(length).fill(-1)
  const setAside = markProblems(journey, options, problems) || options.personKnown === false
  const history: number[] = []
  let firstIsArrival = false
  let previous = -1
  for (let row = 0; row < length; row += 1) {
    if (problems[row] !== 0) continue
    if (setAside) {
      problems[row] = historySetAside
      continue
    }
    // Local dates of two time zones may run against the order of the instants, by a day at most.
    const day = Math.max(days[row]!, history.at(-1) ?? days[row]!)
    if (previous === -1) {
      firstIsArrival = directions[row] === 1
    } else if (directions[row] === directions[previous]) {
      const before = history.at(-1)!
      history.push(before + Math.floor((day - before) / 2))
      imputed[previous] = 1
      imputed[row] = 1
    }
    places[row] = history.length
    history.push(day)
    previous = row
  }
  return { problems, imputed, places, days: history, firstIsArrival }

  function markProblems(
    { minutes: at }: RecordedJourney,
    { observedUntil, duplicateMinutes }: RepairOptions,
    found: Uint8Array,
  ): boolean {
    let broken = false
    // Last kept minute of each direction, and the last kept row of any.
    const kept = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
    let last = -1
    for (let row = 0; row < length; row += 1) {
      const direction = directions[row]!
      if (Number.isNaN(at[row]!)) found[row] = dateInvalid
      else if (days[row]! >= observedUntil) found[row] = afterObservation
      else if (direction === -1) found[row] = directionUnknown
      else if (at[row]! - kept[direction]! <= duplicateMinutes) found[row] = duplicate
      else {
        kept[direction] = at[row]!
        if (last !== -1 && minutes[last] === minutes[row]) {
          found[last] = sameInstant
          found[row] = sameInstant
        }
        last = row
      }
      const problem = found[row]
      if (problem === dateInvalid || problem === directionUnknown || problem === sameInstant) {
        broken = true
      }
    }
    return broken
  }
}
