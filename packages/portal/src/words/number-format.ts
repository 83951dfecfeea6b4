import { formatNumber } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'

const narrowSpace = '\u202f'

/**
 * A share or a change as per cent: whole from 10 % upwards, one decimal below, `<0.1` for what
 * would read as nothing.
 *
 * @param share 1 is the whole
 * @example formatPercent(0.1234, 'en') // => '12%'
 * @example formatPercent(0.0425, 'en') // => '4.3%'
 */
export function formatPercent(share: number, language: Language): string {
  const percent = roundedPercent(share)
  const sign = percentSign('%', language)
  if (percent === 0 && share !== 0) return `<${formatNumber(0.1, language, 1)}${sign}`
  return `${formatNumber(percent, language, Number.isInteger(percent) ? 0 : 1)}${sign}`
}

/**
 * A probability, or a share of a great many, as per cent to two decimals: what is hardly anything is
 * never said to be nothing, nor what is nearly all to be all.
 *
 * @example formatFinePercent(0.5, 'en') // => '50%'
 * @example formatFinePercent(0.99996, 'en') // => '>99.99%'
 */
export function formatFinePercent(share: number, language: Language): string {
  const sign = percentSign('%', language)
  const hundredths = Math.round(share * 10_000) / 100
  if (hundredths === 0 && share > 0) return `<${formatNumber(0.01, language, 2)}${sign}`
  if (hundredths === 100 && share < 1) return `>${formatNumber(99.99, language, 2)}${sign}`
  const decimals = [0, 1, 2].find((each) => Number(hundredths.toFixed(each)) === hundredths)
  return `${formatNumber(hundredths, language, decimals)}${sign}`
}

/**
 * A change with its sign, also where it grows; none for no change.
 *
 * @example formatSigned(12.34, 'en', 1) // => '+12.3'
 * @example formatSigned(-3340, 'en') // => '−3\u202f340'
 */
export function formatSigned(value: number, language: Language, decimals = 0): string {
  const size = formatNumber(Math.abs(value), language, decimals)
  if (size === formatNumber(0, language, decimals)) return size
  return `${value > 0 ? '+' : '−'}${size}`
}

/**
 * The sign of a figure that is given in per cent already; none for another unit.
 *
 * @example percentSign('%', 'en') // => '%'
 * @example percentSign('persons', 'en') // => ''
 */
export function percentSign(unit: string, language: Language): string {
  if (unit !== '%') return ''
  return language === 'en' ? '%' : `${narrowSpace}%`
}

/**
 * The figure `formatPercent` prints, so that a finding can be checked against what it says.
 *
 * @example roundedPercent(0.0425) // => 4.3
 * @example roundedPercent(0.1234) // => 12
 */
export function roundedPercent(share: number): number {
  const percent = share * 100
  const sign = Math.sign(percent)
  if (Math.abs(percent) >= 9.95) return sign * Math.round(Math.abs(percent))
  // The tiny addend undoes what binary floats take from a decimal half (4.25 is 4.2499…).
  const tenths = Math.round(Math.abs(percent) * 10 + 1e-9)
  return tenths === 0 ? 0 : (sign * tenths) / 10
}

/**
 * A number for a headline: in full below a million, then in millions.
 *
 * @example formatRound(1234567, 'en') // => '1.23\u00a0million'
 * @example formatRound(93200, 'en') // => '93\u202f200'
 */
export function formatRound(value: number, language: Language, decimals = 0): string {
  const size = Math.abs(value)
  if (size < 999_500) return formatNumber(value, language, size >= 1000 ? 0 : decimals)
  const millions = value / 1e6
  const places = Math.abs(millions) >= 99.95 ? 0 : Math.abs(millions) >= 9.995 ? 1 : 2
  return `${formatNumber(millions, language, places)}\u00a0${millionWord(millions, language)}`
}

function millionWord(millions: number, language: Language): string {
  if (language === 'en') return 'million'
  const several = Math.abs(millions) >= (language === 'fr' ? 2 : 1.005)
  if (language === 'fr') return several ? 'millions' : 'million'
  return several ? 'millones' : 'millón'
}
