import { feature } from 'topojson-client'
import { describe, expect, test } from 'vitest'
import type { AreaFeature, Ring } from './area-feature.ts'
import { checkAreas } from './check-areas.ts'
import { lightenBoundaries } from './lighten-boundaries.ts'
import { readBoundaryJson } from './read-boundary-json.ts'
import { measureSignedAreaKm2 } from './ring-geometry.ts'
import { gridOfAreas } from './testing-areas.ts'

const about = { level: 'municipality', title: 'Test', owner: 'Test', licence: 'none' }
const read = (text: string) =>
  checkAreas(readBoundaryJson(new TextEncoder().encode(text), 'f'), {
    file: 'f',
    codeProperty: 'code',
    dissolve: true,
  }).areas

function outlines(topology: ReturnType<typeof lightenBoundaries>): Map<string, number> {
  return new Map(
    topology.objects.areas.geometries.map((geometry) => {
      const { type, coordinates } = feature(topology, geometry as never).geometry as never as {
        type: string
        coordinates: Ring[][]
      }
      return [
        String(geometry.id),
        type === 'MultiPolygon' ? measureSignedAreaKm2(coordinates.at(0)!.at(0)!) : 0,
      ]
    }),
  )
}

const ring = (x: number, size: number): Ring => [
  [x, 15],
  [x, 15 + size],
  [x + size, 15 + size],
  [x + size, 15],
  [x, 15],
]

describe('light boundaries', () => {
  test('keep every area open and clockwise however few points stay', () => {
    const areas = read(gridOfAreas(6, 5))
    for (const points of [0, 10, 100, 1e6]) {
      const sizes = outlines(lightenBoundaries(areas, { about, points }))
      expect(sizes.size).toBe(30)
      // A corner of the grid may become a triangle, half of its 10,700 km².
      for (const size of sizes.values()) expect(size).toBeLessThan(-5_000)
    }
  })

  test('grow with the points that may stay', () => {
    const areas = read(gridOfAreas(6, 5))
    const weigh = (points: number) =>
      JSON.stringify(lightenBoundaries(areas, { about, points })).length
    expect(weigh(0)).toBeLessThan(weigh(300))
    expect(weigh(300)).toBeLessThan(weigh(1e6))
  })

  test('keep a border that two areas share once', () => {
    const topology = lightenBoundaries(read(gridOfAreas(2, 1)), { about, points: 1e6 })
    const used = topology.objects.areas.geometries.flatMap((geometry) =>
      geometry.type === 'MultiPolygon' ? geometry.arcs.flat(2) : [],
    )
    expect(
      used
        .filter((arc) => arc < 0)
        .map((arc) => ~arc)
        .every((arc) => used.includes(arc)),
    ).toBe(true)
    expect(used.some((arc) => arc < 0)).toBe(true)
  })

  test('join parts that share a code, without the line between them', () => {
    const twins = read(gridOfAreas(2, 1, (area) => ({ ...area, properties: { code: 'G01' } })))
    const topology = lightenBoundaries(twins, { about, points: 1e6 })
    const [size] = outlines(topology).values()
    expect(topology.objects.areas.geometries).toHaveLength(1)
    expect(size).toBeLessThan(-23_000)
  })

  test('drop small islands of an area but never its largest', () => {
    const areas: AreaFeature[] = [
      { code: 'A', polygons: [[ring(-91, 1)], [ring(-89, 0.01)]] },
      { code: 'B', polygons: [[ring(-88, 0.02)]] },
    ]
    const { objects } = lightenBoundaries(areas, { about, points: 1e6, leastIslandKm2: 100 })
    expect(
      objects.areas.geometries.map((area) => (area.type === 'MultiPolygon' ? area.arcs.length : 0)),
    ).toEqual([1, 1])
  })

  test('turn an area into a point where rounding flattens it', () => {
    const areas: AreaFeature[] = [
      { code: 'vast', polygons: [[ring(-120, 60)]] },
      { code: 'speck', polygons: [[ring(-50, 1e-4)]] },
      { code: 'known by a point', polygons: [], point: [-40, 15] },
    ]
    const { objects, transform } = lightenBoundaries(areas, { about, points: 1e6 })
    const points = objects.areas.geometries.filter(({ type }) => type === 'Point')
    expect(points.map(({ id }) => id)).toEqual(['speck', 'known by a point'])
    const last = feature(
      { type: 'Topology', objects: {}, arcs: [], transform: transform! },
      points[1] as never,
    ).geometry as never as { coordinates: number[] }
    expect(last.coordinates[0]).toBeCloseTo(-40, 2)
  })
})
