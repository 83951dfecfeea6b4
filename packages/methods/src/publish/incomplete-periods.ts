import { dayOfIso } from '../numerics/index.ts'
import { parsePeriod, type CubeDomain, type LevelReference } from '../measure/index.ts'

/** A period at the edge of a cube that holds fewer finer periods than the fullest one does. */
export interface IncompletePeriod {
  readonly code: string
  /** First and last finest period that it holds. */
  readonly from: string
  readonly to: string
}

/**
 * The first and the last period of a coarser level of time, where they hold only a part of what
 * their level holds elsewhere: a year of which a quarter has arrived must not be read as a year.
 * Years and quarters are told by their months, since a year of 365 days lacks none and a day without
 * records is no gap; a month of days is a part where its outer end is silent for longer than the
 * records ever are between two days.
 */
export function incompletePeriods(
  domain: CubeDomain,
  { dimension, depth }: LevelReference,
): IncompletePeriod[] {
  const levels = domain[dimension.id]
  const [finest, own] = [levels?.[0], levels?.[depth]]
  if (dimension.kind !== 'time' || depth === 0 || !levels || !finest || !own) return []
  const byDays = finest.codes.some(isDay)
  if (byDays && depth === 1) return monthsOfDays(finest.codes.filter(isDay), own.codes)
  const told = byDays ? levels[1]! : finest
  const parts = own.codes.map(() => new Set<string>())
  finest.codes.forEach((_, ordinal) => {
    const code = told.codes[told.of[ordinal]!]!
    // A year of unknown month is no part of a year.
    if (code !== own.codes[own.of[ordinal]!]) parts[own.of[ordinal]!]!.add(code)
  })
  const fullest = Math.max(...parts.map(({ size }) => size))
  return edges(own.codes).flatMap((code) => {
    const held = [...parts[own.codes.indexOf(code)]!]
    const [from, to] = [held[0], held.at(-1)]
    if (from === undefined || to === undefined) return []
    return held.length < fullest ? [{ code, from, to }] : []
  })
}

const isDay = (code: string) => parsePeriod(code)?.kind === 'day'

/** The first and the last period of a level, once where they are one. */
function edges(codes: readonly string[]): string[] {
  const periods = codes.filter((code) => !code.startsWith('_'))
  return [...new Set([...periods.slice(0, 1), ...periods.slice(-1)])]
}

function monthsOfDays(days: readonly string[], months: readonly string[]): IncompletePeriod[] {
  const numbers = days.map(dayOfIso)
  const longest = numbers.slice(1).reduce((most, day, at) => Math.max(most, day - numbers[at]!), 1)
  return edges(months).flatMap((code) => {
    const held = days.filter((day) => day.startsWith(`${code}-`))
    const [from, to] = [held[0], held.at(-1)]
    const period = parsePeriod(code)
    if (from === undefined || to === undefined || period?.kind !== 'month') return []
    const start = dayOfIso(`${code}-01`)
    const length = new Date(Date.UTC(period.year, period.firstMonth, 0)).getUTCDate()
    // Silence is counted from one day with records to the next, so that none is 1.
    const before = days[0] === from ? dayOfIso(from) - start + 1 : 1
    const after = days.at(-1) === to ? start + length - dayOfIso(to) : 1
    return Math.max(before, after) > longest ? [{ code, from, to }] : []
  })
}
