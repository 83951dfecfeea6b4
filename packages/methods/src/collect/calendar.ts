/**
 * Days of the proleptic Gregorian calendar as ISO text (`YYYY-MM-DD`), counted without a clock
 * and without time zones.
 */

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/

/** Number of days since 1 January 1970. Algorithm: Hinnant, "chrono-compatible low-level date algorithms", days_from_civil. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function civilFromDays(days: number): readonly [year: number, month: number, day: number] {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day]
}

/**
 * The ISO date of a year, month and day, or null where the calendar has no such day.
 *
 * @example dateOf(2024, 2, 29) // => '2024-02-29'
 * @example dateOf(2023, 2, 29) // => null
 */
export function dateOf(year: number, month: number, day: number): string | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null
  if (month < 1 || month > 12 || day < 1) return null
  const [y, m, d] = civilFromDays(daysFromCivil(year, month, day))
  if (y !== year || m !== month || d !== day) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * Whether a text is a day of the calendar written YYYY-MM-DD.
 *
 * @example isDate('2023-02-31') // => false
 */
export function isDate(text: string): boolean {
  const parts = isoDay.exec(text)
  return parts !== null && dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null
}

function dayNumber(date: string): number {
  return daysFromCivil(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)),
    Number(date.slice(8, 10)),
  )
}

/**
 * Days from one date to another; negative where `to` comes first.
 *
 * @example daysBetween('2024-02-28', '2024-03-01') // => 2
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * Birthdays reached from `from` to `to`; a 29 February is reached on 1 March in common years.
 *
 * @example completedYears('2004-02-29', '2025-02-28') // => 20
 * @example completedYears('2004-02-29', '2025-03-01') // => 21
 */
export function completedYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5, 10) < from.slice(5, 10) ? years - 1 : years
}

/**
 * First day of an SDMX time period, or null where the text is none. Weeks are those of ISO 8601,
 * from Monday. Years from 1000 to 2999.
 *
 * @see SDMX 2.1, section 6, "Reporting Time Period" and "Gregorian Time Period"
 * @example periodStart('2020-Q3') // => '2020-07-01'
 * @example periodStart('2021-W01') // => '2021-01-04'
 * @example periodStart('2020-13') // => null
 */
export function periodStart(period: string): string | null {
  if (/^[12]\d{3}$/.test(period)) return `${period}-01-01`
  if (/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(period)) return `${period}-01`
  const year = Number(period.slice(0, 4))
  const number = Number(period.slice(6))
  if (/^[12]\d{3}-Q[1-4]$/.test(period)) return dateOf(year, number * 3 - 2, 1)
  if (/^[12]\d{3}-S[12]$/.test(period)) return dateOf(year, number * 6 - 5, 1)
  if (/^[12]\d{3}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(period)) {
    const fourthOfJanuary = daysFromCivil(year, 1, 4)
    // 1 January 1970 was a Thursday: day number 0 has ISO weekday 4.
    const weekday = ((((fourthOfJanuary + 3) % 7) + 7) % 7) + 1
    return dateOf(...civilFromDays(fourthOfJanuary - weekday + 1 + 7 * (number - 1)))
  }
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(period) && isDate(period) ? period : null
}
