import { geoPath } from 'd3-geo'
import type { AreaValue } from '@caudal/methods/publish/map'
import { boxesOf, multiPolygon, type BoundaryArea } from './boundary-areas.ts'
import { projectionOf } from './project.ts'

/** An area beside the map: too far away to be drawn in place, or without boundaries. */
export interface Inset {
  readonly area: AreaValue
  readonly x: number
  readonly y: number
  /** Outline within the box; absent for an area without boundaries. */
  readonly outline?: string
}

export const insetWidth = 76
export const insetHeight = 52
const labelHeight = 18
const gap = 12
/** Past that many, areas without boundaries are only counted and listed. */
const mostLoose = 24

/** Boxes in rows under the map, each area at a scale of its own. */
export function layoutInsets(
  beside: readonly { readonly area: AreaValue; readonly boundary: BoundaryArea }[],
  loose: readonly AreaValue[],
  width: number,
  top: number,
): { readonly insets: Inset[]; readonly height: number } {
  const shown: { area: AreaValue; boundary?: BoundaryArea }[] = [
    ...beside,
    ...(loose.length <= mostLoose ? loose.map((area) => ({ area })) : []),
  ]
  if (shown.length === 0) return { insets: [], height: top }
  const across = Math.max(1, Math.floor((width + gap) / (insetWidth + gap)))
  const rowHeight = insetHeight + labelHeight + gap
  const insets = shown.map(({ area, boundary }, index) => {
    const x = (index % across) * (insetWidth + gap)
    const y = top + gap + Math.floor(index / across) * rowHeight
    const outline = boundary && outlineOf(boundary, x, y)
    return { area, x, y, ...(outline && { outline }) }
  })
  return { insets, height: top + gap + Math.ceil(shown.length / across) * rowHeight }
}

function outlineOf(boundary: BoundaryArea, x: number, y: number): string | undefined {
  if (boundary.polygons.length === 0) return undefined
  const boxes = boxesOf(boundary, '')
  const largest = boxes.reduce((best, box) => (sizeOf(box) > sizeOf(best) ? box : best))
  const projection = projectionOf({
    kind: 'azimuthal-equal-area',
    longitude: (largest.west + largest.east) / 2,
    latitude: (largest.south + largest.north) / 2,
  })
  const corners = boundary.polygons.flatMap(([outline]) => outline ?? [])
  projection.fitExtent(
    [
      [x + 6, y + 6],
      [x + insetWidth - 6, y + insetHeight - 6],
    ],
    { type: 'MultiPoint', coordinates: corners },
  )
  return geoPath(projection).digits(1)(multiPolygon(boundary.polygons)) ?? undefined
}

function sizeOf(box: { west: number; east: number; south: number; north: number }): number {
  return (box.east - box.west) * (box.north - box.south)
}
