import type { AreaValue } from '@caudal/methods/publish/map'

/** One area of the table on the drawing. Pixels. */
export interface DrawnArea {
  readonly area: AreaValue
  /** Outline; absent for an area known by a point only. */
  readonly outline?: string
  /** Where its circle or label goes. */
  readonly at: readonly [x: number, y: number]
  /** Middle of the square that stands for it, where it would be too small to see. */
  readonly square?: readonly [x: number, y: number]
}

/**
 * Side of the squares of small islands in pixels: smaller where many would cover the land.
 *
 * @example squareSide(12, 800) // => 9
 */
export function squareSide(squares: number, width: number): number {
  if (squares <= 30) return 9
  return width < 600 ? 5 : 8
}
