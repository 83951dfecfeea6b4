/** A label asked for, the most important first. */
export interface LabelWish {
  readonly code: string
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
}

/** A mark that labels of other areas must leave visible. */
export interface Obstacle {
  readonly code: string
  readonly x: number
  readonly y: number
  readonly half: number
}

export interface PlacedLabel extends LabelWish {
  readonly width: number
}

export const labelLine = 14
/** Mean width of a letter of the interface font at 12 pixels. */
const letter = 6.3

/**
 * Labels that neither overlap nor leave the picture; a label that finds no room is left out. Tried
 * in place, then a line above and below.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: readonly Obstacle[],
  width: number,
  height: number,
): PlacedLabel[] {
  const placed: (PlacedLabel & { readonly box: Box })[] = []
  for (const wish of wishes) {
    const wide = Math.max(...wish.lines.map((line) => line.length)) * letter
    const high = wish.lines.length * labelLine
    const x = Math.min(width - wide / 2 - 2, Math.max(wide / 2 + 2, wish.x))
    for (const shift of [0, -labelLine, labelLine]) {
      const y = Math.min(height - high / 2 - 2, Math.max(high / 2 + 2, wish.y + shift))
      const box: Box = [x - wide / 2, y - high / 2, x + wide / 2, y + high / 2]
      if (placed.some((other) => overlap(other.box, box))) continue
      if (obstacles.some((mark) => mark.code !== wish.code && overlap(boxOf(mark), box))) continue
      placed.push({ ...wish, x, y, width: wide, box })
      break
    }
  }
  return placed.map(({ box: _box, ...label }) => label)
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

function boxOf({ x, y, half }: Obstacle): Box {
  return [x - half, y - half, x + half, y + half]
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
