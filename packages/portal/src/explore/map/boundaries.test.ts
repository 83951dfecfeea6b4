import { geoArea } from 'd3-geo'
import { beforeAll, describe, expect, test } from 'vitest'
import table from '../../../../../data/boundaries/departments.json' with { type: 'json' }
import {
  departmentTopology,
  worldTopology,
} from '../../../../../scripts/boundaries/write-boundaries.ts'
import { multiPolygon, readBoundaryAreas, type BoundaryArea } from './boundary-areas.ts'

const earthRadiusKm = 6371.0088
const km2 = ({ polygons }: BoundaryArea) => geoArea(multiPolygon(polygons)) * earthRadiusKm ** 2

/** Surface in km² with inland waters, and official number of departments; see the sources in the data file. */
const countries: Readonly<Record<string, readonly [areas: number, km2: number]>> = {
  MEX: [32, 1_964_375],
  BLZ: [6, 22_966],
  GTM: [22, 108_889],
  SLV: [14, 21_041],
  HND: [18, 112_492],
  NIC: [17, 130_370],
  CRI: [7, 51_100],
  PAN: [13, 75_320],
  CUB: [16, 109_884],
  DOM: [32, 48_671],
  HTI: [10, 27_750],
  JAM: [14, 10_991],
  TTO: [15, 5_131],
  NZL: [16, 268_021],
}

describe.each(Object.entries(countries))('departments of %s', (country, [count, surface]) => {
  let areas: BoundaryArea[]
  let weight: number
  beforeAll(async () => {
    const { topology } = (await departmentTopology(country))!
    weight = JSON.stringify(topology).length
    areas = readBoundaryAreas(topology as never)
  })

  test('have every official code once, with its name and its ISO code', () => {
    const official = table.countries[country as keyof typeof table.countries].areas
    expect(official).toHaveLength(count)
    expect(areas.map(({ code }) => code).toSorted()).toEqual(
      official.map(({ code }) => code).toSorted(),
    )
    for (const { code, name, iso } of official) {
      const area = areas.find((each) => each.code === code)!
      expect(area.name).toBe(name)
      expect(area.also).toContain(iso)
    }
  })

  test('cover the country, each with a surface of its own', () => {
    const sizes = areas.map(km2)
    expect(Math.abs(sizes.reduce((sum, size) => sum + size, 0) / surface - 1)).toBeLessThan(0.05)
    const drawn = areas.filter(({ polygons }) => polygons.length > 0)
    for (const area of drawn) expect(km2(area)).toBeGreaterThan(5)
    // Panamá Oeste is known by a point alone.
    expect(areas.length - drawn.length).toBe(country === 'PAN' ? 1 : 0)
  })

  test('weigh less than a photograph', () => {
    expect(weight).toBeLessThan(60_000)
  })
})

describe('the world', () => {
  let areas: BoundaryArea[]
  beforeAll(async () => {
    areas = readBoundaryAreas((await worldTopology()) as never)
  })
  const find = (code: string) => areas.find((area) => area.code === code)!

  test('has every country and territory of ISO 3166-1 but Antarctica, and Kosovo', async () => {
    const { alpha3ByNumeric } = (await import('../../../../../data/boundaries/world.json')).default
    const codes = new Set(areas.map(({ code }) => code))
    const missing = Object.values(alpha3ByNumeric).filter((code) => !codes.has(code))
    expect(missing).toEqual(['ATA'])
    expect(codes.has('XKX')).toBe(true)
    expect(codes.size).toBe(areas.length)
  })

  test('counts overseas departments apart, as the United Nations do', () => {
    expect(km2(find('GUF'))).toBeGreaterThan(75_000)
    expect(km2(find('FRA'))).toBeLessThan(560_000)
    expect(km2(find('SJM'))).toBeGreaterThan(40_000)
    for (const code of ['GLP', 'MTQ', 'REU', 'MYT', 'BES']) {
      expect(find(code).polygons.length).toBeGreaterThan(0)
    }
  })

  test('joins what the source draws apart without a code', () => {
    expect(km2(find('CYP'))).toBeGreaterThan(8_500)
    expect(km2(find('SOM'))).toBeGreaterThan(600_000)
  })

  test('has the surface of countries right within a few per cent', () => {
    const known = { BRA: 8_515_767, GTM: 108_889, HTI: 27_750, SLV: 21_041, RUS: 17_098_246 }
    for (const [code, surface] of Object.entries(known)) {
      expect(Math.abs(km2(find(code)) / surface - 1)).toBeLessThan(0.07)
    }
  })
})
