import { spellingKey } from '../../vocabulary/index.ts'
import { monthByName } from '../reading/month-names.ts'
import { periodOfDateReader, periodReader } from '../reading/period-reader.ts'
import type { FieldMapping } from '../source-profile.ts'
import type { SampledColumn } from './sampled-column.ts'

/** How periods are written, and which texts are read so. */
export interface PeriodGuess {
  readonly mapping: Pick<FieldMapping, 'date' | 'pivotYear' | 'periodOf'>
  reads(text: string): boolean
}

/** Two figures of a year are of this century up to here: figures go on to no later year. */
const lastShortYear = 2049
/** Months with two figures of their year, which a day could be as well. */
const short = ['MMM-yy', 'MMM yy', 'MMM/yy', 'MMM.yy', "MMM''yy", 'MMMyy', 'yy-MMM']
const plain = periodReader()
const isoDay = /^\d{4}-\d{2}-\d{2}$/

const ways: readonly PeriodGuess[] = [
  {
    mapping: {},
    reads: (text) => !isoDay.test(text) && isOfToday(plain.read(text, null)),
  },
  // Cells that hold the first day of a month and show the month.
  ...['yyyy-MM-dd', 'dd/MM/yyyy'].map((pattern) => ({
    mapping: { date: pattern, periodOf: 'month' as const },
    reads: (text: string) => /(^|-)01(\/|$)/.test(text) && isRead([pattern], text),
  })),
  ...short.map((pattern) => ({
    mapping: { date: pattern, pivotYear: lastShortYear, periodOf: 'month' as const },
    reads: (text: string) => isRead([pattern], text),
  })),
]

/**
 * The way of writing periods that reads most of some texts; undefined where none reads half of them.
 *
 * @example guessPeriods(['ene-24', 'feb-24'])?.mapping // => { date: 'MMM-yy', pivotYear: 2049, periodOf: 'month' }
 */
export function guessPeriods(texts: readonly string[]): PeriodGuess | undefined {
  const counted = ways.map((way) => ({
    way,
    count: texts.filter((text) => way.reads(text)).length,
  }))
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one))
  return best.count > 0 && best.count * 2 >= texts.length ? best.way : undefined
}

/** The same of the texts of a column, of which the most frequent are tried. */
export function guessPeriodsOf(column: SampledColumn): PeriodGuess | undefined {
  if (!guesses.has(column)) {
    guesses.set(column, guessPeriods(column.values.slice(0, mostTried).map(({ text }) => text)))
  }
  return guesses.get(column)
}

/** Columns are asked about once a field. */
const guesses = new WeakMap<SampledColumn, PeriodGuess | undefined>()
/** Texts of a column that are tried. */
const mostTried = 120

/** Whether a text is the name of a month and nothing else. */
export function isMonthName(text: string): boolean {
  return monthByName.has(spellingKey(text).replace(/\.$/, ''))
}

function isRead(patterns: readonly string[], text: string): boolean {
  const reader = periodOfDateReader({ patterns, pivotYear: lastShortYear }, 'month')
  return isOfToday(reader.read(text, null))
}

/** Years of which figures are kept: 1024 is a figure. */
function isOfToday(period: unknown): boolean {
  return typeof period === 'string' && /^(19|20)/.test(period)
}
