import { feature } from 'topojson-client'
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification'
import { boundaryRefusals } from './refusals.ts'

/** A feature as it came: nothing of it has been checked. */
export interface RawFeature {
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: {
    readonly type: string
    readonly coordinates?: unknown
    readonly geometries?: unknown
  } | null
}

/**
 * The features of a GeoJSON or TopoJSON file.
 *
 * @param file name for messages
 * @param layer object of a TopoJSON file; needed only where several hold polygons
 * @throws Refusal where the file is no boundary file in degrees
 */
export function readBoundaryJson(content: Uint8Array, file: string, layer?: string): RawFeature[] {
  if (content.byteLength === 0) throw boundaryRefusals.refuse('file-empty', { file })
  const json = parse(decode(content, file), file)
  if (!isRecord(json)) {
    throw boundaryRefusals.refuse('not-boundaries', { file, reason: 'no object' })
  }
  refuseOtherSystems(json, file)
  switch (json['type']) {
    case 'FeatureCollection':
      return listOf(json['features']).map((entry) => toRawFeature(entry, file))
    case 'Feature':
      return [toRawFeature(json, file)]
    case 'Topology':
      return readTopology(json, file, layer)
    default:
      throw boundaryRefusals.refuse('not-boundaries', {
        file,
        reason: `type: ${textOf(json['type']).slice(0, 40) || '–'}`,
      })
  }
}

function decode(content: Uint8Array, file: string): string {
  const marks: readonly (readonly [name: string, bytes: readonly number[]])[] = [
    ['zip', [0x50, 0x4b, 0x03, 0x04]],
    ['gzip', [0x1f, 0x8b]],
    ['shapefile', [0x00, 0x00, 0x27, 0x0a]],
  ]
  for (const [reason, bytes] of marks) {
    if (bytes.every((byte, index) => content[index] === byte)) {
      throw boundaryRefusals.refuse('not-json', { file, reason })
    }
  }
  const utf16 = content[0] === 0xff && content[1] === 0xfe
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content)
  } catch {
    throw boundaryRefusals.refuse('not-json', { file, reason: 'UTF-8' })
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const end = text.trimEnd()
    // Whole boundary files start and end with a brace; one that only starts so was cut.
    if (end.trimStart().startsWith('{') && !end.endsWith('}')) {
      throw boundaryRefusals.refuse('file-truncated', { file })
    }
    const message = (error as Error).message
    if (/end of JSON|Unterminated/.test(message)) {
      throw boundaryRefusals.refuse('file-truncated', { file })
    }
    throw boundaryRefusals.refuse('not-json', { file, reason: message.slice(0, 80) })
  }
}

/** GeoJSON of 2008 may name another reference system; RFC 7946 knows WGS 84 alone. */
function refuseOtherSystems(json: Readonly<Record<string, unknown>>, file: string): void {
  const crs = json['crs']
  if (!isRecord(crs) || !isRecord(crs['properties'])) return
  const name = textOf(crs['properties']['name'])
  if (name !== '' && !/CRS84|EPSG:{1,2}(?:[\d.]*:)?4326$|WGS ?84$/i.test(name)) {
    throw boundaryRefusals.refuse('coordinates-projected', { file, sample: name.slice(0, 60) })
  }
}

function readTopology(
  json: Readonly<Record<string, unknown>>,
  file: string,
  layer?: string,
): RawFeature[] {
  const objects = isRecord(json['objects']) ? json['objects'] : {}
  const layers = Object.keys(objects).filter((name) => layer === undefined || name === layer)
  const named = layers.filter((name) => holdsPolygons(objects[name]))
  if (named.length > 1) {
    throw boundaryRefusals.refuse('several-layers', { file, layers: named.join(', ') })
  }
  const chosen = named[0] ?? layers[0]
  if (chosen === undefined) {
    throw boundaryRefusals.refuse('not-boundaries', {
      file,
      reason: layer ? `layer ${layer}` : 'objects',
    })
  }
  try {
    const result = feature(json as never as Topology, objects[chosen] as GeometryObject)
    const features = result.type === 'FeatureCollection' ? result.features : [result]
    return features.map((entry) => toRawFeature(entry, file))
  } catch (error) {
    throw boundaryRefusals.refuse('not-boundaries', {
      file,
      reason: (error as Error).message.slice(0, 80),
    })
  }
}

function holdsPolygons(object: unknown): boolean {
  if (!isRecord(object)) return false
  if (object['type'] === 'GeometryCollection') {
    return listOf((object as never as GeometryCollection).geometries).some(holdsPolygons)
  }
  return object['type'] === 'Polygon' || object['type'] === 'MultiPolygon'
}

function toRawFeature(entry: unknown, file: string): RawFeature {
  if (!isRecord(entry) || entry['type'] !== 'Feature') {
    throw boundaryRefusals.refuse('not-boundaries', { file, reason: 'features' })
  }
  const properties = isRecord(entry['properties']) ? { ...entry['properties'] } : {}
  if (entry['id'] !== undefined && !('id' in properties)) properties['id'] = entry['id']
  return { properties, geometry: isRecord(entry['geometry']) ? (entry['geometry'] as never) : null }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
