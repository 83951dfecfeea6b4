import { expect, test } from 'vitest'
import { cubeDomain, findCube, rollUpSize } from './index.ts'

const cube = findCube('nz-plt-migration')!

/** Repeatable draws from 0 to 1. @see Steele and Vigna (2021), a linear congruential generator */
function draws(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Cells whose dimensions are unequal: the power of a draw gives few codes most cells. */
function drawCells(power: number, draw: () => number) {
  const sizes = [20, 17, 2, 11, 2, 19]
  const seen = new Set<string>()
  const cells: number[][] = []
  while (cells.length < 100_000) {
    const cell = sizes.map((size) => Math.floor(draw() ** power * size))
    const key = cell.join()
    if (!seen.has(key)) {
      seen.add(key)
      cells.push(cell)
    }
  }
  return cells
}

const domain = cubeDomain(
  cube,
  Object.fromEntries(
    cube.dimensions.map(({ id }, i) => [
      id,
      Array.from({ length: [20, 17, 2, 11, 2, 19][i]! }, (_, code) =>
        id === 'age'
          ? `Y${code}`
          : id === 'time'
            ? String(2000 + code)
            : `c${String(code).padStart(2, '0')}`,
      ),
    ]),
  ),
  new Map(),
)

test.each([1, 1.6])(
  'sizes foreseen from a sample are within a factor of two (power %s)',
  (power) => {
    const draw = draws(42)
    const cells = drawCells(power, draw)
    const sampled = cells
      .map((cell) => ({ cell, at: draw() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, 5000)
      .map(({ cell }) => cell)
    const sample = cube.dimensions.map((_, i) => sampled.map((cell) => cell[i]!))
    const foresee = rollUpSize(cube, domain, sample, cells.length)
    // 1, and 2 for ages, which have a broad level, stand for summed away.
    for (const point of [
      [0, 1, 1, 1, 1, 2],
      [0, 0, 1, 1, 1, 2],
      [0, 0, 1, 0, 1, 2],
      [1, 0, 1, 0, 1, 0],
      [0, 0, 1, 0, 1, 0],
      [0, 1, 0, 0, 0, 0],
    ]) {
      const levels = [1, 1, 1, 1, 1, 2]
      const actual = new Set(
        cells.map((cell) => cell.filter((_, i) => point[i]! < levels[i]!).join()),
      ).size
      expect(foresee(point)).toBeGreaterThan(actual / 2)
      expect(foresee(point)).toBeLessThan(actual * 2)
    }
  },
)

test('a whole cube for a sample is counted, not estimated', () => {
  const cells = [
    [0, 0, 0, 0, 0, 0],
    [0, 1, 0, 0, 0, 0],
    [1, 1, 0, 0, 0, 0],
  ]
  const sample = cube.dimensions.map((_, i) => cells.map((cell) => cell[i]!))
  const foresee = rollUpSize(cube, domain, sample, cells.length)
  expect(foresee([0, 0, 0, 0, 0, 0])).toBe(3)
  expect(foresee([0, 1, 1, 1, 1, 2])).toBe(2)
  expect(foresee([1, 1, 1, 1, 1, 2])).toBe(1)
})
