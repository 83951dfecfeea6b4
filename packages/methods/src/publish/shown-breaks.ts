import {
  fallsIn,
  levelReference,
  liesBetween,
  type Cube,
  type CubeDimension,
  type LevelReference,
} from '../measure/index.ts'
import { allowedCodes } from './resolve-table.ts'
import type { ShownBreak, TableParts } from './table-parts.ts'

/** What the cells of a table have to do with the breaks of its cube. */
export interface BreakMarks {
  /** Whether the figure of a cell is the first of its country after a break. */
  isFirstAfter(row: readonly string[], column: readonly string[]): boolean
  /** Whether a comparison of a cell with an earlier period reaches over a break of a country in it. */
  isOver(
    row: readonly string[] | undefined,
    column: readonly string[] | undefined,
    base: string,
    period: string,
  ): boolean
  /** The breaks that a reader of the table must know of. */
  readonly told: readonly ShownBreak[]
}

/** The dimensions by which a cube tells series of countries apart; undefined where it does not. */
export function seriesDimensions(
  cube: Cube,
): { readonly area: CubeDimension; readonly time: CubeDimension } | undefined {
  const area = cube.dimensions.find(
    ({ kind, field }) => kind === 'area' && (field === 'country' || field === 'ref_area'),
  )
  const time = cube.dimensions.find(({ kind }) => kind === 'time')
  return area && time && { area, time }
}

/**
 * Finds the breaks that concern a table. A figure of several countries is marked where it is compared over a
 * break of one of them, and by itself not at all: its note says what there is to know.
 */
export function breakMarks(parts: TableParts): BreakMarks | undefined {
  const { cube, table, domain, provenance } = parts
  const dimensions = seriesDimensions(cube)
  const breaks = provenance.breaks ?? []
  if (dimensions === undefined || breaks.length === 0) return undefined
  const { rows, columns } = table.query
  const place = (references: readonly LevelReference[], id: string, finest: boolean) =>
    references.findIndex(({ dimension, depth }) => dimension.id === id && (!finest || depth === 0))
  const [areaRow, areaColumn] = [rows, columns].map((axis) => place(axis, dimensions.area.id, true))
  const [timeRow, timeColumn] = [rows, columns].map((axis) =>
    place(axis, dimensions.time.id, false),
  )
  const area = levelReference(dimensions.area, 0)
  const held = allowedCodes(area, table.conditions, domain)
  const codeAt = (
    key: readonly string[] | undefined,
    at: number | undefined,
  ): string | undefined => (at === undefined || at < 0 ? undefined : key?.[at])
  const countriesOf = (
    row: readonly string[] | undefined,
    column: readonly string[] | undefined,
  ): readonly string[] => {
    const own = codeAt(row, areaRow) ?? codeAt(column, areaColumn)
    return own === undefined ? held : [own]
  }
  return {
    told: breaks.filter(({ country }) => held.includes(country)),
    isFirstAfter(row, column) {
      const period = codeAt(row, timeRow) ?? codeAt(column, timeColumn)
      const [country, ...others] = countriesOf(row, column)
      if (period === undefined || others.length > 0) return false
      return breaks.some((each) => each.country === country && fallsIn(each.from, period))
    },
    isOver(row, column, base, period) {
      // Compared are periods of the series, not releases of it.
      if ((codeAt(row, timeRow) ?? codeAt(column, timeColumn)) !== period) return false
      const countries = countriesOf(row, column)
      return breaks.some(
        (each) => countries.includes(each.country) && liesBetween(each.from, base, period),
      )
    },
  }
}
