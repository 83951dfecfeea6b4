import type { Language } from '../vocabulary/index.ts'

/** Narrow no-break space: the thousands mark of the International System of Units. */
const thousands = '\u202f'

/**
 * A figure as readers of a language write it: thousands parted by a narrow no-break space, decimal
 * comma in Spanish and French, decimal point in English, a true minus sign.
 *
 * @param decimals digits after the mark, from 0 to 20
 * @see Bureau international des poids et mesures (2019), The International System of Units, 5.4.4
 * @example formatNumber(3064091, 'es') // => '3\u202f064\u202f091'
 * @example formatNumber(-1.5, 'fr', 1) // => '−1,5'
 */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  const text = fraction ? `${grouped}${language === 'en' ? '.' : ','}${fraction}` : grouped
  return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text
}
