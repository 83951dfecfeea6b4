import { spellingKey } from '../../vocabulary/index.ts'
import { dateOf } from '../calendar.ts'
import type { FieldValue } from '../evaluate-expression.ts'
import { compilePattern } from '../pattern.ts'
import { quoteText } from '../sql-text.ts'
import { parseDatePattern, type DatePattern, type DateTokenKind } from './date-pattern.ts'
import { lookUpSql } from './look-up.ts'
import { monthByName } from './month-names.ts'
import { isReadAsItStands } from './text-cleaning.ts'
import { instantOf, instantSql, wallClock, wallClockSql } from './time-zone.ts'
import type { ValueReader } from './value-reader.ts'

export interface DateReading {
  /** Patterns tried in order. */
  readonly patterns: readonly string[]
  /** Last year that a two-digit year may mean: with 2030, `30` is 2030 and `31` is 1931. */
  readonly pivotYear?: number
  /** Days, or days with a time of day. */
  readonly to: 'date' | 'timestamp'
  /** Where its instants are written in a time zone, or say their own hours from Greenwich. */
  readonly zone?: ZoneReading | undefined
}

export interface ZoneReading {
  /** Zone whose clocks the texts show. */
  readonly written: string
  /** Zone whose clocks the values show: that of the place where it happened. */
  readonly local: string
}

/** Years outside these are typing errors: a `0020` from a two-digit year, a `3020`. */
const firstDay = '1000-01-01'
const lastDay = '2999-12-31'

/**
 * Reads dates and times of day by patterns. A day that the calendar does not have is no value.
 *
 * @throws DatePatternProblem where a pattern has letters that are none of a date.
 */
export function dateReader(reading: DateReading): ValueReader {
  const patterns = reading.patterns.map(parseDatePattern)
  const { zone } = reading
  const sql = (text: string) => {
    const tried = patterns.map((pattern) =>
      zone === undefined
        ? patternSql(pattern, reading, text)
        : instantOfTextSql(pattern, reading, zone, text),
    )
    return tried.length === 1 ? (tried[0] ?? '') : `COALESCE(${tried.join(', ')})`
  }
  const read = (text: string) => {
    for (const pattern of patterns) {
      const value =
        zone === undefined
          ? readPattern(pattern, reading, text)
          : readZoned(pattern, reading, zone, text)
      if (value !== null) return value
    }
    return null
  }
  return {
    sql,
    directSql(text, cleaning) {
      if (!isReadAsItStands(cleaning, read)) return undefined
      // Of spaces alone the engine makes 1 January 1900.
      return `CASE WHEN ${text} >= '0' THEN ${sql(text)} END`
    },
    settleSql(raw) {
      const type = reading.to === 'date' ? 'DATE' : 'TIMESTAMP'
      const last = reading.to === 'date' ? lastDay : `${lastDay} 23:59:59`
      const value = zone === undefined ? raw : `CAST(${wallClockSql(raw, zone.local)} AS ${type})`
      return `(CASE WHEN ${value} BETWEEN ${type} '${firstDay}' AND ${type} '${last}' THEN ${value} END)`
    },
    read,
  }
}

/** What the clocks of the place showed, by patterns with a time of day. */
function readZoned(
  pattern: DatePattern,
  reading: DateReading,
  zone: ZoneReading,
  text: string,
): FieldValue {
  const shown = readPattern(pattern, { ...reading, to: 'timestamp' }, text)
  if (typeof shown !== 'string') return null
  const clock = Date.parse(`${shown.replace(' ', 'T')}Z`)
  const offset = offsetOf(pattern, text)
  const instant = offset === null ? instantOf(clock, zone.written) : clock - offset * 60_000
  if (instant === null) return null
  const local = new Date(wallClock(instant, zone.local)).toISOString()
  if (local.slice(0, 10) < firstDay || local.slice(0, 10) > lastDay) return null
  return reading.to === 'date' ? local.slice(0, 10) : local.slice(0, 19).replace('T', ' ')
}

/** Minutes east of Greenwich that a text says; null where its pattern has none. */
function offsetOf(pattern: DatePattern, text: string): number | null {
  const index = pattern.groups.indexOf('offset')
  if (index < 0) return null
  const said = compilePattern(pattern.regex).exec(text)?.[index + 1] ?? 'Z'
  if (said === 'Z') return 0
  const minutes = Number(said.slice(1, 3)) * 60 + Number(said.slice(3).replace(':', '') || 0)
  return said.startsWith('-') ? -minutes : minutes
}

/** The instant in UTC that a text means. */
function instantOfTextSql(
  pattern: DatePattern,
  reading: DateReading,
  zone: ZoneReading,
  text: string,
): string {
  const shown = patternSql(pattern, { ...reading, to: 'timestamp' }, text)
  const index = pattern.groups.indexOf('offset')
  if (index < 0) {
    return `list_transform([${shown}], lambda shown: ${instantSql('shown', zone.written)})[1]`
  }
  const said = `regexp_extract(${text}, ${quoteText(`^(?:${pattern.regex})$`)}, ${index + 1})`
  const minutes = `list_transform([${said}], lambda said: CASE WHEN said = 'Z' THEN 0 ELSE (CASE WHEN starts_with(said, '-') THEN -1 ELSE 1 END) * (60 * TRY_CAST(substr(said, 2, 2) AS INTEGER) + COALESCE(TRY_CAST(replace(substr(said, 4), ':', '') AS INTEGER), 0)) END)[1]`
  return `(${shown} - to_minutes(${minutes}))`
}

function readPattern(pattern: DatePattern, reading: DateReading, text: string): FieldValue {
  const match = compilePattern(pattern.regex).exec(text)
  if (!match) return null
  const part = (kind: DateTokenKind): string | undefined => {
    const index = pattern.groups.indexOf(kind)
    return index < 0 ? undefined : match[index + 1]
  }
  const serial = part('serial')
  if (serial !== undefined) return momentOfSerial(Number(serial), reading)
  const monthName = part('month-name')
  const month =
    monthName === undefined ? (part('month') ?? '1') : monthByName.get(spellingKey(monthName))
  if (month === undefined) return null
  const day = dateOf(yearOf(part, reading), Number(month), Number(part('day') ?? '1'))
  if (day === null || day < firstDay || day > lastDay) return null
  if (reading.to === 'date') return day
  const clock = [hourOf(part), part('minute') ?? '0', part('second') ?? '0']
  return `${day} ${clock.map((number) => number.padStart(2, '0')).join(':')}`
}

/** Day 0 of spreadsheets, which take 1900 for a leap year. */
const serialZero = '1899-12-30'
const secondsOfDay = 86_400

function momentOfSerial(serial: number, { to }: DateReading): string {
  const seconds =
    to === 'date' ? Math.floor(serial) * secondsOfDay : Math.round(serial * secondsOfDay)
  const moment = new Date(Date.parse(serialZero) + seconds * 1000).toISOString()
  return to === 'date' ? moment.slice(0, 10) : moment.slice(0, 19).replace('T', ' ')
}

function serialSql(number: string, { to }: DateReading): string {
  const days = `TRY_CAST(${number} AS DOUBLE)`
  return to === 'date'
    ? `(DATE '${serialZero}' + CAST(floor(${days}) AS INTEGER))`
    : `(TIMESTAMP '${serialZero}' + to_seconds(CAST(round(${days} * ${secondsOfDay}) AS BIGINT)))`
}

function yearOf(part: (kind: DateTokenKind) => string | undefined, reading: DateReading): number {
  const twoDigits = part('two-digit-year')
  if (twoDigits === undefined) return Number(part('year') ?? '0')
  const { century, lastTwo } = pivotOf(reading)
  const short = Number(twoDigits)
  return (short > lastTwo ? century - 100 : century) + short
}

function pivotOf(reading: DateReading): { readonly century: number; readonly lastTwo: number } {
  const pivot = reading.pivotYear ?? 1999
  return { century: Math.floor(pivot / 100) * 100, lastTwo: pivot % 100 }
}

function hourOf(part: (kind: DateTokenKind) => string | undefined): string {
  const hour = part('hour')
  if (hour !== undefined) return hour
  const ofHalfDay = part('hour-of-half-day')
  if (ofHalfDay === undefined) return '0'
  const afternoon = (part('half-day') ?? 'a').toLowerCase() === 'p'
  return String((Number(ofHalfDay) % 12) + (afternoon ? 12 : 0))
}

function patternSql(pattern: DatePattern, reading: DateReading, text: string): string {
  const type = reading.to === 'date' ? 'DATE' : 'TIMESTAMP'
  if (pattern.strptime === '%Y-%m-%d' && reading.to === 'date') {
    // The cast alone would take `2020/01/05`, `epoch` and trailing letters too.
    return `(CASE WHEN regexp_full_match(${text}, ${quoteText(pattern.regex)}) THEN TRY_CAST(${text} AS DATE) END)`
  }
  if (pattern.strptime !== null) {
    // `strptime` would read the words `epoch` and `infinity` too.
    return `CAST((CASE WHEN ${text} < ':' THEN TRY_STRPTIME(${text}, ${quoteText(pattern.strptime)}) END) AS ${type})`
  }
  const extract = (kind: DateTokenKind): string | undefined => {
    const index = pattern.groups.indexOf(kind)
    if (index < 0) return undefined
    return `regexp_extract(${text}, ${quoteText(`^(?:${pattern.regex})$`)}, ${index + 1})`
  }
  const serial = extract('serial')
  if (serial !== undefined) {
    return `(CASE WHEN regexp_full_match(${text}, ${quoteText(pattern.regex)}) THEN ${serialSql(serial, reading)} END)`
  }
  const monthName = extract('month-name')
  const month =
    monthName === undefined
      ? (extract('month') ?? "'01'")
      : lookUpSql(`lower(strip_accents(${monthName}))`, monthByName)
  const day = `${yearSql(extract, reading)} || '-' || ${month} || '-' || ${extract('day') ?? "'01'"}`
  const clock = `${hourSql(extract)} || ':' || ${extract('minute') ?? "'00'"} || ':' || ${extract('second') ?? "'00'"}`
  const assembled = reading.to === 'date' ? day : `${day} || ' ' || ${clock}`
  return `(CASE WHEN regexp_full_match(${text}, ${quoteText(pattern.regex)}) THEN TRY_CAST(${assembled} AS ${type}) END)`
}

function yearSql(
  extract: (kind: DateTokenKind) => string | undefined,
  reading: DateReading,
): string {
  const twoDigits = extract('two-digit-year')
  if (twoDigits === undefined) return extract('year') ?? "'0'"
  const { century, lastTwo } = pivotOf(reading)
  const short = `CAST(${twoDigits} AS INTEGER)`
  return `CAST(${short} + (CASE WHEN ${short} > ${lastTwo} THEN ${century - 100} ELSE ${century} END) AS VARCHAR)`
}

function hourSql(extract: (kind: DateTokenKind) => string | undefined): string {
  const hour = extract('hour')
  if (hour !== undefined) return hour
  const ofHalfDay = extract('hour-of-half-day')
  if (ofHalfDay === undefined) return "'00'"
  const afternoon = extract('half-day')
  const noon =
    afternoon === undefined ? '0' : `(CASE WHEN lower(${afternoon}) = 'p' THEN 12 ELSE 0 END)`
  return `CAST(CAST(${ofHalfDay} AS INTEGER) % 12 + ${noon} AS VARCHAR)`
}
