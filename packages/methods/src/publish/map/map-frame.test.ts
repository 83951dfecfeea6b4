import { describe, expect, test } from 'vitest'
import { frameAreas, type PolygonBox } from './map-frame.ts'
import { chooseProjection } from './map-projection.ts'

const box = (
  area: string,
  west: number,
  south: number,
  east: number,
  north: number,
): PolygonBox => ({
  area,
  west,
  south,
  east,
  north,
})

const ecuador = [
  box('coast', -81, -3.4, -79, 1.4),
  box('sierra', -79.4, -5, -77.5, 1.2),
  box('oriente', -78.4, -4.9, -75.2, 0.6),
  ...Array.from({ length: 8 }, (_, i) => box(`other ${i}`, -80 + i / 2, -3, -79.4 + i / 2, -2)),
]

describe('the frame of a map', () => {
  test('leaves a far province beside the map', () => {
    const frame = frameAreas([...ecuador, box('Galápagos', -91.7, -1.4, -89.2, 0.6)])
    expect(frame.outside).toEqual(['Galápagos'])
    expect(frame.width).toBeLessThan(7)
  })

  test('leaves Hawaii and Alaska beside the other states', () => {
    const states = Array.from({ length: 48 }, (_, i) =>
      box(
        `state ${i}`,
        -124 + (i % 8) * 7,
        25 + Math.floor(i / 8) * 4,
        -117 + (i % 8) * 7,
        29 + Math.floor(i / 8) * 4,
      ),
    )
    const far = [box('Hawaii', -160.2, 18.9, -154.8, 22.2), box('Alaska', -168, 54.7, -130, 71.3)]
    expect(frameAreas([...states, ...far]).outside).toEqual(['Hawaii', 'Alaska'])
  })

  test('keeps Tobago, which is near though the frame grows by half', () => {
    const trinidad = Array.from({ length: 14 }, (_, i) =>
      box(
        `region ${i}`,
        -61.9 + (i % 4) / 4,
        10.05 + Math.floor(i / 4) / 5,
        -61.65 + (i % 4) / 4,
        10.25 + Math.floor(i / 4) / 5,
      ),
    )
    expect(frameAreas([...trinidad, box('Tobago', -60.85, 11.12, -60.52, 11.35)]).outside).toEqual(
      [],
    )
  })

  test('keeps every area where a tenth of them or more would be left beside', () => {
    const few = [
      box('GUY', -61, 1, -56.5, 8.5),
      box('CUB', -85, 19.8, -74.1, 23.2),
      box('JAM', -78.4, 17.7, -76.2, 18.5),
    ]
    expect(frameAreas(few).outside).toEqual([])
  })

  test('leaves a far islet of a province out without calling the province missing', () => {
    const frame = frameAreas([
      box('Puntarenas', -85.9, 8, -82.6, 10.3),
      box('Puntarenas', -87.1, 5.4, -87, 5.6),
      box('San José', -84.6, 9.2, -83.4, 10),
    ])
    expect(frame.outside).toEqual([])
    expect(frame.inside).toEqual([true, false, true])
  })

  test('keeps Trinidad in a map of the Caribbean and Mesoamerica', () => {
    const frame = frameAreas([
      box('MEX', -117, 14.5, -86.7, 32.7),
      box('GTM', -92.2, 13.7, -88.2, 17.8),
      box('PAN', -83, 7.2, -77.2, 9.6),
      box('CUB', -85, 19.8, -74.1, 23.2),
      box('DOM', -72, 17.5, -68.3, 19.9),
      box('TTO', -61.9, 10, -60.9, 10.8),
    ])
    expect(frame.outside).toEqual([])
    expect(frame.width).toBeCloseTo(56.1, 1)
  })

  test('keeps both halves of a country that sea parts', () => {
    const halves = [
      ...Array.from({ length: 11 }, (_, i) =>
        box(`west ${i}`, 100 + i / 3, 2 + i / 3, 100.5 + i / 3, 2.5 + i / 3),
      ),
      box('Sarawak', 109.5, 0.8, 115.7, 5),
      box('Sabah', 115.1, 4.1, 119.3, 7.4),
    ]
    expect(frameAreas(halves).outside).toEqual([])
  })

  test('crosses the antimeridian without showing the whole globe', () => {
    const frame = frameAreas([
      box('Viti Levu', 177.2, -18.3, 178.7, -17.3),
      box('Lau', -179.2, -19, -178.2, -17),
    ])
    expect(frame.width).toBeLessThan(6)
    expect(Math.abs(frame.longitude)).toBeGreaterThan(178)
  })

  test('becomes the world where areas lie all around it', () => {
    const frame = frameAreas([
      box('USA', -124, 25, -67, 49),
      box('ESP', -9, 36, 4, 44),
      box('CHN', 74, 18, 135, 53),
      box('AUS', 113, -39, 153, -11),
    ])
    expect(frame.width).toBe(360)
    expect(chooseProjection(frame).kind).toBe('equal-earth')
  })

  test('is found for thousands of polygons at once', () => {
    const boxes = Array.from({ length: 9000 }, (_, i) =>
      box(
        `area ${i % 2400}`,
        -117 + (i % 300) / 10,
        15 + Math.floor(i / 300) / 10,
        -116.9 + (i % 300) / 10,
        15.1 + Math.floor(i / 300) / 10,
      ),
    )
    const frame = frameAreas(boxes)
    expect(frame.outside).toEqual([])
    expect(frame.width).toBeCloseTo(30, 0)
  })

  test('needs an area', () => {
    expect(() => frameAreas([])).toThrow(RangeError)
  })
})

test('a country in middle latitudes gets a cone, one at the equator a plane', () => {
  const spain = { longitude: -3, latitude: 40, width: 13, south: 36, north: 44 }
  expect(chooseProjection(spain)).toMatchObject({ kind: 'conic-equal-area' })
  const ecuadorFrame = { longitude: -78, latitude: -2, width: 6, south: -5, north: 1.4 }
  expect(chooseProjection(ecuadorFrame).kind).toBe('azimuthal-equal-area')
})
