import { formatNumber } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { Threshold } from '../saved-queries.ts'

/** A number with as many digits after the point as it has, six at most. */
export function exactly(value: number, language: Language): string {
  const digits = (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length
  return formatNumber(value, language, Math.min(6, digits))
}

/** A change in per cent with its sign, or that there is none to be told. */
export function signedPercent(value: number | null, language: Language): string {
  if (value === null) return '–'
  const sign = value > 0 ? '+' : value < 0 ? '−' : ''
  return `${sign}${formatNumber(Math.abs(value), language, 1)} %`
}

/** Words of a threshold in a language: what stands around its number. */
export function thresholdWords(
  language: Language,
  words: Readonly<Record<Threshold['kind'], (figure: string) => string>> & {
    readonly on: Readonly<Record<'previous' | 'year', string>>
  },
): (threshold: Threshold, unit?: string) => string {
  return ({ kind, threshold, basis }, unit) => {
    const figure = exactly(threshold, language)
    if (kind === 'change') return words.change(`${figure} % ${words.on[basis ?? 'previous']}`)
    return words[kind](unit === undefined ? figure : `${figure} ${unit}`)
  }
}
