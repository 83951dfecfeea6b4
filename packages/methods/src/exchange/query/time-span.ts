/** First and last day of a period, as days since 1970-01-01. */
export interface DaySpan {
  readonly first: number
  readonly last: number
}

const dayMilliseconds = 86_400_000
const gregorian =
  /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/
const reporting =
  /^(\d{4})-(A1|S[12]|T[1-3]|Q[1-4]|M(?:0[1-9]|1[0-2])|W(?:0[1-9]|[1-4]\d|5[0-3])|D(?:00[1-9]|0[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6]))$/
const ranged = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?\/P(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,4})D)?$/

/**
 * The days that a period covers: Gregorian (2020, 2020-03, 2020-03-31, with a time of day), reporting
 * (2020-A1, -S1, -T1, -Q1, -M03, -W09, -D060, the year starting on 1 January) or a range
 * (2020-01-01/P1M). Undefined where the text is none.
 *
 * @see SDMX 2.1 Technical Specifications, section 6, 4.2.14
 * @example daySpan('1970-Q1') // => { first: 0, last: 89 }
 * @example daySpan('1970-02-30') // => undefined
 */
export function daySpan(text: string): DaySpan | undefined {
  const plain = gregorian.exec(text)
  if (plain) return calendarSpan(Number(plain[1]), plain[2], plain[3])
  const period = reporting.exec(text)
  if (period) return reportingSpan(Number(period[1]), period[2]!)
  const range = ranged.exec(text)
  if (!range) return undefined
  const start = daySpan(range[1]!)
  if (!start) return undefined
  const date = new Date(start.first * dayMilliseconds)
  const end = Date.UTC(
    date.getUTCFullYear() + Number(range[2] ?? 0),
    date.getUTCMonth() + Number(range[3] ?? 0),
    date.getUTCDate() + Number(range[4] ?? 0),
  )
  return { first: start.first, last: Math.max(start.first, end / dayMilliseconds - 1) }
}

function calendarSpan(
  year: number,
  month: string | undefined,
  day: string | undefined,
): DaySpan | undefined {
  if (month === undefined) return months(year, 0, 12)
  if (day === undefined) return months(year, Number(month) - 1, 1)
  const at = utcDay(year, Number(month) - 1, Number(day))
  const date = new Date(at * dayMilliseconds)
  return date.getUTCMonth() === Number(month) - 1 ? { first: at, last: at } : undefined
}

function reportingSpan(year: number, period: string): DaySpan | undefined {
  const index = Number(period.slice(1))
  switch (period[0]) {
    case 'A':
      return months(year, 0, 12)
    case 'S':
      return months(year, (index - 1) * 6, 6)
    case 'T':
      return months(year, (index - 1) * 4, 4)
    case 'Q':
      return months(year, (index - 1) * 3, 3)
    case 'M':
      return months(year, index - 1, 1)
    case 'D': {
      const day = utcDay(year, 0, index)
      return day < utcDay(year + 1, 0, 1) ? { first: day, last: day } : undefined
    }
    default: {
      // ISO 8601: week 1 is the one with the first Thursday of the year.
      const january4 = utcDay(year, 0, 4)
      const monday = january4 - ((new Date(january4 * dayMilliseconds).getUTCDay() + 6) % 7)
      const first = monday + (index - 1) * 7
      return { first, last: first + 6 }
    }
  }
}

function months(year: number, from: number, count: number): DaySpan {
  return { first: utcDay(year, from, 1), last: utcDay(year, from + count, 1) - 1 }
}

function utcDay(year: number, month: number, day: number): number {
  const date = new Date(0)
  // Not Date.UTC: it takes the years 0 to 99 for those of the twentieth century.
  date.setUTCFullYear(year, month, day)
  return Math.round(date.getTime() / dayMilliseconds)
}
