import { periodLabel, type TableResult } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { takeApart } from '../specification/rearrange.ts'
import type { Words } from '../../words/catalogue.ts'
import { listOf, lowerFirst } from '../../words/in-words.ts'
import { findTime, type Reading } from './reading.ts'

/** At most so many values of a filter are named; more are counted. */
const namedValues = 4

/** What exactly is counted, by what, where, when, in which unit. */
export function subtitleOf(
  result: TableResult,
  reading: Reading,
  timeIds: ReadonlySet<string>,
  words: Words,
  language: Language,
): string {
  const dimensions = [...result.rows, ...result.columns].map(({ label }) => lowerFirst(label))
  const what =
    dimensions.length === 0
      ? result.measure.label
      : words.finding.by(result.measure.label, listOf(dimensions, language))
  const first = reading.periods?.[0]
  const last = reading.periods?.at(-1)
  const span =
    first === undefined || last === undefined
      ? []
      : first === last
        ? [periodLabel(first, language)]
        : [words.builder.fromTo(periodLabel(first, language), periodLabel(last, language))]
  // Where time is on an axis the span says it; a filter on it would say it twice.
  const spoken = findTime(result, timeIds) ? timeIds : new Set<string>()
  const filters = result.filters
    .filter(({ dimension, values }) => values.length > 0 && !spoken.has(takeApart(dimension).id))
    .map(({ label, values }) => words.figure.filter(label, filterValues(values, words, language)))
  return [what, ...filters, ...span, words.figure.unit(result.measure.unit)].join(' · ')
}

export function filterValues(values: readonly string[], words: Words, language: Language): string {
  return values.length > namedValues
    ? words.builder.chosen(values.length, String(values.length))
    : listOf(values, language)
}
