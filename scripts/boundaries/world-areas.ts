import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type {
  AreaFeature,
  Position,
  Ring,
} from '../../packages/platform/src/publish/boundaries/area-feature.ts'

export interface WorldTable {
  readonly alpha3ByNumeric: Readonly<Record<string, string>>
  readonly withoutNumericCode: Readonly<Record<string, string>>
  readonly countedApart: readonly {
    readonly code: string
    readonly within: string
    readonly boxes: readonly Box[]
  }[]
  readonly points: Readonly<Record<string, Position>>
}

type Box = readonly [west: number, south: number, east: number, north: number]

type WorldAtlas = Topology<{ countries: GeometryCollection<{ name: string }> }>

/**
 * Countries and territories as statistics count them, by alpha-3 code: overseas departments apart,
 * what has no polygon as a point. Antarctica is left out.
 */
export function worldAreas(atlas: WorldAtlas, table: WorldTable): AreaFeature[] {
  const areas = atlas.objects.countries.geometries.flatMap((geometry) => {
    const code = codeOf(geometry.id, (geometry.properties as { name: string }).name, table)
    if (code === undefined || code === 'ATA') return []
    const { coordinates, type } = feature(atlas, geometry as never).geometry as never as
      { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }
    return splitApart(code, type === 'Polygon' ? [coordinates] : coordinates, table)
  })
  const drawn = new Set(areas.map(({ code }) => code))
  const points = Object.entries(table.points)
    .filter(([code]) => !drawn.has(code))
    .map(([code, point]) => ({ code, polygons: [], point }))
  return [...areas, ...points]
}

function codeOf(
  id: string | number | undefined,
  name: string,
  table: WorldTable,
): string | undefined {
  return id === undefined ? table.withoutNumericCode[name] : table.alpha3ByNumeric[String(id)]
}

function splitApart(code: string, polygons: readonly Ring[][], table: WorldTable): AreaFeature[] {
  const byCode = new Map<string, Ring[][]>()
  for (const polygon of polygons) {
    const apart = table.countedApart.find(
      ({ within, boxes }) =>
        within === code && boxes.some((box) => polygon.at(0)!.every((at) => isIn(at, box))),
    )
    const owner = apart?.code ?? code
    byCode.set(owner, [...(byCode.get(owner) ?? []), polygon])
  }
  return [...byCode].map(([owner, parts]) => ({ code: owner, polygons: parts }))
}

function isIn([x, y]: Position, [west, south, east, north]: Box): boolean {
  return x >= west && x <= east && y >= south && y <= north
}
