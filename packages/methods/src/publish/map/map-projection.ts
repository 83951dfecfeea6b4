import type { MapFrame } from './map-frame.ts'

/** An equal-area projection, so that no country looks larger than it is. Angles in degrees. */
export type MapProjection =
  | { readonly kind: 'equal-earth'; readonly longitude: number }
  | {
      readonly kind: 'conic-equal-area'
      readonly longitude: number
      readonly latitude: number
      readonly parallels: readonly [south: number, north: number]
    }
  | {
      readonly kind: 'azimuthal-equal-area'
      readonly longitude: number
      readonly latitude: number
    }

/**
 * The projection of a frame: Equal Earth for the world and very wide frames; Albers' conic in
 * middle latitudes, its parallels a sixth within the frame; Lambert's azimuthal elsewhere.
 *
 * @see Šavrič, Patterson and Jenny, The Equal Earth map projection, 2018; Snyder, Map Projections:
 * A Working Manual, USGS 1395, 1987, p. 33-35 on choice, p. 99 on the parallels
 * @example chooseProjection({ longitude: -90, latitude: 15, width: 6, south: 12, north: 18 }).kind // => 'azimuthal-equal-area'
 */
export function chooseProjection(
  frame: Pick<MapFrame, 'longitude' | 'latitude' | 'width' | 'south' | 'north'>,
): MapProjection {
  const { longitude, latitude, width, south, north } = frame
  // Eleven degrees east keep the tip of Siberia whole.
  if (width >= 360) return { kind: 'equal-earth', longitude: 11 }
  if (width > 120) return { kind: 'equal-earth', longitude }
  const middle = Math.abs(latitude)
  const oneSide = south * north > 0
  if (oneSide && middle >= 20 && middle <= 70 && width > 12) {
    const sixth = (north - south) / 6
    return {
      kind: 'conic-equal-area',
      longitude,
      latitude,
      parallels: [south + sixth, north - sixth],
    }
  }
  return { kind: 'azimuthal-equal-area', longitude, latitude }
}
