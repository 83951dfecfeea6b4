/**
 * What a chart shows, as plain figures: the only thing the drawing code knows. A finding, a
 * summary and a drawing are made from the same reading of the same table.
 */
export type ChartSpec = LineChart | ColumnChart | BarChart

/** Hue of a series: its place among the six, alone, or grey for all that is not named. */
export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 'only' | 'grey'

export interface ChartSeries {
  readonly key: string
  readonly label: string
  readonly hue: Hue
  /** One figure a period; null is a gap, never a zero. */
  readonly values: readonly (number | null)[]
}

interface OverTime {
  /** Every period from the first to the last, those without a figure included. */
  readonly periods: readonly string[]
  /** Whether the figures of a period are provisional or the period is not over in the data. */
  readonly provisional: readonly boolean[]
  readonly series: readonly ChartSeries[]
}

export interface LineChart extends OverTime {
  readonly kind: 'line'
}

/** Columns over time from a zero baseline; several series are stacked and add up to the total. */
export interface ColumnChart extends OverTime {
  readonly kind: 'column'
}

export interface Bar {
  readonly label: string
  readonly value: number | null
  /** Not a category of its own: unknown, other, what `top` added up. */
  readonly rest: boolean
}

/** Horizontal bars, one panel a column of the table, all on the same scale. */
export interface BarChart {
  readonly kind: 'bar'
  readonly panels: readonly { readonly label: string; readonly bars: readonly Bar[] }[]
}

/** What a reader is told beside the drawing. */
export type ChartNote =
  | { readonly kind: 'grey-lines'; readonly count: number }
  | { readonly kind: 'provisional' }
  | { readonly kind: 'gaps' }
  | { readonly kind: 'more-bars'; readonly count: number }
  | { readonly kind: 'more-panels'; readonly count: number }
  | { readonly kind: 'only-period'; readonly period: string }

export interface Charted {
  readonly spec: ChartSpec
  readonly notes: readonly ChartNote[]
}
