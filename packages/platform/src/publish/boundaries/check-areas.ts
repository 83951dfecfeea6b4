import type { AreaFeature, Ring } from './area-feature.ts'
import { mostAreas } from './boundary-limits.ts'
import type { RawFeature } from './read-boundary-json.ts'
import { boundaryRefusals } from './refusals.ts'
import {
  isSamePosition,
  measureSignedAreaKm2,
  windPolygon,
  wrapLongitude,
} from './ring-geometry.ts'

export interface CheckOptions {
  readonly file: string
  readonly codeProperty: string
  readonly nameProperty?: string | undefined
  /** Features that share a code are parts of one area. */
  readonly dissolve?: boolean | undefined
}

/** What was put right without asking, in numbers of rings or areas. */
export interface Repairs {
  ringsClosed: number
  ringsDropped: number
  longitudesWrapped: number
  areasWithoutGeometry: number
}

/**
 * Features as areas: every one a polygon in degrees with a code of its own, outlines clockwise.
 *
 * @throws Refusal naming the first thing that is not so
 */
export function checkAreas(
  features: readonly RawFeature[],
  options: CheckOptions,
): { readonly areas: AreaFeature[]; readonly repairs: Repairs } {
  const { file } = options
  if (features.length === 0) throw boundaryRefusals.refuse('no-areas', { file })
  if (features.length > mostAreas) {
    throw boundaryRefusals.refuse('too-many-areas', {
      file,
      areas: features.length,
      limit: mostAreas,
    })
  }
  const codes = checkCodes(features, options)
  const repairs: Repairs = {
    ringsClosed: 0,
    ringsDropped: 0,
    longitudesWrapped: 0,
    areasWithoutGeometry: 0,
  }
  const areas = features.flatMap((feature, index) => {
    if (feature.geometry === null) {
      repairs.areasWithoutGeometry += 1
      return []
    }
    const polygons = polygonsOf(feature.geometry, index + 1, file).map((rings) =>
      checkPolygon(rings, index + 1, file, repairs),
    )
    const name = options.nameProperty && feature.properties[options.nameProperty]
    const open = polygons.filter((rings) => rings.length > 0)
    if (open.length === 0) {
      throw boundaryRefusals.refuse('coordinates-broken', {
        file,
        position: index + 1,
        reason: codes[index]!,
      })
    }
    return [
      {
        code: codes[index]!,
        ...(typeof name === 'string' && name.trim() !== '' && { name: name.trim() }),
        polygons: open,
      },
    ]
  })
  if (areas.length === 0) throw boundaryRefusals.refuse('no-areas', { file })
  return { areas, repairs }
}

function checkCodes(features: readonly RawFeature[], options: CheckOptions): string[] {
  const { file, codeProperty } = options
  if (features.every(({ properties }) => !(codeProperty in properties))) {
    const found = [
      ...new Set(features.slice(0, 50).flatMap(({ properties }) => Object.keys(properties))),
    ]
    throw boundaryRefusals.refuse('code-property-missing', {
      file,
      property: codeProperty,
      found: found.slice(0, 30).join(', ') || '–',
    })
  }
  const codes = features.map(({ properties }) => {
    const value = properties[codeProperty]
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  })
  const without = codes.flatMap((code, index) => (code === '' ? [index + 1] : []))
  if (without.length > 0) {
    throw boundaryRefusals.refuse('code-missing', {
      file,
      property: codeProperty,
      count: without.length,
      position: without[0]!,
    })
  }
  const times = new Map<string, number>()
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1)
  const repeated = [...times.keys()].filter((code) => times.get(code)! > 1)
  if (repeated.length > 0 && !options.dissolve) {
    const shown =
      repeated.slice(0, 5).join(', ') + (repeated.length > 5 ? ` … (${repeated.length})` : '')
    throw boundaryRefusals.refuse('codes-repeated', { file, codes: shown })
  }
  return codes
}

function polygonsOf(
  geometry: NonNullable<RawFeature['geometry']>,
  position: number,
  file: string,
): unknown[][] {
  const { type, coordinates, geometries } = geometry
  if (type === 'Polygon' && Array.isArray(coordinates)) return [coordinates]
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinates as unknown[][]
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    return geometries.flatMap((part) => polygonsOf(part as never, position, file))
  }
  throw boundaryRefusals.refuse('geometry-wrong', {
    file,
    position,
    kind: type.slice(0, 30),
  })
}

/** The rings that enclose something, wound for drawing; none where the outline itself is flat. */
function checkPolygon(rings: unknown, position: number, file: string, repairs: Repairs): Ring[] {
  if (!Array.isArray(rings) || rings.length === 0) {
    throw boundaryRefusals.refuse('coordinates-broken', { file, position, reason: '[]' })
  }
  const checked: Ring[] = []
  for (const [index, raw] of rings.entries()) {
    const ring = checkRing(raw, position, file, repairs)
    if (ring.length >= 4 && Math.abs(measureSignedAreaKm2(ring)) > 1e-9) checked.push(ring)
    else {
      repairs.ringsDropped += 1
      if (index === 0) return []
    }
  }
  return windPolygon(checked)
}

function checkRing(raw: unknown, position: number, file: string, repairs: Repairs): Ring {
  if (!Array.isArray(raw)) {
    throw boundaryRefusals.refuse('coordinates-broken', { file, position, reason: 'ring' })
  }
  const ring: [number, number][] = []
  for (const at of raw as unknown[]) {
    const [x, y] = Array.isArray(at) ? (at as unknown[]) : []
    if (
      typeof x !== 'number' ||
      typeof y !== 'number' ||
      !Number.isFinite(x) ||
      !Number.isFinite(y)
    ) {
      throw boundaryRefusals.refuse('coordinates-broken', {
        file,
        position,
        reason: JSON.stringify(at ?? null).slice(0, 40),
      })
    }
    // Sets around the Pacific count longitudes up to 360.
    if (Math.abs(y) > 90.000001 || x < -180.000001 || x > 360.000001) {
      throw boundaryRefusals.refuse('coordinates-projected', { file, sample: `${x}, ${y}` })
    }
    const longitude = wrapLongitude(Math.max(-180, x))
    if (x > 180) repairs.longitudesWrapped += 1
    ring.push([longitude, Math.max(-90, Math.min(90, y))])
  }
  if (ring.length > 2 && !isSamePosition(ring[0]!, ring.at(-1)!)) {
    ring.push([...ring[0]!])
    repairs.ringsClosed += 1
  }
  return ring
}
