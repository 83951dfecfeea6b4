import { beforeAll, describe, expect, test } from 'vitest'
import type { AreaValue } from '@caudal/methods/publish/map'
import {
  departmentTopology,
  worldTopology,
} from '../../../../../scripts/boundaries/write-boundaries.ts'
import { readBoundaryAreas, type BoundaryArea } from './boundary-areas.ts'
import { layoutMap, type MapLayout } from './map-layout.ts'
import { placeLabels } from './place-labels.ts'

let world: BoundaryArea[]
beforeAll(async () => {
  world = readBoundaryAreas((await worldTopology()) as never)
})

const valueOf = (code: string): AreaValue => ({ code, label: code, value: 1, whole: null })
const departments = async (country: string) =>
  readBoundaryAreas((await departmentTopology(country))!.topology as never)

function layout(areas: readonly BoundaryArea[], width: number, radius = 0): MapLayout {
  return layoutMap({
    width,
    tallest: 600,
    joined: areas.map((boundary) => ({ area: valueOf(boundary.code), boundary })),
    loose: [],
    others: [],
    world,
    reachOf: () => radius,
  })
}

describe('the layout of a map', () => {
  test('places every country of the world on the paper', () => {
    for (const width of [328, 800]) {
      const { drawn, mapHeight, insets } = layout(world, width)
      expect(drawn).toHaveLength(world.length)
      expect(insets).toEqual([])
      for (const { at } of drawn) {
        expect(at[0]).toBeGreaterThanOrEqual(0)
        expect(at[0]).toBeLessThanOrEqual(width)
        expect(at[1]).toBeGreaterThanOrEqual(0)
        expect(at[1]).toBeLessThanOrEqual(mapHeight)
      }
      expect(mapHeight).toBeLessThan(width * 0.6)
    }
  })

  test('gives small islands squares that do not cover each other', () => {
    const islands = [
      'ATG',
      'BRB',
      'DMA',
      'GRD',
      'KNA',
      'LCA',
      'VCT',
      'AIA',
      'MSR',
      'CUB',
      'JAM',
      'GUY',
    ]
    const { drawn, squareSide } = layout(
      world.filter(({ code }) => islands.includes(code)),
      328,
    )
    const squares = drawn.flatMap(({ square }) => (square ? [square] : []))
    expect(squares.length).toBeGreaterThan(6)
    expect(drawn.find(({ area }) => area.code === 'CUB')!.square).toBeUndefined()
    squares.forEach((a, index) => {
      for (const b of squares.slice(index + 1)) {
        const apart = Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]))
        expect(apart).toBeGreaterThan(squareSide)
      }
    })
  })

  test('makes room for circles at the edge', async () => {
    const { drawn, width, mapHeight } = layout(await departments('SLV'), 700, 40)
    for (const { at } of drawn) {
      expect(Math.min(at[0], width - at[0], at[1], mapHeight - at[1])).toBeGreaterThanOrEqual(39)
    }
  })

  test('draws far islands in boxes under the map', async () => {
    const { insets, drawn, height, mapHeight } = layout(await departments('ECU'), 700)
    expect(insets.map(({ area }) => area.code)).toEqual(['EC.GA'])
    expect(insets.at(0)!.outline).toMatch(/^M/)
    expect(drawn).toHaveLength(23)
    expect(height).toBeGreaterThan(mapHeight)
  })

  test('draws an area known by a point as a square in its place', async () => {
    const { drawn } = layout(await departments('PAN'), 700)
    const west = drawn.find(({ area }) => area.code === 'PA11')!
    const east = drawn.find(({ area }) => area.code === 'PA12')!
    expect(west.outline).toBeUndefined()
    expect(west.square![0]).toBeLessThan(east.at[0])
  })
})

test('labels never overlap, and the first wishes win', () => {
  const wishes = Array.from({ length: 60 }, (_, index) => ({
    code: `A${index}`,
    lines: [`Municipality ${index}`, '1 234'],
    x: (index * 37) % 300,
    y: (index * 61) % 200,
  }))
  const placed = placeLabels(wishes, [], 300, 200)
  expect(placed.at(0)!.code).toBe('A0')
  expect(placed.length).toBeGreaterThan(3)
  placed.forEach((a, index) => {
    for (const b of placed.slice(index + 1)) {
      const across = Math.abs(a.x - b.x) >= (a.width + b.width) / 2
      expect(across || Math.abs(a.y - b.y) >= 28).toBe(true)
    }
  })
})
