import { spreadLabels } from '../chart/spread-labels.ts'

/** Height of a line of a label, and the least air between two labels, in pixels. */
const lineHeight = 16
const air = 4

export interface LabelledArc {
  readonly lines: readonly string[]
  /** Of the middle of its arc, clockwise from the top, in radians. */
  readonly angle: number
}

export interface ChordLabel {
  readonly lines: readonly string[]
  readonly anchor: 'start' | 'end'
  readonly x: number
  /** Of the middle of its first line. */
  readonly y: number
  /** Line that leads from the arc to a label that could not stand beside it. */
  readonly leader: readonly [x1: number, y1: number, x2: number, y2: number] | undefined
}

/**
 * Names of the arcs of a circle around the origin, those of its right half on the right and those of its
 * left on the left, each as near to its arc as those before and after it allow: no two overlap.
 *
 * @param outer radius of the circle, in pixels
 */
export function placeChordLabels(arcs: readonly LabelledArc[], outer: number): ChordLabel[] {
  const wanted = arcs.map(({ lines, angle }) => ({
    lines,
    angle,
    height: lines.length * lineHeight,
    y: -Math.cos(angle) * (outer + 8),
  }))
  const placed = new Map<(typeof wanted)[number], number>()
  for (const onRight of [true, false]) {
    const side = wanted.filter(({ angle }) => Math.sin(angle) >= 0 === onRight)
    const gap = Math.max(...side.map(({ height }) => height)) + air
    const middles = spreadLabels(
      side.map(({ y }) => y),
      gap,
      -Infinity,
      Infinity,
    )
    middles.forEach((y, at) => placed.set(side[at]!, y))
  }
  return wanted.map((each) => {
    const y = placed.get(each)!
    const right = Math.sin(each.angle) >= 0 ? 1 : -1
    // beside the circle at the height of the line where it is widest, and never over its middle
    const nearest = Math.max(0, Math.abs(y) - each.height / 2)
    const reach = Math.sqrt(Math.max(0, (outer + 8) ** 2 - nearest ** 2))
    const x = right * Math.max(reach, 10)
    const edge = [Math.sin(each.angle) * (outer + 2), -Math.cos(each.angle) * (outer + 2)] as const
    const apart = Math.hypot(x - edge[0], y - edge[1]) > 16
    return {
      lines: each.lines,
      anchor: right > 0 ? 'start' : 'end',
      x,
      y: y - ((each.lines.length - 1) * lineHeight) / 2,
      leader: apart ? [...edge, x - right * 3, y] : undefined,
    }
  })
}

/** How far labels reach above and below the middle of the circle, in pixels. */
export function reachOfLabels(labels: readonly ChordLabel[]): number {
  return Math.max(
    0,
    ...labels.flatMap(({ y, lines }) => [
      lineHeight / 2 - y,
      y + (lines.length - 1) * lineHeight + lineHeight / 2,
    ]),
  )
}
