/** Points `[x, y]` with x rising. */
export type Points = readonly (readonly [x: number, y: number])[]

/**
 * The straight line through the points, at x; the first or last y beyond them.
 *
 * @param points at least one
 *
 * @example interpolate([[2010, 1], [2020, 0.5]], 2015) // => 0.75
 * @example interpolate([[2010, 1], [2020, 0.5]], 2030) // => 0.5
 */
export function interpolate(points: Points, x: number): number {
  let [left, low] = points[0]!
  if (x <= left) return low
  for (let i = 1; i < points.length; i += 1) {
    const [right, high] = points[i]!
    if (x <= right) return low + ((high - low) * (x - left)) / (right - left)
    left = right
    low = high
  }
  return low
}
