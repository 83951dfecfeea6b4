/**
 * Days of the Gregorian calendar as whole numbers, day 0 being 1 January 1970: without a clock,
 * without time zones, without allocation.
 *
 * @see Hinnant, "chrono-compatible low-level date algorithms" (2013)
 */

/**
 * The number of a day.
 *
 * @example dayNumber(2020, 2, 29) // => 18321
 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/**
 * The day as one whole number year · 10000 + month · 100 + day: all three without an array.
 *
 * @example civilNumber(18321) // => 20200229
 */
export function civilNumber(day: number): number {
  const z = day + 719468
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
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return year * 10000 + month * 100 + (dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)
}

/**
 * The year of a day.
 *
 * @example yearOf(18321) // => 2020
 */
export function yearOf(day: number): number {
  return Math.floor(civilNumber(day) / 10000)
}

/**
 * The day as ISO 8601 writes it.
 *
 * @example isoDay(18321) // => '2020-02-29'
 */
export function isoDay(day: number): string {
  const civil = String(civilNumber(day)).padStart(8, '0')
  return `${civil.slice(0, 4)}-${civil.slice(4, 6)}-${civil.slice(6)}`
}

/**
 * The number of an ISO day, which must be one.
 *
 * @example dayOfIso('2020-02-29') // => 18321
 */
export function dayOfIso(iso: string): number {
  return dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))
}

/**
 * Day of the week, 0 Monday to 6 Sunday.
 *
 * @example weekday(dayNumber(2020, 2, 29)) // => 5
 */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/**
 * Completed years from a birth to a day.
 *
 * @example completedYears(dayNumber(2004, 2, 29), dayNumber(2025, 2, 28)) // => 20
 */
export function completedYears(birth: number, day: number): number {
  return Math.floor((civilNumber(day) - civilNumber(birth)) / 10000)
}

/**
 * Easter Sunday of a year: Holy Week moves the journeys of the region with it.
 *
 * @see Meeus, Astronomical Algorithms (1991), chapter 8
 * @example isoDay(easterSunday(2024)) // => '2024-03-31'
 */
export function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1)
}
