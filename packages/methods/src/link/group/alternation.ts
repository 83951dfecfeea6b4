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

/**
 * Alternation as evidence, bits: each step of the joined journey is alternating with probability
 * `recorded` where the two are one person and one half where they are not. Steps that were
 * alternating already tell nothing; what counts are those that joining changes.
 *
 * @param recorded share of steps that alternate in the journeys of one person, above ½ to below 1
 * @example alternationWeight({ gain: 1, steps: 1 }, 0.9).toFixed(2) // => '0.85'
 */
export function alternationWeight(
  { gain, steps }: { readonly gain: number; readonly steps: number },
  recorded: number,
): number {
  const good = Math.max(0, Math.min(steps, gain))
  const broken = Math.max(0, steps - good) + Math.max(0, -gain)
  return good * Math.log2(recorded / 0.5) + broken * Math.log2((1 - recorded) / 0.5)
}
