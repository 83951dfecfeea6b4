import { dateReader } from '../reading/date-reader.ts'
import { shareOf, type SampledColumn } from './sampled-column.ts'

const days = [
  'yyyy-MM-dd',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'yyyy/MM/dd',
  'dd-MM-yyyy',
  'dd.MM.yyyy',
  'yyyyMMdd',
  'd MMM yyyy',
  'dd-MMM-yyyy',
  'MMM d, yyyy',
  "d 'de' MMMM 'de' yyyy",
]
/** With two figures of the year; the profile has to say of which century. */
const shortDays = ['dd/MM/yy', 'MM/dd/yy', 'dd-MM-yy', 'dd.MM.yy', 'dd-MMM-yy', 'd MMM yy']
const clocks = [' HH:mm:ss', ' HH:mm', "'T'HH:mm:ss", "'T'HH:mm", ' h:mm a', ' h:mm:ss a']

const patterns = [
  ...[...days, ...shortDays].flatMap((day) => [day, ...clocks.map((clock) => `${day}${clock}`)]),
  'yyyyMMddHHmm',
  'yyyyMMddHHmmss',
]
const readers = patterns.map((pattern) => ({
  pattern,
  hasTime: /[Hh]/.test(pattern),
  reader: dateReader({ patterns: [pattern], to: 'timestamp', pivotYear: 2049 }),
}))

export interface DateGuess {
  readonly pattern: string
  readonly hasTime: boolean
  /** Patterns of what the first does not read: a column that several hands have written. */
  readonly others?: readonly string[]
  /** Share of the filled cells that the patterns read, from 0 to 1. */
  readonly share: number
  /** Another pattern that reads them as well: day and month cannot be told apart. */
  readonly rival?: string
}

/**
 * The date pattern that reads most of a column; undefined where none reads half of it. Where no
 * day is beyond the twelfth, day and month cannot be told apart: the day first is taken, as the
 * region writes it, and the other is named.
 *
 * @example guessDates(sampleColumns(['f'], [['31/12/2020'], ['01/02/2021']])[0])?.pattern // => 'dd/MM/yyyy'
 */
export function guessDates(column: SampledColumn): DateGuess | undefined {
  if (!guesses.has(column)) guesses.set(column, bestGuess(column))
  return guesses.get(column)
}

/** Columns are asked about once a field. */
const guesses = new WeakMap<SampledColumn, DateGuess | undefined>()
/** Texts of a column that patterns are tried on. */
const mostTried = 120

function bestGuess(column: SampledColumn): DateGuess | undefined {
  if (shareOf(column, (text) => /\d/.test(text)) < 0.5) return undefined
  const sample = { ...column, values: column.values.slice(0, mostTried) }
  const tried = readers
    .map(({ pattern, hasTime, reader }) => ({
      pattern,
      hasTime,
      share: shareOf(sample, (text) => isPlausible(reader.read(text, null))),
    }))
    .filter(({ share }) => share >= leastOfOne)
    .sort((a, b) => b.share - a.share)
  const [best, ...others] = tried
  if (!best) return undefined
  const rival = others.find(
    ({ share, pattern }) =>
      share === best.share && pattern.startsWith('MM/dd') && best.pattern.startsWith('dd/MM'),
  )
  const guess = { ...withOthers(best, sample), ...(rival ? { rival: rival.pattern } : {}) }
  return best.share >= least || guess.share >= leastOfSeveral ? guess : undefined
}

/** What one pattern reads at least; several where none does; and the first of those. */
const least = 0.5
const leastOfSeveral = 0.8
const leastOfOne = 0.25

/** Patterns besides the first; of a column that is written in so many ways, some are mistakes. */
const mostOthers = 2

/** Patterns for what the best one leaves; never the day first and the month first in one column. */
function withOthers(best: DateGuess, sample: SampledColumn): DateGuess {
  const others: string[] = []
  const isReadBy = (pattern: string) => (text: string) =>
    isPlausible(readers.find((each) => each.pattern === pattern)!.reader.read(text, null))
  let rest = sample.values.filter(({ text }) => !isReadBy(best.pattern)(text))
  while (rest.length > 0 && others.length < mostOthers) {
    const next = readers
      .filter(({ pattern }) => pattern.startsWith('MM/dd') === best.pattern.startsWith('MM/dd'))
      .map(({ pattern }) => ({
        pattern,
        count: rest.filter(({ text }) => isReadBy(pattern)(text)).length,
      }))
      .reduce((one, other) => (other.count > one.count ? other : one))
    if (next.count === 0) break
    others.push(next.pattern)
    rest = rest.filter(({ text }) => !isReadBy(next.pattern)(text))
  }
  if (others.length === 0) return best
  const all = [best.pattern, ...others]
  const share = shareOf(sample, (text) => all.some((pattern) => isReadBy(pattern)(text)))
  return { ...best, others, share }
}

/** Numbers of spreadsheets that may be days from 1930 to 2064. */
const serialDay = /^(1[1-9]|[2-5]\d)\d{3}([.]\d+)?$/

/** The share of a column that may be days as spreadsheets count them; its name has to say so. */
export function shareOfSerials(column: SampledColumn): number {
  const share = shareOf(column, (text) => serialDay.test(text))
  return share > 0.9 ? share : 0
}

/** Years that people of today are born in or travel in. */
function isPlausible(value: unknown): boolean {
  return typeof value === 'string' && value >= '1890' && value < '2100'
}
