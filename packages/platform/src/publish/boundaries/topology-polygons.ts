import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Ring } from './area-feature.ts'

/** One geometry of a TopoJSON object with its polygons in degrees. */
export interface TopologyPolygons {
  readonly id: string | undefined
  readonly properties: Readonly<Record<string, unknown>>
  readonly polygons: Ring[][]
}

/** The polygons of one object of a topology, in its order and as they are wound. */
export function readTopologyPolygons(topology: Topology, object: string): TopologyPolygons[] {
  const { geometries } = topology.objects[object] as GeometryCollection<Record<string, unknown>>
  return geometries.map((geometry) => {
    const { coordinates, type } = feature(topology, geometry as never).geometry as never as
      | { readonly type: 'Polygon'; readonly coordinates: Ring[] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: Ring[][] }
    return {
      id: geometry.id === undefined ? undefined : String(geometry.id),
      properties: geometry.properties ?? {},
      polygons: type === 'Polygon' ? [coordinates] : coordinates,
    }
  })
}
