import { quoteText } from '../sql-text.ts'
import { isReadAsItStands } from './text-cleaning.ts'
import type { ValueReader } from './value-reader.ts'

export interface NumberReading {
  readonly to: 'integer' | 'decimal'
  /** Mark before the fraction; default a point. */
  readonly decimal?: '.' | ',' | undefined
  /** Mark between groups of three digits; none where absent. */
  readonly thousands?: ',' | '.' | ' ' | "'" | undefined
  /** What the number is multiplied by: 1000 for a file in thousands. */
  readonly times?: number | undefined
}

const largest = Number.MAX_SAFE_INTEGER

/** Marks that writers use for the one mark a profile names. */
const thousandsClasses: Readonly<Record<string, string>> = {
  ',': '[,]',
  '.': '[.]',
  ' ': '[ \u00a0\u202f]',
  "'": "['’]",
}

/**
 * Reads numbers as people write them: `1,022` with commas for thousands, `1.022,5` the other way
 * round. Groups must be of three digits: `1,02` is no number, rather than 102.
 * Whole numbers may be written `12.0`; a fraction makes them unreadable, because nobody is half a
 * person. Whole numbers go to 2^53 − 1.
 */
export function numberReader(reading: NumberReading): ValueReader {
  const decimal = reading.decimal ?? '.'
  const point = decimal === '.' ? '[.]' : '[,]'
  const group = reading.thousands === undefined ? null : thousandsClasses[reading.thousands]
  const whole = group === null ? '[0-9]+' : `(?:[0-9]{1,3}(?:${group}[0-9]{3})+|[0-9]+)`
  const exact = reading.to === 'integer' && reading.times === undefined
  const pattern = exact
    ? `[-+]?${whole}(?:${point}0*)?`
    : `[-+]?(?:${whole}(?:${point}[0-9]*)?|${point}[0-9]+)(?:[eE][-+]?[0-9]{1,3})?`
  const regex = new RegExp(`^${pattern}$`, 'u')
  const grouping = group === null ? null : new RegExp(group ?? '', 'gu')
  const times = reading.times

  function plainSql(text: string): string {
    let sql = text
    if (group !== null) sql = `regexp_replace(${sql}, ${quoteText(group ?? '')}, '', 'g')`
    if (decimal === ',') sql = `replace(${sql}, ',', '.')`
    return sql
  }

  function sql(text: string): string {
    const type = exact ? 'BIGINT' : 'DOUBLE'
    // Without exponent and fraction a whole number is cast exactly, never by way of a double.
    const digits = exact ? `regexp_replace(${plainSql(text)}, '[.]0*$', '')` : plainSql(text)
    const careful = `(CASE WHEN regexp_full_match(${text}, ${quoteText(pattern)}) THEN TRY_CAST(${digits} AS ${type}) END)`
    if (!exact) return times === undefined ? careful : `(${careful} * ${doubleSql(times)})`
    // Most whole numbers are plain digits: cast there and back is half the price of a pattern.
    const quick = `TRY_CAST(${text} AS BIGINT)`
    return `(CASE WHEN CAST(${quick} AS VARCHAR) = ${text} THEN ${quick} ELSE ${careful} END)`
  }

  function read(text: string): number | null {
    if (!regex.test(text)) return null
    let plain = grouping ? text.replace(grouping, '') : text
    if (decimal === ',') plain = plain.replace(',', '.')
    const number = times === undefined ? Number(plain) : Number(plain) * times
    if (!Number.isFinite(number)) return null
    if (reading.to === 'decimal') return withoutSignOfZero(number)
    const rounded = Math.sign(number) * Math.round(Math.abs(number))
    return Math.abs(number) <= largest ? withoutSignOfZero(rounded) : null
  }

  return {
    sql,
    directSql: (text, cleaning) => (isReadAsItStands(cleaning, read) ? sql(text) : undefined),
    settleSql(raw) {
      if (reading.to === 'decimal') return `(CASE WHEN isfinite(${raw}) THEN ${raw} + 0 END)`
      const inRange = `${raw} BETWEEN -${largest} AND ${largest}`
      if (exact) return `(CASE WHEN ${inRange} THEN ${raw} END)`
      return `(CASE WHEN ${inRange} THEN CAST(round(${raw}) AS BIGINT) END)`
    },
    read,
  }
}

function doubleSql(value: number): string {
  return `CAST('${value}' AS DOUBLE)`
}

function withoutSignOfZero(value: number): number {
  return value === 0 ? 0 : value
}
