/**
 * Time periods as SDMX writes them: 2020, 2020-S1, 2020-Q1, 2020-03, 2020-03-31. Periods of one
 * granularity sort as text.
 *
 * @see SDMX 3.0 Technical Specifications, section 6, "Observational time period"
 */
export interface Period {
  readonly kind: 'year' | 'half' | 'quarter' | 'month' | 'day'
  readonly year: number
  /** Months of the period, 1 to 12. */
  readonly firstMonth: number
  readonly lastMonth: number
}

const written = /^(\d{4})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?))?$/

/**
 * Reads a period; undefined where the text is none.
 *
 * @example parsePeriod('2020-Q2') // => { kind: 'quarter', year: 2020, firstMonth: 4, lastMonth: 6 }
 * @example parsePeriod('2020-13') // => undefined
 */
export function parsePeriod(text: string): Period | undefined {
  const match = written.exec(text)
  if (!match) return undefined
  const [, year, half, quarter, month, day] = match
  const of = Number(year)
  if (half) return periodOf('half', of, Number(half), 6)
  if (quarter) return periodOf('quarter', of, Number(quarter), 3)
  if (month) return periodOf(day ? 'day' : 'month', of, Number(month), 1)
  return periodOf('year', of, 1, 12)
}

const periodOf = (kind: Period['kind'], year: number, index: number, months: number): Period => ({
  kind,
  year,
  firstMonth: (index - 1) * months + 1,
  lastMonth: index * months,
})

/**
 * The coarser period that a period lies in; undefined where it lies in none (a year is in no
 * quarter) or the text is no period.
 *
 * @example coarsenPeriod('2020-05', 'quarter') // => '2020-Q2'
 * @example coarsenPeriod('2020', 'month') // => undefined
 */
export function coarsenPeriod(
  text: string,
  kind: 'year' | 'quarter' | 'month',
): string | undefined {
  const period = parsePeriod(text)
  if (!period) return undefined
  const year = String(period.year).padStart(4, '0')
  if (kind === 'year') return year
  const months = kind === 'quarter' ? 3 : 1
  const index = Math.ceil(period.firstMonth / months)
  if (Math.ceil(period.lastMonth / months) !== index) return undefined
  return kind === 'quarter' ? `${year}-Q${index}` : `${year}-${String(index).padStart(2, '0')}`
}

/**
 * Months since the start of the year 0, first and last of a period: what makes periods of
 * different granularity comparable. Undefined where the text is no period.
 *
 * @example monthSpan('2020-Q1') // => [24240, 24242]
 */
export function monthSpan(text: string): readonly [first: number, last: number] | undefined {
  const period = parsePeriod(text)
  if (!period) return undefined
  const start = period.year * 12 - 1
  return [start + period.firstMonth, start + period.lastMonth]
}
