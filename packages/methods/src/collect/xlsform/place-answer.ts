/** A place on Earth, as an answer of a form says it. */
export interface PlaceAnswer {
  /** Degrees north and east of the origin (WGS 84). */
  readonly latitude: string
  readonly longitude: string
  /** Metres above sea level, and metres within which the place is; '' where nobody knows. */
  readonly altitude: string
  readonly accuracy: string
}

/**
 * The parts of an answer to a question of type `geopoint`, as ODK writes it: latitude, longitude, altitude
 * and accuracy, parted by blanks; the last two may be missing.
 *
 * @see ODK XForms specification, "geopoint"
 * @example placeOf('14.0723 -87.1921 990 5').accuracy // => '5'
 */
export function placeOf(answer: string): PlaceAnswer {
  const [latitude = '', longitude = '', altitude = '', accuracy = ''] = answer.trim().split(/\s+/)
  return { latitude, longitude, altitude, accuracy }
}

/**
 * Whether an answer is a place: numbers in degrees within ±90 and ±180, and an accuracy that is not
 * negative.
 *
 * @example isPlace('14.0723 -87.1921') // => true
 * @example isPlace('14.0723') // => false
 * @example isPlace('91 0') // => false
 */
export function isPlace(answer: string): boolean {
  const parts = answer.trim().split(/\s+/)
  if (parts.length < 2 || parts.length > 4) return false
  if (!parts.every((part) => /^-?\d{1,5}(\.\d{1,15})?$/.test(part))) return false
  const [latitude = 0, longitude = 0, , accuracy = 0] = parts.map(Number)
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && accuracy >= 0
}
