import type {
  AreaFeature,
  Position,
  Ring,
} from '../../packages/platform/src/publish/boundaries/area-feature.ts'
import type { TopologyPolygons } from '../../packages/platform/src/publish/boundaries/topology-polygons.ts'

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

/**
 * Countries and territories as statistics count them, by alpha-3 code: overseas departments apart,
 * what has no polygon as a point. Antarctica is left out.
 */
export function worldAreas(
  countries: readonly TopologyPolygons[],
  table: WorldTable,
): AreaFeature[] {
  const areas = countries.flatMap(({ id, properties, polygons }) => {
    const code =
      id === undefined
        ? table.withoutNumericCode[properties['name'] as string]
        : table.alpha3ByNumeric[id]
    return code === undefined || code === 'ATA' ? [] : splitApart(code, polygons, table)
  })
  const drawn = new Set(areas.map(({ code }) => code))
  const points = Object.entries(table.points)
    .filter(([code]) => !drawn.has(code))
    .map(([code, point]) => ({ code, polygons: [], point }))
  return [...areas, ...points]
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
