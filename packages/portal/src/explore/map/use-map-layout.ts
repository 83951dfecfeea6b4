import { useMemo } from 'react'
import type { AreaValue } from '@caudal/methods/publish/map'
import { layoutMap, type MapLayout } from './map-layout.ts'
import type { MapScale } from './map-style.ts'
import type { JoinedAreas } from './use-area-join.ts'

/**
 * The drawing of the areas, laid out anew only when areas, boundaries, scale or size change; then
 * the figures of now are put in.
 */
export function useMapLayout(
  series: readonly AreaValue[],
  areas: JoinedAreas,
  scale: MapScale,
  width: number,
): MapLayout | undefined {
  const { drawable, loose, others, world } = areas
  const { mark, reachOf } = scale
  const layout = useMemo(() => {
    if (mark === 'tiles' || width === 0 || drawable.length === 0) return undefined
    return layoutMap({
      width,
      tallest: Math.max(260, Math.min(620, Math.round(width * 0.9))),
      joined: drawable.map(({ area, boundary }) => ({ area: withoutFigure(area), boundary })),
      loose: loose.map(withoutFigure),
      others,
      world,
      reachOf,
    })
  }, [mark, width, drawable, loose, others, world, reachOf])

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

function withoutFigure({ code, label }: { code: string; label: string }): AreaValue {
  return { code, label, value: null, whole: null }
}
