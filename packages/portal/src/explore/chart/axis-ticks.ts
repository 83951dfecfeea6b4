import { parsePeriod } from '@caudal/methods/measure'
import { formatNumber } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { shortPeriod } from '../../words/period.ts'

/** A label of an axis and the place of the period it names. */
export interface Tick {
  readonly at: number
  readonly label: string
}

/**
 * Ticks of an axis of periods: years where they fit, every second, fifth or tenth where not; the
 * months or quarters themselves where there are few.
 *
 * @param room how many labels fit beside each other
 */
export function periodTicks(
  periods: readonly string[],
  room: number,
  language: Language,
): readonly Tick[] {
  const read = periods.map(parsePeriod)
  const years = read.flatMap((period, at) =>
    period && (period.kind === 'year' || isYearStart(periods[at]!)) ? [{ at, period }] : [],
  )
  if (years.length < 2 || periods.length <= Math.min(room, 8)) {
    const step = Math.max(1, Math.ceil(periods.length / Math.max(1, Math.floor(room * 0.7))))
    return periods.flatMap((code, at) =>
      at % step === 0 ? [{ at, label: shortPeriod(code, language) }] : [],
    )
  }
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => years.length / each <= room) ?? 200
  const wanted = years.filter(({ period }) => period.year % step === 0)
  return (wanted.length > 0 ? wanted : years.slice(0, 1)).map(({ at, period }) => ({
    at,
    label: String(period.year),
  }))
}

function isYearStart(code: string): boolean {
  return /^\d{4}-(01|Q1|S1|01-01)$/.test(code)
}

/** An axis of figures in a unit that keeps its labels short. */
export interface FigureAxis {
  readonly unit: 1 | 1_000 | 1_000_000 | 1_000_000_000
  readonly format: (value: number) => string
}

/**
 * How the labels of an axis are written, for figures up to `largest` with ticks `step` apart.
 *
 * @example figureAxis(2_400_000, 500_000, 'en').format(1_500_000) // => '1.5'
 */
export function figureAxis(largest: number, step: number, language: Language): FigureAxis {
  const unit = largest >= 2e9 ? 1e9 : largest >= 2e6 ? 1e6 : largest >= 2e4 ? 1e3 : 1
  const decimals = Math.min(6, Math.max(0, -Math.floor(Math.log10(step / unit) + 1e-9)))
  return { unit, format: (value) => formatNumber(value / unit, language, decimals) }
}
