import { parsePeriod } from '@caudal/methods/measure'
import type { PlainRow } from '../../collect/plain-csv/read-plain-rows.ts'
import { accountRefusals } from './refusals.ts'

/** A number of a plain file; null where its cell is empty. @throws Refusal `measure.figure-unreadable` */
export function readFigure(row: PlainRow, column: string): number | null {
  const text = row[column]?.trim() ?? ''
  if (text === '') return null
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
  if (!Number.isFinite(value)) {
    throw accountRefusals.refuse('figure-unreadable', { text: text.slice(0, 60), column })
  }
  return value
}

/** A period counted on from the year 0, and how many of its kind make a year. */
export interface CountedPeriod {
  readonly ordinal: number
  readonly perYear: number
}

/** The period that a text says. @throws Refusal `measure.period-unreadable` */
export function readPeriod(text: string | null | undefined, column: string): CountedPeriod {
  const written = text?.trim() ?? ''
  const period = parsePeriod(written)
  if (period === undefined || period.kind === 'day') {
    throw accountRefusals.refuse('period-unreadable', { text: written.slice(0, 60), column })
  }
  const months = period.lastMonth - period.firstMonth + 1
  const perYear = 12 / months
  return { ordinal: period.year * perYear + (period.firstMonth - 1) / months, perYear }
}
