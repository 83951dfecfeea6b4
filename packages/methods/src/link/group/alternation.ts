/** A crossing of one country's border: when, and which way. */
export interface DatedCrossing {
  /** Instant of any unit that orders, minutes say. */
  readonly at: number
  readonly direction: 'arrival' | 'departure'
}

/** How well the crossings of one person alternate. */
export interface Alternation {
  /** Neighbouring crossings. */
  readonly steps: number
  /** Those of them in opposite directions. */
  readonly alternating: number
}

/**
 * Counts how entries and exits alternate: after a correct link every entry is followed by an exit
 * and every exit by an entry, save what was not recorded. Crossings at one instant are taken in the
 * order that alternates best.
 *
 * @example measureAlternation([{ at: 1, direction: 'arrival' }, { at: 5, direction: 'departure' }]) // => { steps: 1, alternating: 1 }
 */
export function measureAlternation(crossings: readonly DatedCrossing[]): Alternation {
  const ordered = crossings.toSorted((x, y) => x.at - y.at)
  let alternating = 0
  let last: DatedCrossing['direction'] | undefined
  for (let from = 0; from < ordered.length;) {
    let to = from
    let arrivals = 0
    while (to < ordered.length && ordered[to]!.at === ordered[from]!.at) {
      if (ordered[to]!.direction === 'arrival') arrivals += 1
      to += 1
    }
    const step = stepThrough(arrivals, to - from - arrivals, last)
    alternating += step.alternating
    last = step.last
    from = to
  }
  return { steps: Math.max(0, ordered.length - 1), alternating }
}

/** The best order of crossings at one instant, after a last direction. */
function stepThrough(
  arrivals: number,
  departures: number,
  last: DatedCrossing['direction'] | undefined,
): { alternating: number; last: DatedCrossing['direction'] } {
  const opposite = last === 'arrival' ? 'departure' : 'arrival'
  const first =
    arrivals === departures
      ? last === undefined
        ? 'arrival'
        : opposite
      : arrivals > departures
        ? 'arrival'
        : 'departure'
  const few = Math.min(arrivals, departures)
  const inner = arrivals === departures ? 2 * few - 1 : 2 * few
  // with one direction in the majority the run begins and ends with it
  const turns = arrivals === departures || few === 0 ? Math.max(0, inner) : inner
  const joined = last !== undefined && first !== last ? 1 : 0
  const end = arrivals === departures ? (first === 'arrival' ? 'departure' : 'arrival') : first
  return { alternating: turns + joined, last: end }
}

/**
 * What two sets of crossings gain in alternation when they are taken for one person's:
 *
 * > gain = alternating(A ∪ B) − alternating(A) − alternating(B)
 *
 * against the `steps` that joining adds. A gain equal to the steps added speaks for one person, one
 * near half of them for chance.
 *
 * @returns gain and steps added; as evidence in bits with `alternationWeight`
 */
export function alternationGain(
  a: readonly DatedCrossing[],
  b: readonly DatedCrossing[],
): { readonly gain: number; readonly steps: number } {
  const own = measureAlternation(a)
  const other = measureAlternation(b)
  const both = measureAlternation([...a, ...b])
  return {
    gain: both.alternating - own.alternating - other.alternating,
    steps: both.steps - own.steps - other.steps,
  }
}

/** How recorded crossings of one person behave. */
export interface CrossingHabits {
  /** Share of neighbouring crossings that go opposite ways, above 0 to below 1. */
  readonly alternating: number
  /** Share of crossings that were recorded twice: the same way within half an hour. */
  readonly doubled: number
}

/** Share of crossings that two who travel together make at one post within half an hour. */
const besideEachOther = 0.3

/** Most bits that crossings say for one person, and against. */
const mostFor = 4
const mostAgainst = 12

/** What a crossing adds to a weight, bits: terms of `alternationWeight`. */
export interface AlternationTerms {
  /** Of there being one first crossing instead of two. */
  readonly first: number
  /** Of each step that alternates more than before. */
  readonly gained: number
  /** Of each step that repeats a direction more than before. */
  readonly repeated: number
  /** Of each crossing beside one of the other record. */
  readonly together: number
  readonly least: number
  readonly most: number
}

/**
 * The terms of `alternationWeight`.
 *
 * @example alternationTerms({ alternating: 0.5, doubled: 0.3 }).repeated // => -1
 */
export function alternationTerms({ alternating, doubled }: CrossingHabits): AlternationTerms {
  return {
    first: 1,
    gained: Math.log2(alternating),
    repeated: Math.log2(1 - alternating),
    together: Math.log2(doubled / besideEachOther),
    least: -mostAgainst,
    most: mostFor,
  }
}

/**
 * Crossings as evidence that two records are one person, bits. Steps of a journey alternate with
 * probability r and repeat a direction with 1 − r, whoever travels; the first crossing of a journey may
 * go either way. Two records of one person have one journey, those of two have one each:
 *
 * ```math
 * w = 1 + (a_{AB} - a_A - a_B) \log_2 r + (b_{AB} - b_A - b_B) \log_2 (1 - r) + c \log_2 \frac{d}{t}
 * ```
 *
 * with a and b the steps that alternate and repeat, c the crossings of both the same way within half an
 * hour: one person's are recorded twice with probability d, those of two who travel together lie so near
 * with t = 0.3. Halves of a journey under two documents speak for one person, two whole journeys on top
 * of each other, or side by side, for two. At most 4 bits for and 12 against, for crossings alone name nobody.
 *
 * @param joined what joining changes: `gain` and `steps` as from `alternationGain`, over crossings of
 * which those within half an hour of another count once; `together` is their number
 * @example alternationWeight({ gain: 1, steps: 1, together: 0 }, { alternating: 0.9, doubled: 0.01 }).toFixed(2) // => '0.85'
 * @example alternationWeight({ gain: -1, steps: -1, together: 2 }, { alternating: 0.9, doubled: 0.01 }).toFixed(2) // => '-8.66'
 */
export function alternationWeight(
  {
    gain,
    steps,
    together,
  }: { readonly gain: number; readonly steps: number; readonly together: number },
  habits: CrossingHabits,
): number {
  const terms = alternationTerms(habits)
  const bits =
    terms.first + gain * terms.gained + (steps - gain) * terms.repeated + together * terms.together
  return Math.max(terms.least, Math.min(terms.most, bits))
}
