import { parsePeriod } from '@caudal/methods/measure'
import { formatNumber, type TableResult } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { ageInWords, agesInWords } from '../../words/age.ts'
import type { Words } from '../../words/catalogue.ts'
import { listOf, lowerFirst } from '../../words/in-words.ts'
import {
  formatPercent,
  formatRound,
  percentSign,
  roundedPercent,
} from '../../words/number-format.ts'
import { inPeriod } from '../../words/period.ts'
import type { Coverage } from './coverage.ts'
import { findFinding, holdsIn, type Finding } from './finding.ts'
import type { Reading } from './reading.ts'

/** The title of a figure: its finding where there is one that holds, else what it shows. */
export function titleOf(
  result: TableResult,
  reading: Reading,
  coverage: Coverage | undefined,
  words: Words,
  language: Language,
): string {
  const finding = findFinding(reading, coverage, result.calculation !== undefined)
  const subject = subjectOf(result, 'at' in finding && finding.at !== undefined)
  const said = holdsIn(finding, result, coverage)
    ? say(finding, subject, result.measure, words, language)
    : undefined
  return said ?? plainTitle(result, subject, words, language)
}

function say(
  finding: Finding,
  subject: string,
  { decimals, unit }: TableResult['measure'],
  words: Words,
  language: Language,
): string | undefined {
  const t = words.finding
  const number = (value: number): string =>
    `${formatRound(value, language, decimals)}${percentSign(unit, language)}`
  switch (finding.kind) {
    case 'plain':
      return undefined
    case 'single':
      return t.single(subject, number(finding.value))
    case 'share':
      return t.share(
        about(subject, finding.at, words, language),
        finding.label,
        formatPercent(finding.value / finding.total, language),
      )
    case 'leader':
      return t.leader(
        about(subject, finding.at, words, language),
        finding.label,
        number(finding.value),
      )
    case 'change': {
      const { value, previous } = finding
      const at = inPeriod(finding.at, language)
      const then = inPeriod(finding.before, language)
      const seasonal = parsePeriod(finding.at)?.kind !== 'year'
      const before = seasonal ? t.yearBefore : then
      // Per cent of a handful of people says more than it knows.
      if (previous < 20) return t.fromTo(subject, number(previous), number(value), at, before)
      const change = value / previous - 1
      if (Math.abs(change) < 0.0005) return t.same(subject, at, before)
      if (value / previous >= 3) {
        return t.times(subject, formatNumber(value / previous, language, 1), at, then)
      }
      const percent = formatPercent(Math.abs(change), language)
      if (roundedPercent(change) === 0) return t.same(subject, at, before)
      return change > 0 ? t.up(subject, percent, at, before) : t.down(subject, percent, at, before)
    }
  }
}

function about(subject: string, at: string | undefined, words: Words, language: Language): string {
  return at === undefined ? subject : words.finding.at(subject, inPeriod(at, language))
}

/**
 * The measure and the filters that hold it to one value: "Border crossings, Honduras, women". A range of
 * days whose days are the rows is no such filter: the table tells it. Nor is a period that is named anyway.
 */
function subjectOf(result: TableResult, isDated: boolean): string {
  const told = new Set(
    [...result.rows, ...result.columns]
      .filter(({ codes }) => codes.length > 1)
      .map(({ id }) => dimensionOf(id)),
  )
  if (isDated) told.add('time')
  const single = result.filters
    .filter(({ dimension, values }) => values.length === 1 && !told.has(dimensionOf(dimension)))
    .slice(0, 2)
  const language = result.language as Language
  return [
    result.measure.label,
    ...single.map(({ dimension, values }) => agesOf(result, dimension, language) ?? values[0]!),
  ].join(', ')
}

/** The ages that a filter holds a table to, where it is one of ages. */
function agesOf({ spec }: TableResult, dimension: string, language: Language): string | undefined {
  const condition = spec.where.find((each) => each.dimension === dimension)
  if (condition?.range) return agesInWords(...condition.range, language)
  return condition?.codes?.length === 1 ? ageInWords(condition.codes[0]!, language) : undefined
}

/** The dimension of a level: of `time.year`, `time`. */
const dimensionOf = (level: string) => level.split('.')[0]!

/** What a table shows, without a finding: "Border crossings by sex and year". */
function plainTitle(
  result: TableResult,
  subject: string,
  words: Words,
  language: Language,
): string {
  const dimensions = [...result.rows, ...result.columns].map(({ label }) => lowerFirst(label))
  return dimensions.length === 0 ? subject : words.finding.by(subject, listOf(dimensions, language))
}
