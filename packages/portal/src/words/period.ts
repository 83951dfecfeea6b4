import { monthSpan, parsePeriod, type Period } from '@caudal/methods/measure'
import { periodLabel } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'

/**
 * The code of the period after; undefined where the text is no period.
 *
 * @example nextPeriod('2020-12') // => '2021-01'
 * @example nextPeriod('2020-Q4') // => '2021-Q1'
 */
export function nextPeriod(code: string): string | undefined {
  const period = parsePeriod(code)
  if (!period) return undefined
  const { kind, year, firstMonth, lastMonth } = period
  if (kind === 'day') {
    return new Date(Date.parse(`${code}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  }
  const months = lastMonth - firstMonth + 1
  const last = lastMonth === 12
  const nextYear = String(year + (last ? 1 : 0)).padStart(4, '0')
  const part = last ? 1 : lastMonth / months + 1
  const part2 = String(part).padStart(2, '0')
  return {
    year: nextYear,
    half: `${nextYear}-S${part}`,
    quarter: `${nextYear}-Q${part}`,
    month: `${nextYear}-${part2}`,
  }[kind]
}

/**
 * Every period from the first to the last, so that a gap in the data is a gap in the drawing;
 * undefined past `limit` codes or where the two are of different kinds.
 *
 * @example periodsBetween('2020-11', '2021-01') // => ['2020-11', '2020-12', '2021-01']
 */
export function periodsBetween(first: string, last: string, limit = 2000): string[] | undefined {
  const kind = parsePeriod(first)?.kind
  if (kind === undefined || kind !== parsePeriod(last)?.kind || first > last) return undefined
  const codes: string[] = []
  for (let at: string | undefined = first; at !== undefined && at <= last; at = nextPeriod(at)) {
    codes.push(at)
    if (codes.length > limit) return undefined
  }
  return codes
}

export function isPeriod(code: string): boolean {
  return monthSpan(code) !== undefined
}

/**
 * A period inside a sentence.
 *
 * @example inPeriod('2025-03', 'es') // => 'en marzo de 2025'
 * @example inPeriod('2025-Q1', 'fr') // => 'au premier trimestre 2025'
 */
export function inPeriod(code: string, language: Language): string {
  const period = parsePeriod(code)
  if (period && (period.kind === 'quarter' || period.kind === 'half')) {
    return inPartOfYear(period, language)
  }
  const name = periodLabel(code, language)
  if (period?.kind === 'day')
    return { es: `el ${name}`, en: `on ${name}`, fr: `le ${name}` }[language]
  return `${language === 'en' ? 'in' : 'en'} ${name}`
}

/**
 * A period as the end of a span.
 *
 * @example untilPeriod('2025-03', 'es') // => 'hasta marzo de 2025'
 * @example untilPeriod('2025-Q1', 'fr') // => 'jusqu’au premier trimestre 2025'
 */
export function untilPeriod(code: string, language: Language): string {
  const placed = inPeriod(code, language)
  if (language === 'en') return `to ${placed.replace(/^(in|on) /, '')}`
  if (language === 'es') return `hasta ${placed.replace(/^en /, '')}`
  return placed.startsWith('en ')
    ? `jusqu’à ${placed.slice(3)}`
    : `jusqu’${placed.replace(/^le /, 'au ')}`
}

/**
 * A short name, for an axis or a narrow column.
 *
 * @example shortPeriod('2025-03', 'en') // => 'Mar 2025'
 * @example shortPeriod('2025-01-01', 'es') // => '1\u00a0ene\u00a02025'
 */
export function shortPeriod(code: string, language: Language): string {
  const period = parsePeriod(code)
  if (period?.kind !== 'month' && period?.kind !== 'day') return periodLabel(code, language)
  const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(period.year, period.firstMonth - 1),
  )
  const short = name.replace('.', '')
  // a day stays in one line, wherever it stands in a narrow column
  return period.kind === 'day'
    ? `${Number(code.slice(8))}\u00a0${short}\u00a0${period.year}`
    : `${short} ${period.year}`
}

const ordinals: Record<Language, readonly string[]> = {
  es: ['primer', 'segundo', 'tercer', 'cuarto'],
  en: ['first', 'second', 'third', 'fourth'],
  fr: ['premier', 'deuxième', 'troisième', 'quatrième'],
}

const parts = {
  quarter: { es: 'trimestre', en: 'quarter', fr: 'trimestre' },
  half: { es: 'semestre', en: 'half', fr: 'semestre' },
} as const

function inPartOfYear({ kind, year, lastMonth }: Period, language: Language): string {
  const length = kind === 'half' ? 6 : 3
  const ordinal = ordinals[language][lastMonth / length - 1]
  const part = parts[kind === 'half' ? 'half' : 'quarter'][language]
  if (language === 'en') return `in the ${ordinal} ${part} of ${year}`
  return language === 'es' ? `en el ${ordinal} ${part} de ${year}` : `au ${ordinal} ${part} ${year}`
}
