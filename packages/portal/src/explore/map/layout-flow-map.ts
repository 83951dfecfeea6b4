import { geoPath } from 'd3-geo'
import { chooseProjection, frameAreas } from '@caudal/methods/publish/map'
import type { Corridor } from '@caudal/methods/publish/views'
import { textWidth } from '../chart/chart-text.ts'
import { boxesOf, multiPolygon, type BoundaryArea, type LonLat } from './boundary-areas.ts'
import { projectionOf } from './project.ts'
import type { JoinedAreas } from './use-area-join.ts'

export interface FlowMapLayout {
  readonly height: number
  readonly land: string
  /** Outlines of the places that a corridor ends in. */
  readonly ends: string
  /** Where the arrows of a place start and end. Pixels. */
  at(code: string): readonly [x: number, y: number]
  /** Names of the places that have room for one, those of the greatest corridors first. */
  readonly names: readonly {
    readonly code: string
    readonly label: string
    readonly x: number
    readonly y: number
    readonly anchor: 'start' | 'end'
  }[]
}

/** Lays out a map that holds both ends of every corridor. */
export function layoutFlowMap(
  corridors: readonly Corridor[],
  { drawable, world }: JoinedAreas,
  width: number,
): FlowMapLayout {
  const wanted = new Set(corridors.flatMap(({ from, to }) => [from.code, to.code]))
  const ends = drawable.filter(({ area }) => wanted.has(area.code))
  const frame = frameAreas(ends.flatMap(({ area, boundary }) => boxesOf(boundary, area.code)))
  const projection = projectionOf(chooseProjection(frame))
  const corners = ends.flatMap(({ boundary }) => cornersOf(boundary))
  const target = { type: 'MultiPoint' as const, coordinates: corners }
  const tallest = Math.round(Math.min(640, Math.max(280, width * 0.75)))
  projection.fitExtent(
    [
      [18, 18],
      [width - 18, tallest - 18],
    ],
    target,
  )
  const [[, top], [, bottom]] = geoPath(projection).bounds(target)
  const height = Math.min(tallest, Math.max(220, Math.ceil(bottom - top + 36)))
  const [x, y] = projection.translate()
  projection.translate([x, y + (height - (top + bottom)) / 2])
  projection.clipExtent([
    [-2, -2],
    [width + 2, height + 2],
  ])
  const path = geoPath(projection).digits(1)
  const places = new Map(
    ends.map(({ area, boundary }) => [area.code, middleOf(boundary, path, projection)]),
  )
  const at = (code: string): readonly [number, number] => places.get(code) ?? [0, 0]
  return {
    height,
    land: path(multiPolygon(world.flatMap(({ polygons }) => polygons))) ?? '',
    ends: path(multiPolygon(ends.flatMap(({ boundary }) => boundary.polygons))) ?? '',
    at,
    names: nameEnds(corridors, at, width, height),
  }
}

/** Corners of the largest polygon: far islands must not shrink the map. */
function cornersOf({ polygons, point }: BoundaryArea): LonLat[] {
  if (polygons.length === 0) return point ? [point] : []
  return polygons.reduce((best, rings) =>
    (rings[0]?.length ?? 0) > (best[0]?.length ?? 0) ? rings : best,
  )[0]!
}

function middleOf(
  boundary: BoundaryArea,
  path: ReturnType<typeof geoPath>,
  projection: ReturnType<typeof projectionOf>,
): readonly [number, number] {
  const middle = boundary.point
    ? projection(boundary.point)
    : path.centroid({ type: 'Polygon', coordinates: [cornersOf(boundary)] })
  return middle && Number.isFinite(middle[0]) ? middle : [0, 0]
}

function nameEnds(
  corridors: readonly Corridor[],
  at: (code: string) => readonly [number, number],
  width: number,
  height: number,
): FlowMapLayout['names'] {
  const names: FlowMapLayout['names'][number][] = []
  const taken: (readonly [left: number, top: number, right: number, bottom: number])[] = []
  const seen = new Set<string>()
  for (const place of corridors.flatMap(({ from, to }) => [to, from])) {
    if (seen.has(place.code)) continue
    seen.add(place.code)
    const [x, y] = at(place.code)
    const long = textWidth(place.label)
    for (const anchor of ['start', 'end'] as const) {
      const left = anchor === 'start' ? x + 7 : x - 7 - long
      const box = [left, y - 9, left + long, y + 9] as const
      const inside = left >= 0 && left + long <= width && y >= 9 && y <= height - 9
      const free = taken.every(
        (other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3],
      )
      if (!inside || !free) continue
      taken.push(box)
      names.push({ ...place, x: anchor === 'start' ? x + 7 : x - 7, y, anchor })
      break
    }
  }
  return names
}
