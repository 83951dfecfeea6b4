import { readFile } from 'node:fs/promises'
import type {
  AreaFeature,
  Position,
  Ring,
} from '../../packages/platform/src/publish/boundaries/area-feature.ts'
import { windPolygon } from '../../packages/platform/src/publish/boundaries/ring-geometry.ts'

interface DepartmentTable {
  readonly countries: Readonly<
    Record<
      string,
      {
        readonly note?: Readonly<Record<string, string>>
        readonly areas: readonly {
          readonly code: string
          readonly iso?: string
          readonly local?: string
          readonly name: string
          readonly geometry: readonly string[]
          readonly point?: Position
        }[]
      }
    >
  >
}

/** As the file has it. */
interface SourceFeature extends NaturalEarthArea {
  readonly id?: string
}

interface NaturalEarthArea {
  readonly properties: {
    readonly adm1_code: string
    readonly adm0_a3: string
    readonly iso_a2: string
    readonly iso_3166_2: string | null
    readonly code_hasc: string | null
    readonly name: string | null
  }
  readonly geometry: {
    readonly type: 'Polygon' | 'MultiPolygon'
    readonly coordinates: never
  } | null
}

/** Departments of one country with the codes that the source has for them. */
export async function readDepartments(file: string): Promise<NaturalEarthArea[]> {
  const { features } = JSON.parse(await readFile(file, 'utf8')) as { features: SourceFeature[] }
  return features.flatMap((feature) => {
    const known = 'adm1_code' in feature.properties ? feature : stateOfTheUnion(feature)
    return known.geometry !== null && known.properties.name ? [known] : []
  })
}

/** The file of the United States has postal codes alone; ISO 3166-2 and HASC are made of them. */
function stateOfTheUnion(feature: SourceFeature): NaturalEarthArea {
  const postal = feature.id ?? ''
  const { name } = feature.properties
  return {
    geometry: feature.geometry,
    properties: {
      adm1_code: `USA-${postal}`,
      adm0_a3: 'USA',
      iso_a2: 'US',
      iso_3166_2: `US-${postal}`,
      code_hasc: `US.${postal}`,
      name,
    },
  }
}

/** Areas by the official table where there is one, else by the codes of the geometry itself. */
export function departmentAreas(
  features: readonly NaturalEarthArea[],
  table: DepartmentTable['countries'][string] | undefined,
): AreaFeature[] {
  return table ? areasByTable(features, table) : areasByOwnCodes(features)
}

function areasByTable(
  features: readonly NaturalEarthArea[],
  table: DepartmentTable['countries'][string],
): AreaFeature[] {
  const byId = new Map(features.map((feature) => [feature.properties.adm1_code, feature]))
  return table.areas.flatMap(({ code, iso, local, name, geometry, point }) => {
    const parts = geometry.map((id) => {
      const found = byId.get(id)
      if (!found) throw new Error(`The geometry ${id} of ${code} is not in the source.`)
      return found
    })
    const [first, ...more] = parts
    const hasc = first && more.length === 0 ? hascOf(first, features) : undefined
    const also = [iso, local, hasc].filter(
      (other) => other !== undefined && other !== code,
    ) as string[]
    if (parts.length === 0) return [{ code, name, also, polygons: [], point: point! }]
    return parts.map((part) => ({ code, name, also, polygons: polygonsOf(part) }))
  })
}

function areasByOwnCodes(features: readonly NaturalEarthArea[]): AreaFeature[] {
  return features.map((feature) => {
    const { adm1_code, iso_3166_2, name } = feature.properties
    const iso =
      /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(iso_3166_2 ?? '') && isOnly('iso_3166_2', feature, features)
    const better = [iso ? iso_3166_2 : undefined, hascOf(feature, features)]
    const [code = adm1_code, ...also] = better.filter((value) => typeof value === 'string')
    const others = code === adm1_code ? also : [...also, adm1_code]
    return { code, name: name ?? code, also: others, polygons: polygonsOf(feature) }
  })
}

/** Hierarchical administrative subdivision code, where it is one and no other area of the country has it. */
function hascOf(
  feature: NaturalEarthArea,
  features: readonly NaturalEarthArea[],
): string | undefined {
  const hasc = feature.properties.code_hasc ?? ''
  return /^[A-Z]{2}\.[A-Z0-9]{2}$/.test(hasc) && isOnly('code_hasc', feature, features)
    ? hasc
    : undefined
}

function isOnly(
  property: 'iso_3166_2' | 'code_hasc',
  feature: NaturalEarthArea,
  features: readonly NaturalEarthArea[],
): boolean {
  return features.every(
    (other) => other === feature || other.properties[property] !== feature.properties[property],
  )
}

function polygonsOf({ geometry }: NaturalEarthArea): Ring[][] {
  const polygons = geometry!.type === 'Polygon' ? [geometry!.coordinates] : geometry!.coordinates
  return (polygons as Ring[][]).map(windPolygon)
}

export type { DepartmentTable, NaturalEarthArea }
