import { periodStart } from '../calendar.ts'
import { dateReader, type DateReading } from './date-reader.ts'
import { readSpelledPeriod, spelledPeriodSql } from './period-spellings.ts'
import type { ValueReader } from './value-reader.ts'

/** The length of the period that a date stands for. */
export type PeriodLength = 'year' | 'semester' | 'quarter' | 'month'

const plain = '[12][0-9]{3}(-(0[1-9]|1[0-2])|-[QS][12]|-Q[34]|-W(0[1-9]|[1-4][0-9]|5[0-3]))?'

/** Reads SDMX time periods, and the usual ways of writing quarters, semesters and months. */
export function periodReader(): ValueReader {
  return {
    sql: (text) =>
      `(CASE WHEN regexp_full_match(${text}, '${plain}') THEN ${text}` +
      ` WHEN regexp_full_match(${text}, '[12][0-9]{3}-[0-9]{2}-[0-9]{2}') THEN CAST(TRY_CAST(${text} AS DATE) AS VARCHAR)` +
      ` ELSE ${spelledPeriodSql(text)} END)`,
    read(text) {
      if (new RegExp(`^(?:${plain})$`).test(text)) return text
      if (/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return periodStart(text)
      return readSpelledPeriod(text)
    },
  }
}

/** Reads a date and gives the period it lies in: of `2013-04-01` the quarter is `2013-Q2`. */
export function periodOfDateReader(
  reading: Omit<DateReading, 'to'>,
  length: PeriodLength,
): ValueReader {
  const dates = dateReader({ ...reading, to: 'date' })
  return {
    sql: (text, recordDate) => dates.sql(text, recordDate),
    settleSql(raw) {
      const settled = dates.settleSql?.(raw) ?? raw
      return periodOfSql(settled, reading.zone === undefined ? raw : settled, length)
    },
    read(text, recordDate) {
      const date = dates.read(text, recordDate)
      return typeof date === 'string' ? periodOf(date, length) : null
    },
  }
}

/**
 * The period of a length that a date lies in.
 *
 * @example periodOf('2013-04-01', 'quarter') // => '2013-Q2'
 */
export function periodOf(date: string, length: PeriodLength): string {
  const year = date.slice(0, 4)
  const month = Number(date.slice(5, 7))
  switch (length) {
    case 'year':
      return year
    case 'semester':
      return `${year}-S${Math.ceil(month / 6)}`
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'month':
      return date.slice(0, 7)
  }
}

function periodOfSql(settled: string, raw: string, length: PeriodLength): string {
  const text = `CAST(${settled} AS VARCHAR)`
  const year = `substr(${text}, 1, 4)`
  const month = `EXTRACT(MONTH FROM ${raw})`
  switch (length) {
    case 'year':
      return year
    case 'semester':
      return `(${year} || '-S' || CAST(CASE WHEN ${month} <= 6 THEN 1 ELSE 2 END AS VARCHAR))`
    case 'quarter':
      return `(${year} || '-Q' || CAST(EXTRACT(QUARTER FROM ${raw}) AS VARCHAR))`
    case 'month':
      return `substr(${text}, 1, 7)`
  }
}
