import { escapeHtml } from '@caudal/methods/publish'
import { circleRadius } from '@caudal/methods/publish/map'
import { readBoundaryAreas, type BoundaryFile } from '../../explore/map/boundary-areas.ts'
import { layoutMap } from '../../explore/map/map-layout.ts'

/** One country of the map: its figure, said and sized, and its page. */
export interface MapCountry {
  readonly code: string
  readonly label: string
  readonly value: number | null
  readonly href: string
}

const width = 720
const tallest = 460
const largest = 34

/**
 * The countries of the region with a circle each, its area by the figure; without the countries
 * whose outline nobody has. The list beside it says the same, so that the drawing is not read out.
 */
export function renderRegionMap(
  countries: readonly MapCountry[],
  world: BoundaryFile | undefined,
): string | undefined {
  if (world === undefined) return undefined
  const boundaries = readBoundaryAreas(world)
  const find = (code: string) =>
    boundaries.find((each) => each.code === code || each.also?.includes(code))
  const joined = countries.flatMap((country) => {
    const boundary = find(country.code)
    return boundary
      ? [
          {
            area: { code: country.code, label: country.label, value: country.value, whole: null },
            boundary,
          },
        ]
      : []
  })
  if (joined.length === 0) return undefined
  const greatest = Math.max(0, ...countries.map(({ value }) => Math.abs(value ?? 0)))
  const reachOf = (code: string): number =>
    circleRadius(countries.find((each) => each.code === code)?.value ?? 0, greatest, largest)
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
  const hrefs = new Map(countries.map(({ code, href }) => [code, href]))
  const areas = layout.drawn
    .map(({ area, outline, at }) => {
      const shape = outline
        ? `<path d="${outline}"/>`
        : `<circle cx="${Math.round(at[0])}" cy="${Math.round(at[1])}" r="5"/>`
      return `<a href="${escapeHtml(hrefs.get(area.code) ?? '')}" tabindex="-1"><title>${escapeHtml(area.label)}</title>${shape}</a>`
    })
    .join('')
  const circles = layout.drawn
    .flatMap(({ area, at }) => {
      const radius = Math.round(reachOf(area.code) * 10) / 10
      return radius === 0
        ? []
        : [`<circle cx="${Math.round(at[0])}" cy="${Math.round(at[1])}" r="${radius}"/>`]
    })
    .join('')
  return `<svg class="region-map" viewBox="0 0 ${width} ${layout.mapHeight}" width="${width}" height="${layout.mapHeight}" aria-hidden="true"><path class="land" d="${layout.land}"/><g class="own">${areas}</g><g class="circles">${circles}</g></svg>`
}
