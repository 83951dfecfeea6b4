import { yearEarlier } from '@caudal/methods/measure'
import { periodLabel, type TableResult } from '@caudal/methods/publish'
import { formatPercent, isPeriod, type ReturnsSheet } from '../../../../portal/src/release/index.ts'
import { countryName } from './countries.ts'
import type { PageCubes } from './page-cubes.ts'

const cube = 'returns'

/** Below that, per cent of a handful of people says more than it knows. */
const leastBase = 20

const breakdowns = [
  ['sex', 'rows=sex', ''],
  ['age', 'rows=age.childhood', ''],
  ['type', 'rows=return_type&sort=-total', ''],
  ['means', 'rows=return_means&sort=-total', ''],
  ['accompaniment', 'rows=accompaniment&sort=-total', ';age.majority:Y0T17'],
  ['provenance', 'rows=counterpart_country&sort=-total&top=5', ''],
  ['department', 'rows=origin_department&sort=-total&top=7', ''],
] as const

/** Months of which a country has public records of returns, in their order. */
export async function listReturnMonths(cubes: PageCubes, country: string): Promise<string[]> {
  const figure = await cubes.figure({
    id: '',
    cube,
    table: `rows=time.month&where=country:${country}`,
  })
  return (figure?.result.rowKeys ?? [])
    .flatMap(([month], row) => ((figure!.result.values[row] ?? 0) === 0 ? [] : [month!]))
    .filter(isPeriod)
    .sort()
}

/** The sheet of a month; undefined where the country has no public record of that month. */
export async function readReturnsSheet(
  cubes: PageCubes,
  country: string,
  month: string,
): Promise<ReturnsSheet | undefined> {
  const { language } = cubes
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return undefined
  const recorded = await listReturnMonths(cubes, country)
  if (!recorded.includes(month)) return undefined
  const before = yearEarlier(month)!
  const held = `country:${country};time.month:${month}`
  const [run, ...tables] = await Promise.all([
    cubes.table(cube, `rows=time.month&where=country:${country};time.month:${before}..${month}`),
    ...breakdowns.map(([, table, more]) => cubes.table(cube, `${table}&where=${held}${more}`)),
  ])
  const found = new Map(run.rowKeys.map(([key], row) => [key!, run.values[row] ?? null]))
  const months = monthsBetween(before, month).map((each) => ({
    month: each,
    value: found.has(each) ? found.get(each)! : noneIn(each, recorded),
  }))
  const total = found.get(month) ?? null
  return {
    country: { code: country, label: countryName(country, language) },
    month,
    monthLabel: periodLabel(month, language),
    total,
    change: changeOf(total, found.get(before) ?? null, before, cubes),
    months,
    panels: breakdowns.map(([id], at) => ({ id, entries: entriesOf(tables[at]!) })),
    sources: [...new Set(run.sources.map(({ owner }) => owner))],
    updatedOn: run.updatedOn === null ? '' : periodLabel(run.updatedOn, language),
    synthetic: run.synthetic,
    known: await cubes.known(cube),
  }
}

/** A month without records is one without returns only within a year that has some. */
function noneIn(month: string, recorded: readonly string[]): 0 | null {
  const isCounted =
    recorded[0]! <= month &&
    month <= recorded.at(-1)! &&
    recorded.some((each) => each.slice(0, 4) === month.slice(0, 4))
  return isCounted ? 0 : null
}

function entriesOf(result: TableResult) {
  const labels = new Map(result.rows[0]!.codes.map(({ code, label }) => [code, label]))
  return result.rowKeys
    .map(([code], row) => ({
      label: labels.get(code!) ?? code!,
      value: result.values[row] ?? null,
    }))
    .filter(({ value }) => value !== 0)
}

function changeOf(
  total: number | null,
  base: number | null,
  before: string,
  { language }: PageCubes,
): ReturnsSheet['change'] {
  if (total === null || base === null || base < leastBase) return undefined
  const change = total / base - 1
  const percent = formatPercent(Math.abs(change), language)
  const more = { es: 'más', en: 'more', fr: 'de plus' }[language]
  const less = { es: 'menos', en: 'fewer', fr: 'de moins' }[language]
  return { said: `${percent} ${change >= 0 ? more : less}`, month: periodLabel(before, language) }
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5))]
  for (let at = ''; at < last;) {
    at = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    months.push(at)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return months
}
