import { monthSpan } from '../measure/index.ts'
import { monthsOf } from './recorded-periods.ts'
import type { TableSpec } from './table.ts'

/**
 * Periods that an axis of time jumps over: those between its first and its last that have no record at all, so that
 * no table lists them. A series of every fifth year jumps over nothing in between; periods that the specification
 * does not ask for are not missing.
 *
 * @param codes periods of the axis, all of one level
 * @param dimension of the axis, as specifications name it: `time.month`
 * @example skippedPeriods(['2024-01', '2024-02', '2024-05'], [], 'time.month') // => ['2024-03', '2024-04']
 * @example skippedPeriods(['1990', '1995', '2000', '2010'], [], 'time.year') // => ['2005']
 */
export function skippedPeriods(
  codes: readonly string[],
  where: TableSpec['where'],
  dimension: string,
): string[] {
  const spans = codes.map((code) => monthSpan(code))
  const lengths = new Set(spans.map((span) => span && span[1] - span[0] + 1))
  const [length] = lengths
  if (lengths.size !== 1 || length === undefined || codes.length < 3) return []
  const firsts = spans.map((span) => span![0]).toSorted((a, b) => a - b)
  const gaps = firsts.slice(1).map((first, at) => first - firsts[at]!)
  const step = gaps.toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)]!
  if (step === 0) return []
  const isQuarter = codes[0]!.includes('Q')
  const found = gaps.flatMap((gap, at) =>
    gap % step === 0
      ? Array.from({ length: gap / step - 1 }, (_, n) =>
          codeOf(firsts[at]! + (n + 1) * step, length, isQuarter),
        )
      : [],
  )
  // an axis that is mostly holes is no series; a stray record of another century makes none
  if (found.length > codes.length || found.includes(undefined)) return []
  const [time] = dimension.split('.')
  const held = where.filter((condition) => condition.dimension.split('.')[0] === time)
  return found.flatMap((code) => (held.every((each) => asksFor(each, code!)) ? [code!] : []))
}

/** A period by its first month and its length; undefined where there is no level of that length. */
function codeOf(first: number, length: number, isQuarter: boolean): string | undefined {
  const [year, month] = [String(Math.floor(first / 12)).padStart(4, '0'), first % 12]
  if (length === 12 && month === 0) return year
  if (length === 3 && isQuarter && month % 3 === 0) return `${year}-Q${month / 3 + 1}`
  if (length === 1) return `${year}-${String(month + 1).padStart(2, '0')}`
  return undefined
}

function asksFor({ codes, range }: TableSpec['where'][number], code: string): boolean {
  const span = monthsOf(code)!
  const within = (from: string, to: string) => {
    const [first, last] = [monthsOf(from), monthsOf(to)]
    return first === undefined || last === undefined || (first[0] <= span[0] && last[1] >= span[1])
  }
  if (range !== undefined) return within(...range)
  return codes === undefined || codes.some((each) => within(each, each))
}
