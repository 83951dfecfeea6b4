import { escapeHtml, formatNumber, type TableResult } from '@caudal/methods/publish'
import { circleRadius, findAreaAxis, isSpecialCode } from '@caudal/methods/publish/map'
import type { Language } from '@caudal/methods/vocabulary'
import { readBoundaryAreas, type BoundaryFile } from '../explore/map/boundary-areas.ts'
import { layoutMap } from '../explore/map/map-layout.ts'

const width = 720
const tallest = 460
const largest = 34
/** Countries below which a map says no more than the table. */
const fewest = 3

interface MapWords {
  readonly map: string
  readonly mapLegend: (largest: string) => string
  readonly mapHidden: string
}

/**
 * The countries of a table as a map that needs no script: a circle each, its area by the figure. A
 * country whose figure is hidden or missing has an outline in dashes and no circle; the table says all
 * that the map does.
 *
 * @returns undefined where the table is not of countries, or a country has several figures
 */
export function drawMap(
  result: TableResult,
  id: string,
  title: string,
  words: MapWords,
  world: BoundaryFile | undefined,
): string | undefined {
  const values = world === undefined ? undefined : countryValues(result)
  if (values === undefined || values.size < fewest) return undefined
  const boundaries = readBoundaryAreas(world!)
  const labels = new Map(
    [...result.rows, ...result.columns].flatMap(({ codes }) =>
      codes.map(({ code, label }) => [code, label] as const),
    ),
  )
  const joined = [...values].flatMap(([code, value]) => {
    const boundary = boundaries.find((each) => each.code === code || each.also?.includes(code))
    const area = { code, label: labels.get(code) ?? code, value, whole: null }
    return boundary === undefined ? [] : [{ area, boundary }]
  })
  if (joined.length < fewest) return undefined
  const greatest = Math.max(0, ...[...values.values()].map((value) => value ?? 0))
  // without a circle it would only say where the countries lie
  if (greatest === 0) return undefined
  const reachOf = (code: string) => circleRadius(values.get(code) ?? 0, greatest, largest)
  const own = new Set(joined.map(({ boundary }) => boundary))
  const layout = layoutMap({
    width,
    tallest,
    joined,
    loose: [],
    others: [],
    world: boundaries.filter((each) => !own.has(each)),
    reachOf,
  })
  const language = result.language as Language
  const say = (value: number | null) =>
    value === null ? '⊘' : formatNumber(value, language, result.measure.decimals)
  const round = (value: number) => Math.round(value * 10) / 10
  const areas = layout.drawn.map(({ area, outline, at }) => {
    const known = `<title>${escapeHtml(`${area.label}: ${say(area.value)}`)}</title>`
    const hidden = area.value === null ? ' class="hidden"' : ''
    const shape = outline
      ? `<path d="${outline}"${hidden}>${known}</path>`
      : `<circle cx="${round(at[0])}" cy="${round(at[1])}" r="5"${hidden}>${known}</circle>`
    return shape
  })
  const circles = layout.drawn.flatMap(({ area, at }) => {
    const radius = round(reachOf(area.code))
    return radius === 0 ? [] : [`<circle cx="${round(at[0])}" cy="${round(at[1])}" r="${radius}"/>`]
  })
  const name = `${words.map}: ${title}`
  const isHidden = joined.some(({ area }) => area.value === null)
  const legend = [words.mapLegend(say(greatest)), ...(isHidden ? [words.mapHidden] : [])].join(' ')
  return `<figure class="map"><svg role="img" aria-labelledby="${id}-m" viewBox="0 0 ${width} ${layout.mapHeight}" xmlns="http://www.w3.org/2000/svg"><title id="${id}-m">${escapeHtml(name)}</title><path class="land" d="${layout.land}"/><g class="own">${areas.join('')}</g><g class="circles">${circles.join('')}</g></svg><figcaption class="more">${escapeHtml(legend)}</figcaption></figure>`
}

/** The one figure of each country: of a single column, or its total; undefined where there are several. */
function countryValues(result: TableResult): Map<string, number | null> | undefined {
  const found = findAreaAxis(result)
  if (found?.level !== 'country' || result[found.axis].length !== 1) return undefined
  const isRows = found.axis === 'rows'
  const keys = isRows ? result.rowKeys : result.columnKeys
  const others = isRows ? result.columnKeys : result.rowKeys
  const totals = isRows ? result.rowTotals : result.columnTotals
  if (totals === null && others.length !== 1) return undefined
  const codes = keys.map(([code], at) => [
    code!,
    totals === null ? result.values[at]! : totals[at]!,
  ])
  return new Map((codes as [string, number | null][]).filter(([code]) => !isSpecialCode(code)))
}
