import { quoteText } from '../sql-text.ts'
import { similarity } from '../suggest/similarity.ts'

/**
 * Time zones of the IANA database, by its rules for each day: an instant is what the clocks of a
 * place showed, daylight saving included.
 *
 * @see IANA Time Zone Database; RFC 6557
 */

/** Names that mean a place or Greenwich; abbreviations such as `EST` mean none in particular. */
const form = /^(?:UTC|[A-Z][A-Za-z0-9_+-]*(?:\/[A-Z][A-Za-z0-9_+-]*)+)$/

/**
 * Whether a name is one of a time zone.
 *
 * @example isTimeZone('America/Tegucigalpa') // => true
 * @example isTimeZone('Tegucigalpa') // => false
 */
export function isTimeZone(name: string): boolean {
  if (!form.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * The names of time zones that come nearest to one that is none.
 *
 * @example nearTimeZones('America/Tegucigalpo')[0] // => 'America/Tegucigalpa'
 * @example nearTimeZones('El Salvador')[0] // => 'America/El_Salvador'
 */
export function nearTimeZones(name: string, most = 3): readonly string[] {
  const plain = (zone: string) => zone.replaceAll('_', ' ')
  const place = (zone: string) => plain(zone.slice(zone.lastIndexOf('/') + 1))
  const asked = plain(name)
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .map((zone) => ({
      zone,
      alike: Math.max(similarity(asked, plain(zone)), similarity(place(name), place(zone)) * 0.99),
    }))
    .toSorted((a, b) => b.alike - a.alike || (a.zone < b.zone ? -1 : 1))
    .slice(0, most)
    .map(({ zone }) => zone)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What the clocks of a zone show at an instant, both as milliseconds. */
export function wallClock(instant: number, zone: string): number {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-u-ca-iso8601', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
  }
  const shown: Record<string, number> = {}
  for (const { type, value } of clock.formatToParts(instant)) shown[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/**
 * The instant at which the clocks of a zone show a time, both as milliseconds; null where they
 * never do, because they were put forward past it. Of an hour that they show twice, the later one.
 *
 * @example instantOf(Date.UTC(2024, 2, 10, 2, 30), 'America/New_York') // => null
 */
export function instantOf(shown: number, zone: string): number | null {
  const day = 86_400_000
  const tried = [shown - day, shown + day]
    .map((near) => shown - (wallClock(near, zone) - near))
    .filter((instant) => wallClock(instant, zone) === shown)
  return tried.length === 0 ? null : Math.max(...tried)
}

/** The SQL of {@link wallClock}, over an instant as a `TIMESTAMP` in UTC. */
export function wallClockSql(instant: string, zone: string): string {
  return `timezone(${quoteText(zone)}, timezone('UTC', ${instant}))`
}

/** The SQL of {@link instantOf}, over what the clocks show; says its argument three times. */
export function instantSql(shown: string, zone: string): string {
  const instant = `timezone(${quoteText(zone)}, ${shown})`
  return `(CASE WHEN timezone(${quoteText(zone)}, ${instant}) = ${shown} THEN timezone('UTC', ${instant}) END)`
}
