import { monthSpan, type Cube, type CubeDimension } from '../measure/index.ts'

/** When each recording country has records, from its first to its last month. */
export type RecordedPeriods = ReadonlyMap<
  string,
  { readonly years: ReadonlySet<number>; readonly first: number; readonly last: number }
>

/** The dimensions of a cube that say who recorded, and when; undefined where it does not tell. */
export function recordingDimensions(
  cube: Cube,
): { readonly area: CubeDimension; readonly time: CubeDimension } | undefined {
  const area = cube.dimensions.find(({ kind, field }) => kind === 'area' && field === 'country')
  const time = cube.dimensions.find(({ kind }) => kind === 'time')
  return area && time && { area, time }
}

type MonthSpan = ReturnType<typeof monthSpan>

/** First and last month of a period of any level, days included. */
export const monthsOf = (period: string): MonthSpan =>
  monthSpan(/^\d{4}-\d\d-\d\d$/.test(period) ? period.slice(0, 7) : period)

/**
 * The months from one period to another, both included.
 *
 * @example monthsFrom('2019-11', '2020-01') // => ['2019-11', '2019-12', '2020-01']
 */
export function monthsFrom(from: string, to: string): string[] {
  const [first, last] = [monthsOf(from)?.[0], monthsOf(to)?.[1]]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const month = first + at
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

/** Reads each period once, for tables that ask of the same periods in every cell. */
export function spansOnce(): (period: string) => MonthSpan {
  const known = new Map<string, MonthSpan>()
  return (period) => {
    if (known.has(period)) return known.get(period)
    const span = monthsOf(period)
    known.set(period, span)
    return span
  }
}

/** Gathers pairs of a country and a period that have records. */
export function recordedPeriods(
  pairs: Iterable<readonly [country: string, period: string]>,
): RecordedPeriods {
  const found = new Map<string, { years: Set<number>; first: number; last: number }>()
  for (const [country, period] of pairs) {
    const span = monthsOf(period)
    if (span === undefined) continue
    const own = found.get(country) ?? { years: new Set(), first: Infinity, last: -Infinity }
    for (let month = span[0]; month <= span[1]; month += 12) own.years.add(Math.floor(month / 12))
    own.first = Math.min(own.first, span[0])
    own.last = Math.max(own.last, span[1])
    found.set(country, own)
  }
  return found
}

/**
 * Whether any of the countries has records of any of the periods: that it counted, and not one, is
 * a zero; that it did not count is not. A country counts from its first month to its last, in the
 * years of which it has a record.
 *
 * @param periods codes of any level of time; all where undefined
 * @example wasRecorded(recordedPeriods([['SLV', '2019-05'], ['SLV', '2021-02']]), ['SLV'], ['2020']) // => false
 */
export function wasRecorded(
  recorded: RecordedPeriods,
  countries: readonly string[],
  periods: readonly string[] | undefined,
  spanOf: (period: string) => MonthSpan = monthsOf,
): boolean {
  return countries.some((country) => {
    const own = recorded.get(country)
    if (own === undefined) return false
    if (periods === undefined) return true
    return periods.some((period) => {
      const span = spanOf(period)
      // of a period that is not known nothing can be said
      if (span === undefined) return true
      if (span[1] < own.first || span[0] > own.last) return false
      for (let year = Math.floor(span[0] / 12); year <= Math.floor(span[1] / 12); year += 1) {
        if (own.years.has(year)) return true
      }
      return false
    })
  })
}
