import { feature } from 'topojson-client'
import type { GeometryCollection, Polygon, Topology } from 'topojson-specification'
import type { Ring } from './area-feature.ts'
import { measureSignedAreaKm2 } from './ring-geometry.ts'

/**
 * Takes polygons out that rounding has flattened, since a flat outline encloses the whole globe
 * to d3-geo; an area that has none left becomes a point at the same place.
 */
export function replaceCollapsedAreas(topology: Topology): void {
  const areas = topology.objects['areas'] as GeometryCollection
  areas.geometries = areas.geometries.map((geometry) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return geometry
    const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs
    const open = polygons.flatMap((rings) => {
      const [outline, ...holes] = rings.map((arcs) => ({ arcs, km2: areaOf(topology, arcs) }))
      if (!outline || outline.km2 >= 0) return []
      return [[outline.arcs, ...holes.filter(({ km2 }) => km2 > 0).map(({ arcs }) => arcs)]]
    })
    if (open.length > 0) return { ...geometry, type: 'MultiPolygon', arcs: open }
    const arc = polygons[0]![0]![0]!
    const coordinates = topology.arcs[arc < 0 ? ~arc : arc]![0]!.slice(0, 2)
    const { id, properties } = geometry
    return { type: 'Point', id: id!, properties: properties!, coordinates }
  })
}

function areaOf(topology: Topology, arcs: number[]): number {
  const polygon: Polygon = { type: 'Polygon', arcs: [arcs] }
  return measureSignedAreaKm2(feature(topology, polygon).geometry.coordinates[0] as never as Ring)
}
