import type { NumberMeaning } from './cell-styles.ts'

const dayMilliseconds = 86_400_000
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)

/**
 * The number of a cell as the text that stands for it: a day as `2020-03-05`, a moment as
 * `2020-03-05 14:30:00`, a time of day as `14:30:00`. Serial days before March 1900 are one off,
 * because spreadsheets believe in a 29 February 1900.
 *
 * @see ECMA-376, part 1, section 18.17.4 (dates and times)
 * @example serialText('43895', 'day', false) // => '2020-03-05'
 * @example serialText('43895.604166666664', 'moment', false) // => '2020-03-05 14:30:00'
 * @example serialText('12.5', 'number', false) // => '12.5'
 */
export function serialText(text: string, meaning: NumberMeaning, from1904: boolean): string {
  if (meaning === 'number') return plainNumber(text)
  const serial = Number(text)
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return text
  const day = !from1904 && serial < 60 ? serial + 1 : serial
  const start = from1904 ? epoch1904 : epoch1900
  const moment = new Date(start + Math.round(day * 86_400) * 1000)
  const iso = moment.toISOString()
  const time = iso.slice(11, 19)
  if (meaning === 'time' && serial < 1) return time
  // A day with a time of day says so, even where its format hides it.
  const isWhole = (moment.getTime() - start) % dayMilliseconds === 0
  return isWhole && meaning === 'day' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`
}

/**
 * A number with the digits that a person typed: spreadsheets store 0.1 + 0.2 with all its bits,
 * and large or small numbers with an exponent.
 *
 * @example plainNumber('4.0599999999999996') // => '4.06'
 * @example plainNumber('1.2E3') // => '1200'
 */
export function plainNumber(text: string): string {
  if (/^-?\d{1,15}$/.test(text)) return text
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  const rounded = Number(value.toPrecision(15))
  const written = String(rounded)
  if (!written.includes('e')) return written
  return Math.abs(rounded) >= 1
    ? BigInt(Math.round(rounded)).toString()
    : rounded.toFixed(20).replace(/0+$/, '')
}
