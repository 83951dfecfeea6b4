import { dateOf, daysBetween, isDate } from '../calendar.ts'

/** What an expression gives: a day is the text `2024-03-01`, a moment `2024-03-01T10:30:00`. */
export type XpathValue = string | number | boolean

const moment =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * A value as a text. A number has no exponent and no idle zeros.
 *
 * @example toText(1e21) // => '1000000000000000000000'
 */
export function toText(value: XpathValue): string {
  if (typeof value !== 'number') return String(value)
  if (!Number.isFinite(value) || !/e/.test(String(value))) return String(value)
  return Math.abs(value) >= 1
    ? BigInt(Math.round(value)).toString()
    : value.toFixed(20).replace(/0+$/, '')
}

/**
 * A value as a number; a day is the days since 1970-01-01, as ODK counts them; what is none is NaN.
 *
 * @example toNumber('1970-01-11') // => 10
 * @example toNumber('') // => NaN
 */
export function toNumber(value: XpathValue): number {
  if (typeof value !== 'string') return Number(value)
  const text = value.trim()
  if (/^-?(\d+(\.\d*)?|\.\d+)$/.test(text)) return Number(text)
  return daysSinceEpoch(text)
}

/** A value as a truth: a number that is neither zero nor none, a text that is not empty. */
export function toTruth(value: XpathValue): boolean {
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  return value !== '' && value !== false
}

/**
 * The day of a text or a number of days; empty where it is none.
 *
 * @example toDay(10.5) // => '1970-01-11'
 */
export function toDay(value: XpathValue): string {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? dayAt(Math.floor(value)) : ''
  }
  const day = moment.exec(String(value).trim())?.[1] ?? ''
  return isDate(day) ? day : ''
}

/** Hour, minute and second of a moment; zeros where the text says none. */
export function clockOf(text: string): readonly [hour: number, minute: number, second: number] {
  const [, , hour = '0', minute = '0', second = '0'] = moment.exec(text.trim()) ?? []
  return [Number(hour), Number(minute), Number(second)]
}

function daysSinceEpoch(text: string): number {
  const day = toDay(text)
  if (day === '') return Number.NaN
  const [hour, minute, second] = clockOf(text)
  return daysBetween('1970-01-01', day) + (hour * 3600 + minute * 60 + second) / 86_400
}

function dayAt(days: number): string {
  const day = new Date(days * 86_400_000)
  const year = day.getUTCFullYear()
  if (Number.isNaN(year) || year < 1 || year > 9999) return ''
  return dateOf(year, day.getUTCMonth() + 1, day.getUTCDate()) ?? ''
}
