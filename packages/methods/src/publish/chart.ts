import { monthSpan } from '../measure/index.ts'
import { periodLabel } from './code-label.ts'
import { skippedPeriods } from './skipped-periods.ts'
import { isLanguage, type Language } from '../vocabulary/index.ts'
import type { CellStatus, TableResult } from './table.ts'
import { say } from './table-words.ts'

/** One mark of a chart. A missing value is a gap, never a zero. */
export interface ChartPoint {
  readonly x: string
  readonly xLabel: string
  readonly value: number | null
  readonly status?: CellStatus
}

export interface ChartSeries {
  readonly id: string
  readonly label: string
  /** Shown in colour with its label; the others in grey. */
  readonly emphasised: boolean
  readonly points: readonly ChartPoint[]
}

/** A chart without a drawing library in it: what is drawn, not how. */
export interface ChartSpec {
  readonly kind: 'bar' | 'line'
  readonly title: string
  readonly x: { readonly label: string; readonly kind: 'time' | 'category' }
  readonly y: { readonly label: string; readonly unit: string; readonly decimals: number }
  readonly series: readonly ChartSeries[]
  readonly synthetic: boolean
  readonly notes: readonly string[]
}

/** Most series that can be told apart by colour and label. */
export const maxEmphasised = 6
/** Most categories that bars can show and still be read. */
export const maxBars = 40

/**
 * The chart of a table. Periods alone on an axis run from left to right as lines; without them the
 * rows are bars, and columns are series. Periods that the table has no row of stand in their place: at zero where it was
 * counted that there was nothing, as a gap where nobody counted. Of more than six series the six greatest are emphasised;
 * of more than forty bars the first forty are kept, which a note says.
 *
 * @returns undefined for a table without cells
 */
export function chartOf(result: TableResult, kind?: ChartSpec['kind']): ChartSpec | undefined {
  if (result.values.every((value) => value === null)) return undefined
  const language = isLanguage(result.language) ? result.language : 'en'
  const timeIn = (side: 'rows' | 'columns') =>
    result[side].length === 1 && result[side][0]!.codes.every(({ code }) => monthSpan(code))
  const alongRows = timeIn('rows') || !timeIn('columns')
  const isTime = timeIn(alongRows ? 'rows' : 'columns')

  const along = axisOf(result, alongRows ? 'rows' : 'columns')
  const across = axisOf(result, alongRows ? 'columns' : 'rows')
  const notes: string[] = []
  let length = along.keys.length
  if (!isTime && length > maxBars) {
    notes.push(say('chart-cut', language, { shown: maxBars, n: length }))
    length = maxBars
  }
  const width = result.columnKeys.length
  const series = across.keys.map((_, j) => {
    const points = Array.from({ length }, (_unused, i): ChartPoint => {
      const at = alongRows ? i * width + j : j * width + i
      const status = result.statuses[at]
      return {
        x: along.ids[i]!,
        xLabel: along.labels[i]!,
        value: result.values[at] ?? null,
        ...(status && { status }),
      }
    })
    const whole = isTime ? inTheirPlace(result, along.dimension, points, language) : points
    return { id: across.ids[j]!, label: across.labels[j] || result.measure.label, points: whole }
  })
  const sizes = series.map(({ points }) => points.reduce((sum, { value }) => sum + (value ?? 0), 0))
  const greatest = new Set(
    sizes
      .map((size, index) => ({ size, index }))
      .sort((a, b) => b.size - a.size || a.index - b.index)
      .slice(0, maxEmphasised)
      .map(({ index }) => index),
  )
  return {
    kind: kind ?? (isTime && length > 1 ? 'line' : 'bar'),
    title: result.cube.title,
    x: { label: along.label, kind: isTime ? 'time' : 'category' },
    y: {
      label: result.measure.label,
      unit: result.measure.unit,
      decimals: result.measure.decimals,
    },
    series: series.map((each, index) => ({ ...each, emphasised: greatest.has(index) })),
    synthetic: result.synthetic,
    notes,
  }
}

/** The points of a series, with those of the periods between them that the table does not list. */
function inTheirPlace(
  { spec, noneIn = [] }: TableResult,
  dimension: string,
  points: readonly ChartPoint[],
  language: Language,
): readonly ChartPoint[] {
  const codes = points.map(({ x }) => x)
  const skipped = skippedPeriods(codes, spec.where, dimension)
  if (skipped.length === 0) return points
  const none = new Set(noneIn)
  const added = skipped.map((x): ChartPoint => {
    const xLabel = periodLabel(x, language)
    return none.has(x) ? { x, xLabel, value: 0 } : { x, xLabel, value: null, status: 'missing' }
  })
  return [...points, ...added].toSorted((a, b) => monthSpan(a.x)![0] - monthSpan(b.x)![0])
}

function axisOf(result: TableResult, side: 'rows' | 'columns') {
  const axes = result[side]
  const keys = side === 'rows' ? result.rowKeys : result.columnKeys
  const labels = axes.map((axis) => new Map(axis.codes.map(({ code, label }) => [code, label])))
  return {
    keys,
    label: axes.map(({ label }) => label).join(' · '),
    dimension: axes[0]?.id ?? '',
    ids: keys.map((key) => key.join('·')),
    labels: keys.map((key) =>
      key
        .map((code, index) => labels[index]!.get(code) ?? '')
        .filter((text) => text !== '')
        .join(' · '),
    ),
  }
}
