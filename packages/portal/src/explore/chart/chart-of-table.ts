import type { TableResult } from '@caudal/methods/publish'
import { periodsBetween } from '../../words/period.ts'
import { isWhole, type Coverage } from '../figure/coverage.ts'
import { lastWhole } from '../figure/finding.ts'
import type { Reading, Series } from '../figure/reading.ts'
import type { Bar, Charted, ChartNote, ChartSeries, Hue } from './chart-spec.ts'

const namedAtMost = 6
const greyLinesAtMost = 200
const barsAtMost = 30
const panelsAtMost = 6

/** The line chart of a table; undefined where time is on neither axis or nothing can be drawn. */
export function lineChart(reading: Reading, coverage?: Coverage): Charted | undefined {
  const time = overTime(reading, coverage)
  if (!time) return undefined
  const ranked = rank(reading, coverage)
  const drawn = ranked.slice(0, namedAtMost + greyLinesAtMost)
  const series = drawn.map((each, position) => time.series(each, hueOf(position, drawn.length)))
  const notes: ChartNote[] = []
  if (drawn.length > namedAtMost) {
    notes.push({ kind: 'grey-lines', count: drawn.length - namedAtMost })
  }
  if (time.provisional.some(Boolean)) notes.push({ kind: 'provisional' })
  if (series.some(({ values }) => hasGap(values))) notes.push({ kind: 'gaps' })
  return {
    spec: { kind: 'line', periods: time.periods, provisional: time.provisional, series },
    notes,
  }
}

/**
 * The bar chart of a table: columns over time where time is on an axis and the categories add up,
 * else horizontal bars in the order of the table, a panel for each of its columns.
 */
export function barChart(
  result: TableResult,
  reading: Reading,
  coverage?: Coverage,
): Charted | undefined {
  if (!reading.series.some(({ values }) => values.some((value) => value !== null))) return undefined
  if (!reading.periods) return panels(result)
  return columns(reading, coverage) ?? latestBars(reading, coverage)
}

function columns(reading: Reading, coverage: Coverage | undefined): Charted | undefined {
  const time = overTime(reading, coverage)
  const { totals } = reading
  if (!time || !totals) return undefined
  const alone = reading.series.length === 1
  const stackable =
    reading.series.every(({ values }) => values.every((value) => value === null || value >= 0)) &&
    totals.every((total) => total !== null)
  if (!alone && !stackable) return undefined

  const ranked = rank(reading, coverage)
  const named = alone ? ranked : ranked.filter(({ rest }) => !rest).slice(0, namedAtMost)
  const series = named.map((each, position) => time.series(each, hueOf(position, named.length)))
  if (named.length < reading.series.length) {
    const rest = totals.map((total, index) =>
      named.reduce((left, { values }) => left - (values[index] ?? 0), total!),
    )
    if (rest.some((value) => value < 0)) return undefined
    const all = { key: '', codes: [], label: '', said: '', statuses: [], rest: true, values: rest }
    series.push(time.series(all, 'grey'))
  }
  const notes: ChartNote[] = time.provisional.some(Boolean) ? [{ kind: 'provisional' }] : []
  return {
    spec: { kind: 'column', periods: time.periods, provisional: time.provisional, series },
    notes,
  }
}

function latestBars(reading: Reading, coverage: Coverage | undefined): Charted | undefined {
  const at = lastWhole(reading, coverage)
  if (at === undefined) return undefined
  const bars = rank(reading, coverage).map(({ label, values, rest }): Bar => ({
    label,
    value: values[at] ?? null,
    rest,
  }))
  const notes: ChartNote[] = [{ kind: 'only-period', period: reading.periods![at]! }]
  if (bars.length > barsAtMost) notes.push({ kind: 'more-bars', count: bars.length - barsAtMost })
  return {
    spec: { kind: 'bar', panels: [{ label: '', bars: bars.slice(0, barsAtMost) }] },
    notes,
  }
}

function panels(result: TableResult): Charted {
  const onRows = result.rows.length > 0
  const [barAxis, panelAxis] = onRows
    ? ([result.rows, result.columns] as const)
    : ([result.columns, result.rows] as const)
  const [barKeys, panelKeys] = onRows
    ? [result.rowKeys, result.columnKeys]
    : [result.columnKeys, result.rowKeys]
  const width = result.columnKeys.length
  const notes: ChartNote[] = []
  if (barKeys.length > barsAtMost) {
    notes.push({ kind: 'more-bars', count: barKeys.length - barsAtMost })
  }
  if (panelKeys.length > panelsAtMost) {
    notes.push({ kind: 'more-panels', count: panelKeys.length - panelsAtMost })
  }
  const drawn = panelKeys.slice(0, panelsAtMost).map((panelKey, panel) => ({
    label: nameOf(panelKey, panelAxis),
    bars: barKeys.slice(0, barsAtMost).map((key, bar): Bar => {
      const index = onRows ? bar * width + panel : panel * width + bar
      return {
        label: nameOf(key, barAxis),
        value: result.values[index] ?? null,
        rest: key.some((code) => code.startsWith('_')),
      }
    }),
  }))
  return { spec: { kind: 'bar', panels: drawn }, notes }
}

function nameOf(key: readonly string[], axis: TableResult['rows']): string {
  return key
    .map(
      (code, position) => axis[position]?.codes.find((each) => each.code === code)?.label ?? code,
    )
    .join(', ')
}

interface Timeline {
  readonly periods: readonly string[]
  readonly provisional: readonly boolean[]
  series(from: Series, hue: Hue): ChartSeries
}

function overTime(reading: Reading, coverage: Coverage | undefined): Timeline | undefined {
  const known = reading.periods
  if (!known || known.length === 0) return undefined
  const periods = periodsBetween(known[0]!, known.at(-1)!) ?? known
  const places = periods.map((code) => known.indexOf(code))
  return {
    periods,
    provisional: periods.map((code, index) => {
      const place = places[index]!
      const known = reading.series.some(({ values }) => (values[place] ?? null) !== null)
      const marked = reading.series.some(({ statuses }) => statuses[place] === 'provisional')
      return marked || (known && !isWhole(code, coverage))
    }),
    series: ({ key, label, values }, hue) => ({
      key,
      label,
      hue,
      values: places.map((place) => (place < 0 ? null : (values[place] ?? null))),
    }),
  }
}

/** Series in the order of the table where six hold them all; else the largest of the last period first. */
function rank({ periods, series }: Reading, coverage: Coverage | undefined): readonly Series[] {
  if (series.length <= namedAtMost) return series
  const at = lastWhole({ periods, series, categories: [], totals: undefined }, coverage) ?? 0
  const size = ({ values, rest }: Series): number => (rest ? -Infinity : (values[at] ?? -Infinity))
  return series.toSorted((a, b) => {
    const left = size(a)
    const right = size(b)
    return left === right ? 0 : right - left
  })
}

function hueOf(position: number, count: number): Hue {
  if (count === 1) return 'only'
  return position < namedAtMost ? ((position + 1) as Hue) : 'grey'
}

function hasGap(values: readonly (number | null)[]): boolean {
  const first = values.findIndex((value) => value !== null)
  const last = values.findLastIndex((value) => value !== null)
  return first >= 0 && values.slice(first, last).includes(null)
}
