import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'

/**
 * Makes sure that no ring of a weighted topology collapses when points go: a ring needs three
 * corners, and lines between two nodes bring only their ends. The heaviest inner points of
 * such lines are given infinite weight.
 */
export function keepRingsOpen(weighted: Topology): void {
  const areas = weighted.objects['areas'] as GeometryCollection
  for (const geometry of areas.geometries) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue
    for (const ring of ringsOf(geometry)) {
      // One closed line needs two more corners; two lines need one more each, should the other be straight.
      const needed = ring.length === 1 ? 2 : ring.length === 2 ? 1 : 0
      for (const arc of ring) keepHeaviest(weighted, arc < 0 ? ~arc : arc, needed)
    }
  }
}

function ringsOf(geometry: Polygon | MultiPolygon): readonly (readonly number[])[] {
  return geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat()
}

function keepHeaviest(weighted: Topology, arc: number, count: number): void {
  const inner = weighted.arcs[arc]!.slice(1, -1)
  for (let kept = 0; kept < count; kept++) {
    const left = inner.filter((point) => Number.isFinite(point[2]))
    if (left.length === 0) return
    left.reduce((heaviest, point) => (point[2]! > heaviest[2]! ? point : heaviest))[2] = Infinity
  }
}
