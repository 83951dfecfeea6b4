import type { Language } from '../../vocabulary/index.ts'
import { formatNumber } from '../number-format.ts'
import type { Indicator, IndicatorInput, IndicatorValue } from './indicator.ts'
import { gap, only } from './indicator.ts'
import { sumOf } from './read-inputs.ts'

/**
 * An indicator that is a share: the sum of one input over the sum of another, times a factor. Groups are
 * thereby weighted by their denominators, as regional values are.
 */
export function simpleRate(
  about: Omit<Indicator, 'inputs' | 'measure' | 'formula'>,
  numerator: IndicatorInput,
  denominator: IndicatorInput,
  factor: number,
): Indicator {
  const quotient = (language: Language) =>
    `${numerator.meaning[language]} / ${denominator.meaning[language]} · ${formatNumber(factor, language)}`
  return {
    ...about,
    formula: {
      es: quotient('es'),
      en: quotient('en'),
      fr: quotient('fr'),
    },
    inputs: [numerator, denominator],
    measure(rows): readonly IndicatorValue[] {
      const above = sumOf(rows, numerator.column)
      const below = sumOf(rows, denominator.column)
      const missing = [
        ...(above === null ? [numerator.column] : []),
        // A denominator of zero is one that is not known.
        ...(below === null || below === 0 ? [denominator.column] : []),
      ]
      return missing.length > 0 ? gap(...missing) : only((above! / below!) * factor)
    },
  }
}
