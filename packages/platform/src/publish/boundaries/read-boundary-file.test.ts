import { describe, expect, test } from 'vitest'
import { Refusal } from '@caudal/methods/vocabulary'
import { topology } from 'topojson-server'
import { checkAreas, type CheckOptions } from './check-areas.ts'
import { readBoundaryJson } from './read-boundary-json.ts'
import { measureSignedAreaKm2, unwrapLongitudes } from './ring-geometry.ts'
import { gridOfAreas, type GridFeature } from './testing-areas.ts'

const file = 'areas.geojson'
const options: CheckOptions = { file, codeProperty: 'code', nameProperty: 'name' }

function take(content: string | Uint8Array, more: Partial<CheckOptions> = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return checkAreas(readBoundaryJson(bytes, file), { ...options, ...more })
}

function refusal(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

const withGeometry = (geometry: GridFeature['geometry']) =>
  gridOfAreas(2, 1, (feature, index) => (index === 1 ? { ...feature, geometry } : feature))

describe('a boundary file is refused with its reason', () => {
  test.each([
    ['empty', '', 'file-empty'],
    ['not JSON', 'code,name\nG01,Area 1\n', 'not-json'],
    ['a zip archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'not-json'],
    ['a shapefile', new Uint8Array([0, 0, 0x27, 0x0a, 0]), 'not-json'],
    ['Latin-1', new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d]), 'not-json'],
    ['cut short', gridOfAreas(3, 3).slice(0, 2000), 'file-truncated'],
    ['JSON of something else', '{"type":"Table","rows":[]}', 'not-boundaries'],
    ['a bare list', '[1, 2]', 'not-boundaries'],
    [
      'a list of numbers as features',
      '{"type":"FeatureCollection","features":[1]}',
      'not-boundaries',
    ],
    ['without areas', '{"type":"FeatureCollection","features":[]}', 'no-areas'],
    ['of points', withGeometry({ type: 'Point', coordinates: [-90, 15] }), 'geometry-wrong'],
    [
      'of lines',
      withGeometry({
        type: 'LineString',
        coordinates: [
          [-90, 15],
          [-91, 16],
        ],
      }),
      'geometry-wrong',
    ],
    [
      'in metres',
      withGeometry({
        type: 'Polygon',
        coordinates: [
          [
            [4e5, 1.6e6],
            [5e5, 1.6e6],
            [5e5, 1.7e6],
            [4e5, 1.6e6],
          ],
        ],
      }),
      'coordinates-projected',
    ],
    [
      'with latitude first, past the pole',
      withGeometry({
        type: 'Polygon',
        coordinates: [
          [
            [14, -91],
            [15, -91],
            [15, -90],
            [14, -91],
          ],
        ],
      }),
      'coordinates-projected',
    ],
    [
      'with words for positions',
      withGeometry({
        type: 'Polygon',
        coordinates: [
          [
            ['a', 'b'],
            [1, 2],
          ],
        ],
      }),
      'coordinates-broken',
    ],
    [
      'with an outline that encloses nothing',
      withGeometry({
        type: 'Polygon',
        coordinates: [
          [
            [-90, 15],
            [-89, 15],
            [-90, 15],
            [-90, 15],
          ],
        ],
      }),
      'coordinates-broken',
    ],
  ])('%s', (_name, content, code) => {
    expect(refusal(() => take(content)).code).toBe(`publish.boundaries.${code}`)
  })

  test('in a named projection, even if the numbers would pass for degrees', () => {
    const named = {
      ...JSON.parse(gridOfAreas(1, 1)),
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32615' } },
    }
    expect(refusal(() => take(JSON.stringify(named))).code).toBe(
      'publish.boundaries.coordinates-projected',
    )
    named.crs.properties.name = 'urn:ogc:def:crs:OGC:1.3:CRS84'
    expect(take(JSON.stringify(named)).areas).toHaveLength(1)
  })

  test('without the code property, saying which there are', () => {
    const said = refusal(() => take(gridOfAreas(2, 2), { codeProperty: 'ADM2_PCODE' }))
    expect(said.code).toBe('publish.boundaries.code-property-missing')
    expect(said.what('en')).toContain('code, name')
  })

  test('with areas that have no code, counting them', () => {
    const holes = gridOfAreas(3, 1, (feature, index) =>
      index > 0 ? { ...feature, properties: { code: index === 1 ? null : ' ' } } : feature,
    )
    expect(refusal(() => take(holes)).details).toMatchObject({ count: 2, position: 2 })
  })

  test('with repeated codes, naming them, unless they are to be joined', () => {
    const twins = gridOfAreas(3, 1, (feature) => ({ ...feature, properties: { code: 'G01' } }))
    expect(refusal(() => take(twins)).details['codes']).toBe('G01')
    expect(take(twins, { dissolve: true }).areas).toHaveLength(3)
  })

  test('with several layers of polygons, until one is named', () => {
    const layers = topology({
      departments: JSON.parse(gridOfAreas(1, 1)),
      towns: JSON.parse(gridOfAreas(2, 1)),
    })
    const bytes = new TextEncoder().encode(JSON.stringify(layers))
    expect(refusal(() => readBoundaryJson(bytes, file)).details['layers']).toBe(
      'departments, towns',
    )
    expect(readBoundaryJson(bytes, file, 'towns')).toHaveLength(2)
  })

  test('as TopoJSON whose arcs do not exist', () => {
    const broken = { type: 'Topology', arcs: [], objects: { a: { type: 'Polygon', arcs: [[7]] } } }
    expect(refusal(() => take(JSON.stringify(broken))).code).toBe(
      'publish.boundaries.not-boundaries',
    )
  })
})

describe('a boundary file is taken', () => {
  test('with a byte order mark, as UTF-16, as TopoJSON', () => {
    const text = gridOfAreas(2, 2)
    const utf16 = new Uint8Array(
      new Uint16Array(Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0))).buffer,
    )
    const topo = JSON.stringify(topology({ areas: JSON.parse(text) }, 1e5))
    for (const content of [`\ufeff${text}`, utf16, topo]) {
      expect(take(content).areas.map(({ code }) => code)).toEqual(['G01', 'G02', 'G03', 'G04'])
    }
  })

  test('with outlines turned clockwise, holes the other way', () => {
    const hole = [
      [-90.8, 14.2],
      [-90.8, 14.4],
      [-90.6, 14.4],
      [-90.6, 14.2],
      [-90.8, 14.2],
    ]
    const text = gridOfAreas(1, 1, (feature) => ({
      ...feature,
      geometry: {
        type: 'Polygon',
        coordinates: [(feature.geometry!.coordinates as number[][][])[0], hole],
      },
    }))
    const signs = take(text)
      .areas.at(0)!
      .polygons.at(0)!
      .map((ring) => Math.sign(measureSignedAreaKm2(ring)))
    expect(signs).toEqual([-1, 1])
  })

  test('with open outlines closed and areas without geometry left out, both counted', () => {
    const text = gridOfAreas(3, 1, (feature, index) => {
      if (index === 0) return { ...feature, geometry: null }
      const ring = (feature.geometry!.coordinates as number[][][]).at(0)!
      return index === 1
        ? { ...feature, geometry: { type: 'Polygon', coordinates: [ring.slice(0, -1)] } }
        : feature
    })
    const { areas, repairs } = take(text)
    expect(areas.map(({ code }) => code)).toEqual(['G02', 'G03'])
    expect(repairs).toMatchObject({ ringsClosed: 1, areasWithoutGeometry: 1 })
  })

  test('with longitudes up to 360, as sets around the Pacific have them', () => {
    const text = withGeometry({
      type: 'Polygon',
      coordinates: [
        [
          [178, -18],
          [182, -18],
          [182, -16],
          [178, -16],
          [178, -18],
        ],
      ],
    })
    const { areas, repairs } = take(text)
    const ring = areas.at(1)!.polygons.at(0)!.at(0)!
    expect(ring.map(([x]) => x).toSorted((a, b) => a - b)).toEqual([-178, -178, 178, 178, 178])
    expect(repairs.longitudesWrapped).toBe(2)
    // 4° by 2° near 17° south, not the rest of the globe.
    expect(Math.abs(measureSignedAreaKm2(ring))).toBeCloseTo(94_600, -3)
  })
})

test('the area of a degree at the equator is that of the sphere', () => {
  const square = [
    [0, -0.5],
    [1, -0.5],
    [1, 0.5],
    [0, 0.5],
    [0, -0.5],
  ] as const
  // 6371.0088² · (π/180) · 2 sin 0.5°
  expect(measureSignedAreaKm2(square)).toBeCloseTo(12_364.18, 0)
  expect(
    unwrapLongitudes([
      [179, 0],
      [-179, 0],
      [179, 0],
    ]),
  ).toEqual([179, 181, 179])
})
