import type { DrawnArea } from './drawn-area.ts'

const gap = 1.5
const rounds = 60

/**
 * Moves the squares of small islands apart until none covers another, as far as there is room:
 * each pair that overlaps is pushed apart along the shorter way.
 */
export function separateSquares(
  drawn: readonly DrawnArea[],
  side: number,
  width: number,
  height: number,
): DrawnArea[] {
  const squares = drawn.flatMap(({ square }, index) =>
    square ? [{ index, x: square[0], y: square[1] }] : [],
  )
  const apart = side + gap
  for (let round = 0; round < rounds; round++) {
    let moved = false
    for (let a = 0; a < squares.length; a++) {
      for (let b = a + 1; b < squares.length; b++) {
        const [one, two] = [squares[a]!, squares[b]!]
        const dx = two.x - one.x || (a % 2 === 0 ? 0.1 : -0.1)
        const dy = two.y - one.y || 0.1
        const [overX, overY] = [apart - Math.abs(dx), apart - Math.abs(dy)]
        if (overX <= 0 || overY <= 0) continue
        moved = true
        const [pushX, pushY] =
          overX < overY ? [(Math.sign(dx) * overX) / 2, 0] : [0, (Math.sign(dy) * overY) / 2]
        one.x -= pushX
        one.y -= pushY
        two.x += pushX
        two.y += pushY
      }
    }
    for (const square of squares) {
      square.x = Math.min(width - apart / 2, Math.max(apart / 2, square.x))
      square.y = Math.min(height - apart / 2, Math.max(apart / 2, square.y))
    }
    if (!moved) break
  }
  const places = new Map(squares.map(({ index, x, y }) => [index, [x, y] as const]))
  return drawn.map((area, index) => {
    const square = places.get(index)
    return square ? { ...area, square } : area
  })
}
