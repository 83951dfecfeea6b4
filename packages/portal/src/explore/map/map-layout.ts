import { geoPath, type GeoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo'
import {
  chooseProjection,
  frameAreas,
  type AreaValue,
  type MapFrame,
} from '@caudal/methods/publish/map'
import { boxesOf, multiPolygon, type BoundaryArea, type LonLat } from './boundary-areas.ts'
import { squareSide, type DrawnArea } from './drawn-area.ts'
import { layoutInsets, type Inset } from './inset-layout.ts'
import { projectionOf } from './project.ts'
import { separateSquares } from './separate-squares.ts'

export interface MapLayout {
  readonly width: number
  /** Height of the map without the insets. */
  readonly mapHeight: number
  readonly height: number
  readonly drawn: readonly DrawnArea[]
  /** Side of the squares. */
  readonly squareSide: number
  /** Areas of the boundary set that the table does not have. */
  readonly others: string
  /** Land around. */
  readonly land: string
  readonly insets: readonly Inset[]
}

export interface MapLayoutInput {
  readonly width: number
  readonly tallest: number
  /** Areas of the table with their boundary. */
  readonly joined: readonly { readonly area: AreaValue; readonly boundary: BoundaryArea }[]
  /** Areas of the table that have none. */
  readonly loose: readonly AreaValue[]
  readonly others: readonly BoundaryArea[]
  readonly world: readonly BoundaryArea[]
  /** Largest circle that an area ever gets on this map, in pixels: none may be cut at the edge. */
  readonly reachOf: (code: string) => number
}

const margin = 14
/** Outlines below this many square pixels get a square. */
const leastOutline = 14
/** Where a great many areas are small, only the smallest get one, or squares would hide the rest. */
const leastOfMany = 6
const many = 30

/** Lays the map of a table out: projection, outlines, squares of small islands, insets. */
export function layoutMap(input: MapLayoutInput): MapLayout {
  const { width, tallest, joined, others, world } = input
  const boxes = joined.flatMap(({ area, boundary }) => boxesOf(boundary, area.code))
  const frame = frameAreas(boxes)
  const inside = insidePolygons(joined, frame)
  const projection = projectionOf(chooseProjection(frame))
  const outside = new Set(frame.outside)
  const within = joined.filter(({ area }) => !outside.has(area.code))
  const target = targetOf(within, frame, inside, world)
  const edge = frame.width >= 360 ? 4 : margin
  let edges: Edges = [edge, edge, edge, edge]
  let mapHeight = fit(projection, target, width, tallest, edges)
  let places = placesOf(within, inside, projection)
  const cut = reachBeyond(within, places, width, mapHeight, input.reachOf)
  if (cut.some((beyond) => beyond > 0)) {
    edges = edges.map((own, side) => own + Math.min(width / 8, cut[side]!)) as never
    mapHeight = fit(projection, target, width, tallest, edges)
    places = placesOf(within, inside, projection)
  }
  projection.clipExtent([
    [-2, -2],
    [width + 2, mapHeight + 2],
  ])
  const path = geoPath(projection).digits(1)
  const least =
    places.filter(({ size }) => size < leastOutline).length > many ? leastOfMany : leastOutline
  const placed = within.map(({ area, boundary }, index) =>
    drawArea(area, boundary, places[index]!, path, least),
  )
  const side = squareSide(placed.filter(({ square }) => square).length, width)
  const drawn = separateSquares(placed, side, width, mapHeight)
  const beside = joined.filter(({ area }) => outside.has(area.code))
  const { insets, height } = layoutInsets(beside, input.loose, width, mapHeight)
  return {
    width,
    mapHeight,
    height,
    drawn,
    squareSide: side,
    others: path(multiPolygon(others.flatMap(({ polygons }) => polygons))) ?? '',
    land: path(multiPolygon(world.flatMap(({ polygons }) => polygons))) ?? '',
    insets,
  }
}

function insidePolygons(
  joined: MapLayoutInput['joined'],
  frame: MapFrame,
): Map<string, LonLat[][][]> {
  const inside = new Map<string, LonLat[][][]>()
  let at = 0
  for (const { area, boundary } of joined) {
    const kept = boundary.polygons.filter((_, index) => frame.inside[at + index])
    at += Math.max(boundary.polygons.length, boundary.point ? 1 : 0)
    inside.set(area.code, kept)
  }
  return inside
}

type Edges = readonly [left: number, top: number, right: number, bottom: number]
type MultiPoint = { readonly type: 'MultiPoint'; readonly coordinates: LonLat[] }

/** What must be on the map: the whole world, or what the frame has inside. */
function targetOf(
  within: MapLayoutInput['joined'],
  frame: MapFrame,
  inside: ReadonlyMap<string, LonLat[][][]>,
  world: readonly BoundaryArea[],
): MultiPoint {
  const whole = frame.width >= 360 && world.length > 0
  const polygons = whole ? world.flatMap((area) => area.polygons) : [...inside.values()].flat()
  const points = within.flatMap(({ boundary: { point } }) => (point ? [point] : []))
  const corners = polygons.flatMap(([outline]) => outline ?? [])
  const coordinates = corners.length > 0 ? [...corners, ...points] : cornersOf(frame)
  return { type: 'MultiPoint', coordinates }
}

/** Scales the projection to the width, or to the greatest height; returns the height it needs. */
function fit(
  projection: GeoProjection,
  target: MultiPoint,
  width: number,
  tallest: number,
  [left, above, right, below]: Edges,
): number {
  projection.clipExtent(null).fitExtent(
    [
      [left, above],
      [width - right, tallest - below],
    ],
    target,
  )
  const [[, top], [, bottom]] = geoPath(projection).bounds(target)
  const height = Math.min(tallest, Math.max(140, Math.ceil(bottom - top + above + below)))
  const [x, y] = projection.translate()
  projection.translate([x, y + (height + above - below - (top + bottom)) / 2])
  return height
}

/** How far circles would reach beyond each edge. */
function reachBeyond(
  within: MapLayoutInput['joined'],
  places: readonly Place[],
  width: number,
  height: number,
  reachOf: (code: string) => number,
): Edges {
  const beyond: [number, number, number, number] = [0, 0, 0, 0]
  for (const [index, { area }] of within.entries()) {
    const reach = reachOf(area.code) + 2
    const [x, y] = places[index]!.at
    const over = [reach - x, reach - y, x + reach - width, y + reach - height]
    for (const side of [0, 1, 2, 3] as const) beyond[side] = Math.max(beyond[side], over[side]!)
  }
  return beyond
}

/** A box of a degree or more, for areas that are points. */
function cornersOf({ longitude, latitude, width, south, north }: MapFrame): LonLat[] {
  const across = Math.max(1, width) / 2
  const along = Math.max(1, north - south) / 2
  return [
    [longitude - across, latitude - along],
    [longitude + across, latitude + along],
  ]
}

interface Place {
  readonly at: readonly [x: number, y: number]
  /** Surface of the largest polygon in square pixels; 0 for a point. */
  readonly size: number
}

/** The middle of the largest polygon of each area. */
function placesOf(
  within: MapLayoutInput['joined'],
  inside: ReadonlyMap<string, LonLat[][][]>,
  projection: GeoProjection,
): Place[] {
  const path = geoPath(projection)
  return within.map(({ area, boundary }) => {
    const polygons = inside.get(area.code) ?? []
    if (polygons.length === 0) return { at: projection(boundary.point!) ?? [0, 0], size: 0 }
    const parts = polygons.map((rings) => {
      const shape: GeoPermissibleObjects = { type: 'Polygon', coordinates: rings }
      return { size: path.area(shape), shape }
    })
    const { shape, size } = parts.reduce((best, part) => (part.size > best.size ? part : best))
    const middle = path.centroid(shape)
    const at = Number.isFinite(middle[0]) ? middle : (projection(polygons[0]![0]![0]!) ?? [0, 0])
    return { at, size }
  })
}

function drawArea(
  area: AreaValue,
  boundary: BoundaryArea,
  { at, size }: Place,
  path: GeoPath,
  least: number,
): DrawnArea {
  if (boundary.polygons.length === 0) return { area, at, square: at }
  const outline = path(multiPolygon(boundary.polygons)) ?? ''
  return { area, outline, at, ...(size < least && { square: at }) }
}
