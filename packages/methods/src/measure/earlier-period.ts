import { parsePeriod } from './period.ts'

/**
 * The period before another of its kind; undefined where the text is no period.
 *
 * @example previousPeriod('2021-01') // => '2020-12'
 * @example previousPeriod('2021-Q1') // => '2020-Q4'
 * @example previousPeriod('2020-03-01') // => '2020-02-29'
 */
export function previousPeriod(code: string): string | undefined {
  const period = parsePeriod(code)
  if (!period) return undefined
  const { kind, year, firstMonth, lastMonth } = period
  if (kind === 'day') {
    const before = Date.parse(`${code}T00:00:00Z`) - 86_400_000
    return Number.isNaN(before) ? undefined : new Date(before).toISOString().slice(0, 10)
  }
  const months = lastMonth - firstMonth + 1
  const first = firstMonth === 1
  const part = first ? 12 / months : lastMonth / months - 1
  return write(kind, first ? year - 1 : year, part)
}

/**
 * The same period of the year before; undefined for days, which fall on other weekdays and in
 * other weeks, and where the text is no period.
 *
 * @example yearEarlier('2025-Q1') // => '2024-Q1'
 * @example yearEarlier('2025-03-31') // => undefined
 */
export function yearEarlier(code: string): string | undefined {
  const period = parsePeriod(code)
  if (!period || period.kind === 'day') return undefined
  return `${fourDigits(period.year - 1)}${code.slice(4)}`
}

function write(kind: 'year' | 'half' | 'quarter' | 'month', year: number, part: number): string {
  const text = fourDigits(year)
  switch (kind) {
    case 'year':
      return text
    case 'half':
      return `${text}-S${part}`
    case 'quarter':
      return `${text}-Q${part}`
    case 'month':
      return `${text}-${String(part).padStart(2, '0')}`
  }
  return kind satisfies never
}

const fourDigits = (year: number) => String(year).padStart(4, '0')
