import type { Position, Ring } from './area-feature.ts'

/** Mean radius of the Earth in kilometres. */
const earthRadiusKm = 6371.0088

/**
 * The longitudes of a ring without the leap at the antimeridian: every step is the short way
 * round, so that values may leave −180…180.
 *
 * @example unwrapLongitudes([[179, 0], [-179, 0]]) // => [179, 181]
 */
export function unwrapLongitudes(ring: Ring): number[] {
  const longitudes: number[] = []
  let previous = 0
  for (const [index, [longitude]] of ring.entries()) {
    let value = longitude
    if (index > 0) value -= 360 * Math.round((value - previous) / 360)
    longitudes.push(value)
    previous = value
  }
  return longitudes
}

/**
 * Area that a ring encloses on the sphere, in km²: positive where the ring runs counter-clockwise
 * as seen from above, negative where it runs clockwise.
 *
 * Each edge adds the strip between it and the pole, Δλ · (2 + sin φ₁ + sin φ₂) / 2.
 * @see Chamberlain and Duquette, Some algorithms for polygons on a sphere, JPL 07-03, 2007, eq. 7.
 */
export function measureSignedAreaKm2(ring: Ring): number {
  const longitudes = unwrapLongitudes(ring)
  let sum = 0
  for (let index = 1; index < ring.length; index++) {
    const step = radians(longitudes[index]! - longitudes[index - 1]!)
    sum += step * (2 + Math.sin(radians(ring[index - 1]![1])) + Math.sin(radians(ring[index]![1])))
  }
  // Counter-clockwise rings walk east along their southern side, where the strip to the pole is smaller.
  return (-sum / 2) * earthRadiusKm ** 2
}

/** The rings of a polygon as d3-geo and TopoJSON want them: the outline clockwise, holes the other way. */
export function windPolygon(rings: readonly Ring[]): Ring[] {
  return rings.map((ring, index) => {
    const clockwise = measureSignedAreaKm2(ring) < 0
    return clockwise === (index === 0) ? ring : ring.toReversed()
  })
}

/** Area of a polygon without its holes, in km². */
export function measurePolygonAreaKm2(rings: readonly Ring[]): number {
  return rings.reduce((sum, ring, index) => {
    const area = Math.abs(measureSignedAreaKm2(ring))
    return index === 0 ? area : sum - area
  }, 0)
}

/** A longitude from −180 to 180. */
export function wrapLongitude(longitude: number): number {
  if (longitude >= -180 && longitude <= 180) return longitude
  const turned = (((longitude + 180) % 360) + 360) % 360
  return turned - 180
}

/** Whether two positions are the same point. */
export function isSamePosition(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
