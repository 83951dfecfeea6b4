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
]
const clocks = [' HH:mm:ss', ' HH:mm', "'T'HH:mm:ss", "'T'HH:mm"]

const patterns = [
  ...days.flatMap((day) => [day, ...clocks.map((clock) => `${day}${clock}`)]),
  'yyyyMMddHHmm',
  'yyyyMMddHHmmss',
]
const readers = patterns.map((pattern) => ({
  pattern,
  hasTime: pattern.includes('HH'),
  reader: dateReader({ patterns: [pattern], to: 'timestamp' }),
}))

export interface DateGuess {
  readonly pattern: string
  readonly hasTime: boolean
  /** Share of the filled cells that the pattern reads, from 0 to 1. */
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
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share)
  const [best, ...others] = tried
  if (!best) return undefined
  const rival = others.find(
    ({ share, pattern }) =>
      share === best.share && pattern.startsWith('MM/dd') && best.pattern.startsWith('dd/MM'),
  )
  return { ...best, ...(rival ? { rival: rival.pattern } : {}) }
}

/** Years that people of today are born in or travel in. */
function isPlausible(value: unknown): boolean {
  return typeof value === 'string' && value >= '1890' && value < '2100'
}
