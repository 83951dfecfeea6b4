import { feature } from 'topojson-client'
import type { GeoPermissibleObjects } from 'd3-geo'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { KnownArea, PolygonBox } from '@caudal/methods/publish/map'

export type LonLat = [longitude: number, latitude: number]

/** One area as drawn: polygons with clockwise outlines, or a point where there is no polygon. */
export interface BoundaryArea extends KnownArea {
  readonly polygons: readonly LonLat[][][]
  readonly point?: LonLat
}

/** What a boundary file says of itself. */
export interface BoundaryAbout {
  readonly level: string
  readonly country?: string
  readonly title: string
  readonly owner: string
  readonly licence: string
  readonly note?: Readonly<Record<string, string>>
}

export interface BoundaryFile extends Topology {
  readonly objects: { readonly areas: GeometryCollection<{ name?: string; also?: string[] }> }
  readonly about: BoundaryAbout
}

/** The areas of a boundary file. */
export function readBoundaryAreas(file: BoundaryFile): BoundaryArea[] {
  return file.objects.areas.geometries.map((geometry) => {
    const properties: { name?: string; also?: string[] } = geometry.properties ?? {}
    const shape = feature(file, geometry as never).geometry as never as
      | { type: 'Point'; coordinates: LonLat }
      | { type: 'Polygon'; coordinates: LonLat[][] }
      | { type: 'MultiPolygon'; coordinates: LonLat[][][] }
    const known = { code: String(geometry.id), name: properties.name, also: properties.also }
    if (shape.type === 'Point') return { ...known, polygons: [], point: shape.coordinates }
    return {
      ...known,
      polygons: shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates,
    }
  })
}

/** The boxes of an area's polygons under the code the table has for it. */
export function boxesOf(area: BoundaryArea, code: string): PolygonBox[] {
  if (area.polygons.length === 0 && area.point) {
    const [x, y] = area.point
    return [{ area: code, west: x, east: x, south: y, north: y }]
  }
  return area.polygons.map(([outline]) => {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    let previous = outline![0]![0]
    for (const [longitude, latitude] of outline!) {
      // The short way round, so that an outline across the antimeridian is narrow.
      const x = longitude - 360 * Math.round((longitude - previous) / 360)
      previous = x
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, latitude)
      north = Math.max(north, latitude)
    }
    return { area: code, west, south, east, north }
  })
}

export function multiPolygon(polygons: readonly LonLat[][][]): GeoPermissibleObjects {
  return { type: 'MultiPolygon', coordinates: polygons as LonLat[][][] }
}
