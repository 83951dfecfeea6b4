import { useMemo } from 'react'
import type { AreaLevel, AreaValue } from '@caudal/methods/publish/map'
import { layoutMap, type MapLayout } from './map-layout.ts'
import type { MapScale } from './map-style.ts'
import type { JoinedAreas } from './use-area-join.ts'

/** The drawing of the areas, laid out anew only when areas, boundaries or size change, with the figures of now. */
export function useMapLayout(
  level: AreaLevel,
  series: readonly AreaValue[],
  areas: JoinedAreas,
  scale: MapScale,
  width: number,
): MapLayout | undefined {
  const { join, known, world, boundaryOf } = areas
  const drawable = scale.mark !== 'tiles' && width > 0 && join.found.size > 0
  const layout = useMemo(() => {
    if (!drawable) return undefined
    const found = new Set(join.found.values())
    return layoutMap({
      width,
      tallest: Math.max(260, Math.min(620, Math.round(width * 0.9))),
      joined: series.flatMap((area) => {
        const boundary = boundaryOf(area.code)
        return boundary ? [{ area, boundary }] : []
      }),
      loose: series.filter(({ code }) => !join.found.has(code)),
      others: level === 'country' ? [] : known.filter(({ code }) => !found.has(code)),
      world,
      reachOf: scale.reachOf,
    })
  }, [drawable, width, join, known, world, level, scale])

  return useMemo(() => {
    if (!layout) return undefined
    const now = new Map(series.map((area) => [area.code, area]))
    const update = <Drawn extends { readonly area: AreaValue }>(drawn: Drawn): Drawn => ({
      ...drawn,
      area: now.get(drawn.area.code) ?? drawn.area,
    })
    return { ...layout, drawn: layout.drawn.map(update), insets: layout.insets.map(update) }
  }, [layout, series])
}
