import {
  levelReference,
  monthSpan,
  type CubeDimension,
  type LevelReference,
} from '../measure/index.ts'
import { restCode } from './code-label.ts'
import type { CompanionFigures } from './companion-figures.ts'
import { countingPlace } from './rates.ts'
import { recordingDimensions, wasRecorded } from './recorded-periods.ts'
import { allowedCodes } from './resolve-table.ts'
import type { TableParts } from './table-parts.ts'

/**
 * What each figure of a table is divided by: the inhabitants of the countries that it was counted in, in
 * its year. The part of a year has the inhabitants of its year; several years together have none, since
 * a population is a stock. One country or year without a figure leaves the whole without.
 */
export function inhabitantFigures({
  cube,
  table: { query, conditions },
  domain,
  recorded,
  inhabitants = () => null,
}: TableParts): CompanionFigures {
  const { area, time } = countingPlace(cube)!
  const whoCounts = recordingDimensions(cube)?.area.id === area.id ? recorded : undefined
  const areaOf = placeIn(query.rows, query.columns, area)
  const timeOf = placeIn(query.rows, query.columns, time)
  const countries = finestCodes(area, areaOf?.reference)
  const periods = finestCodes(time, timeOf?.reference)
  const known = new Map<string, number | null>()

  /** Finest codes of a dimension under a code of one of its levels, as the conditions leave them. */
  function finestCodes(dimension: CubeDimension, level: LevelReference | undefined) {
    const allowed = allowedCodes(levelReference(dimension, 0), conditions, domain)
    const [finest, own] = [domain[dimension.id]![0]!, domain[dimension.id]![level?.depth ?? 0]!]
    const above = new Map(finest.codes.map((code, at) => [code, own.codes[own.of[at]!]!]))
    return (code: string | undefined) =>
      allowed.filter(
        (each) => !each.startsWith('_') && (code === undefined || above.get(each) === code),
      )
  }

  const sum = (country: string | undefined, period: string | undefined): number | null => {
    const within =
      period === undefined || monthSpan(period) === undefined ? periods(period) : [period]
    const years = new Set(within.map((each) => each.slice(0, 4)))
    const [year] = years
    const counted = countries(country).filter(
      (each) => whoCounts === undefined || wasRecorded(whoCounts, [each], within),
    )
    if (year === undefined || years.size > 1 || counted.length === 0) return null
    return counted.reduce<number | null>((total, each) => {
      const own = total === null ? null : inhabitants(each, year)
      return own === null ? null : total! + own
    }, 0)
  }
  const figure = (row: readonly string[] | undefined, column: readonly string[] | undefined) => {
    const codeAt = (place: ReturnType<typeof placeIn>) =>
      place === undefined ? undefined : (place.side === 'rows' ? row : column)?.[place.position]
    const [country, period] = [codeAt(areaOf), codeAt(timeOf)]
    if (country === restCode || period === restCode) return null
    const key = `${country ?? ''}\u0000${period ?? ''}`
    const found = known.get(key)
    if (found !== undefined) return found
    const figured = sum(country, period)
    known.set(key, figured)
    return figured
  }
  return {
    cell: figure,
    rowTotal: (row) => figure(row, undefined),
    columnTotal: (column) => figure(undefined, column),
    grandTotal: figure(undefined, undefined),
  }
}

function placeIn(
  rows: readonly LevelReference[],
  columns: readonly LevelReference[],
  { id }: CubeDimension,
) {
  for (const [side, references] of [
    ['rows', rows],
    ['columns', columns],
  ] as const) {
    const position = references.findIndex(({ dimension }) => dimension.id === id)
    if (position >= 0) return { side, position, reference: references[position]! }
  }
  return undefined
}
