type Point = readonly [x: number, y: number]

/** An arrow as two paths: its line, and its head at the end. */
export interface FlowArrow {
  readonly line: string
  readonly head: string
}

/**
 * A bent arrow between two points: always bent to the same side as it goes, so that the way there and
 * the way back lie apart and neither hides the other.
 *
 * @param thickness of the line in pixels; the head grows with it
 * @example flowArrow([0, 0], [100, 0], 2).line.startsWith('M0,0Q') // => true
 */
export function flowArrow(from: Point, to: Point, thickness: number): FlowArrow {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy) || 1
  const bend = Math.min(0.22 * length, 90)
  const control: Point = [
    (from[0] + to[0]) / 2 + (dy / length) * bend,
    (from[1] + to[1]) / 2 - (dx / length) * bend,
  ]
  const [ex, ey] = [to[0] - control[0], to[1] - control[1]]
  const end = Math.hypot(ex, ey) || 1
  const [ux, uy] = [ex / end, ey / end]
  const size = Math.min(length * 0.5, 4 + thickness)
  const half = size * 0.55
  const base: Point = [to[0] - ux * size, to[1] - uy * size]
  const point = ([x, y]: Point): string => `${round(x)},${round(y)}`
  return {
    line: `M${point(from)}Q${point(control)} ${point(base)}`,
    head: `M${point(to)}L${point([base[0] - uy * half, base[1] + ux * half])}L${point([base[0] + uy * half, base[1] - ux * half])}Z`,
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
