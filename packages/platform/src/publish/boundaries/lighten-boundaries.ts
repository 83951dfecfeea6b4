import { mergeArcs, quantize } from 'topojson-client'
import { topology as joinTopology } from 'topojson-server'
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify'
import type { Feature, FeatureCollection } from 'geojson'
import type { GeometryCollection, MultiPolygon, Point, Topology } from 'topojson-specification'
import type { AreaFeature, BoundaryAbout } from './area-feature.ts'
import { keepRingsOpen } from './keep-rings-open.ts'
import { replaceCollapsedAreas } from './collapsed-areas.ts'
import { measurePolygonAreaKm2 } from './ring-geometry.ts'

/** What is served: one object `areas`, one geometry per area with its code as `id`. */
export interface BoundaryTopology extends Topology {
  objects: { areas: GeometryCollection<AreaProperties> }
  readonly about: BoundaryAbout
}

export interface AreaProperties {
  name?: string
  also?: readonly string[]
}

export interface LightenOptions {
  readonly about: BoundaryAbout
  /** Points kept at most; ends of shared lines come on top. About ten bytes each once written. */
  readonly points: number
  /** Islands of an area below this many km² go, but for the area's largest. Default 0. */
  readonly leastIslandKm2?: number
}

/**
 * One light topology of all areas: borders are kept once, however many areas share them, so that
 * simplifying (Visvalingam and Whyatt) opens no gaps between neighbours; areas that share
 * a code are one; every area that came in goes out with a visible outline.
 *
 * @see Visvalingam and Whyatt, Line generalisation by repeated elimination of points, 1993.
 */
export function lightenBoundaries(
  areas: readonly AreaFeature[],
  options: LightenOptions,
): BoundaryTopology {
  const leastKm2 = options.leastIslandKm2 ?? 0
  const drawn = areas.filter((area) => area.polygons.length > 0)
  const features = drawn.map((area) => toFeature(area, leastKm2))
  const collection: FeatureCollection = { type: 'FeatureCollection', features }
  const joined = joinTopology({ areas: collection }, 1e7) as Areas
  dissolveByCode(joined)
  const weighted = presimplify(joined, sphericalTriangleArea)
  keepRingsOpen(weighted)
  const light = simplify(weighted, weightThatKeeps(weighted, options.points))
  // Points would pass through presimplify unscaled: they join the areas only now.
  for (const area of areas)
    if (area.polygons.length === 0) light.objects.areas.geometries.push(toPoint(area))
  const box = boxOf(light)
  const written: Areas = quantize({ ...light, bbox: box }, gridFor(box))
  replaceCollapsedAreas(written)
  return {
    type: 'Topology',
    about: options.about,
    bbox: box.map((value) => Math.round(value * 1e4) / 1e4) as typeof box,
    ...(written.transform && { transform: written.transform }),
    objects: written.objects,
    arcs: written.arcs,
  }
}

type Areas = Topology<{ areas: GeometryCollection<AreaProperties> }>
type Box = [west: number, south: number, east: number, north: number]

function propertiesOf(area: AreaFeature): AreaProperties {
  return {
    ...(area.name !== undefined && { name: area.name }),
    ...(area.also && area.also.length > 0 && { also: area.also }),
  }
}

function toPoint(area: AreaFeature): Point<AreaProperties> {
  if (!area.point) throw new Error(`Area ${area.code} has neither polygon nor point.`)
  return {
    type: 'Point',
    id: area.code,
    properties: propertiesOf(area),
    coordinates: [...area.point],
  }
}

function toFeature(area: AreaFeature, leastIslandKm2: number): Feature {
  const sizes = area.polygons.map(measurePolygonAreaKm2)
  const largest = sizes.indexOf(Math.max(...sizes))
  const coordinates = area.polygons
    .filter((_, index) => index === largest || sizes[index]! >= leastIslandKm2)
    .map((rings) => rings.map((ring) => ring.map((position) => [...position])))
  return {
    type: 'Feature',
    id: area.code,
    properties: propertiesOf(area),
    geometry: { type: 'MultiPolygon', coordinates },
  }
}

function dissolveByCode(topology: Areas): void {
  const byCode = new Map<string, MultiPolygon<AreaProperties>[]>()
  for (const geometry of topology.objects.areas.geometries as MultiPolygon<AreaProperties>[]) {
    const code = String(geometry.id)
    byCode.set(code, [...(byCode.get(code) ?? []), geometry])
  }
  topology.objects.areas.geometries = [...byCode.values()].map((parts) => {
    const { id, properties } = parts[0]!
    if (parts.length === 1) return parts[0]!
    return {
      type: 'MultiPolygon',
      id: id!,
      properties: properties!,
      arcs: mergeArcs(topology, parts).arcs,
    }
  })
}

/** The least weight of a point that stays, so that about `points` points stay. */
function weightThatKeeps(topology: Topology, points: number): number {
  const weights: number[] = []
  for (const arc of topology.arcs) {
    for (const point of arc) if (Number.isFinite(point[2])) weights.push(point[2]!)
  }
  if (weights.length <= points) return 0
  weights.sort((a, b) => b - a)
  return weights[points]!
}

/** Steps of the grid that positions are rounded to: fine beside a screen of 2,000 pixels. */
function gridFor([west, south, east, north]: Box): number {
  // A set that crosses the antimeridian spans the globe on paper: its grid must be finer.
  return Math.max(east - west, north - south) > 100 ? 1e5 : 2e4
}

function boxOf(topology: Areas): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  const take = ([x = 0, y = 0]: readonly number[]) => {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  for (const arc of topology.arcs) for (const point of arc) take(point)
  for (const area of topology.objects.areas.geometries)
    if (area.type === 'Point') take(area.coordinates)
  return box
}
