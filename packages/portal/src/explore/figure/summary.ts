import { formatNumber, periodLabel, type TableResult } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { Words } from '../../words/catalogue.ts'
import { listOf } from '../../words/in-words.ts'
import { formatPercent, percentSign, roundedPercent } from '../../words/number-format.ts'
import { unitBeside } from '../../words/unit.ts'
import { inPeriod, untilPeriod } from '../../words/period.ts'
import { isWhole, type Coverage } from './coverage.ts'
import { comparable, lastTold } from './finding.ts'
import type { Reading } from './reading.ts'

/** A change from less, from nothing or from below zero is told as a difference: per cent of it says nothing. */
const handful = 20
/** Incomplete periods that are named; of more an ellipsis stands for the others. */
const partialNamed = 3

/**
 * The figure in one paragraph with its numbers: what a reader gets who cannot see it. Totals come
 * from the margins of the cube; a period that the data do not fill is named as incomplete.
 */
export function summarise(
  result: TableResult,
  reading: Reading,
  coverage: Coverage | undefined,
  words: Words,
  language: Language,
): string {
  const t = words.summary
  const number = (value: number): string =>
    formatNumber(value, language, result.measure.decimals) +
    percentSign(result.measure.unit, language)
  const unit = unitBeside(result.measure.label, result.measure.unit)
  const withUnit = (value: number): string => `${number(value)} ${unit}`.trimEnd()
  const sentences: string[] = []
  const column = lastTold(reading, coverage)
  const at = column === undefined ? undefined : reading.periods?.[column]
  // The total of shares is a hundred, and the change of a change is none.
  const total =
    column === undefined || result.calculation ? null : (reading.totals?.[column] ?? null)

  if (total !== null) {
    sentences.push(
      at === undefined
        ? t.measureWhole(result.measure.label, withUnit(total))
        : t.measureTotal(result.measure.label, withUnit(total), inPeriod(at, language)),
    )
  }
  if (at !== undefined && total !== null) {
    const before = earlierTotal(reading, coverage, column!)
    if (before) {
      const when = inPeriod(before.code, language)
      const then = number(before.value)
      const difference = total - before.value
      const change = total / before.value - 1
      if (difference === 0 || (before.value > 0 && roundedPercent(change) === 0)) {
        sentences.push(t.unchanged(when, then))
      } else if (total >= 0 && before.value >= handful) {
        const percent = formatPercent(Math.abs(change), language)
        sentences.push(t.change(percent, change > 0, when, then))
      } else if (result.measure.unit !== '%') {
        sentences.push(t.difference(number(Math.abs(difference)), difference > 0, when, then))
      }
    }
    const range = rangeOf(reading, coverage)
    if (range) {
      sentences.push(
        t.range(
          number(range.high.value),
          inPeriod(range.high.code, language),
          number(range.low.value),
          inPeriod(range.low.code, language),
        ),
      )
    }
  }
  // Whoever is in several of the largest would be added more than once.
  const adds = result.measure.distinct !== true
  sentences.push(...largest(reading, column, at, total, adds, number, words, language))

  const isHidden = (_: unknown, at: number) => result.statuses[at] === 'suppressed'
  const hidden = result.values.filter(isHidden).length
  const empty = result.values.filter((value) => value === null).length - hidden
  const all = formatNumber(result.values.length, language)
  if (result.values.length > 1) {
    if (hidden > 0) sentences.push(t.hidden(hidden, formatNumber(hidden, language), all))
    if (empty > 0) sentences.push(t.without(empty, formatNumber(empty, language), all))
  }
  const named = (codes: readonly string[]): string =>
    [
      ...codes.slice(0, partialNamed).map((code) => periodLabel(code, language)),
      ...(codes.length > partialNamed ? ['…'] : []),
    ].join(', ')
  const undecided = (reading.periods ?? []).filter((code) => coverage?.unfinished?.includes(code))
  if (undecided.length > 0) sentences.push(t.undecided(named(undecided)))
  const partial = (reading.periods ?? []).filter(
    (code) => !isWhole(code, coverage) && !undecided.includes(code),
  )
  if (coverage && partial.length > 0) {
    sentences.push(t.incomplete(named(partial), untilPeriod(coverage.last, language)))
  }
  return sentences.join(' ')
}

function largest(
  reading: Reading,
  column: number | undefined,
  at: string | undefined,
  total: number | null,
  adds: boolean,
  number: (value: number) => string,
  words: Words,
  language: Language,
): string[] {
  if (column === undefined || reading.categories.length === 0) return []
  const t = words.summary
  const ranked = reading.series
    .filter(({ rest, values }) => !rest && (values[column] ?? null) !== null)
    .map(({ said, values }) => ({ label: said, value: values[column]! }))
    .sort((a, b) => b.value - a.value)
  const first = ranked.slice(0, 3)
  // of nothing there is nobody in the lead
  if (first.length === 0 || first[0]!.value === 0) return []
  const shareable = total !== null && total > 0 && ranked.at(-1)!.value >= 0
  const list = listOf(
    first.map(({ label, value }) =>
      shareable
        ? t.part(label, number(value), formatPercent(value / total, language))
        : t.partOnly(label, number(value)),
    ),
    language,
  )
  const said = [at === undefined ? t.largest(list) : t.largestAt(inPeriod(at, language), list)]
  if (adds && shareable && ranked.length > 4 && first.length === 3) {
    const sum = first.reduce((total, { value }) => total + value, 0)
    said.push(t.together(formatPercent(sum / total, language)))
  }
  return said
}

function earlierTotal(
  reading: Reading,
  coverage: Coverage | undefined,
  column: number,
): { code: string; value: number } | undefined {
  const periods = reading.periods ?? []
  const index = comparable(periods, column)
  const code = periods[index]
  const value = reading.totals?.[index] ?? null
  return value === null || code === undefined || !isWhole(code, coverage)
    ? undefined
    : { code, value }
}

interface Extreme {
  readonly code: string
  readonly value: number
}

function rangeOf(
  reading: Reading,
  coverage: Coverage | undefined,
): { high: Extreme; low: Extreme } | undefined {
  const known = reading.periods!.flatMap((code, index) => {
    const value = reading.totals?.[index] ?? null
    return value !== null && isWhole(code, coverage) ? [{ code, value }] : []
  })
  if (known.length < 4) return undefined
  const high = known.reduce((best, each) => (each.value > best.value ? each : best))
  const low = known.reduce((best, each) => (each.value < best.value ? each : best))
  return high.value === low.value ? undefined : { high, low }
}
