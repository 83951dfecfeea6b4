import { beforeAll, expect, test } from 'vitest'
import { attack, type Solver } from '@caudal/methods/protect'
import { solverInThisThread } from './solver/testing-solver.ts'

let solver: Solver

beforeAll(async () => {
  solver = await solverInThisThread()
})

/** A table of two rows and two columns with its margins, of which the four cells within are hidden. */
function hiddenTable(unit: number) {
  const rows = ['a', 'b', '_T'].flatMap((row, r) =>
    ['x', 'y', '_T'].map((column, c) => ({
      codes: [row, column],
      value: r < 2 && c < 2 ? null : (r === 2 ? 2 : 1) * (c === 2 ? 2 : 1) * unit,
    })),
  )
  return [{ name: 't', dimensions: ['row', 'column'], rows }]
}

const attackOf = async (unit: number) =>
  await attack(hiddenTable(unit), {}, [{ cell: 'column=x|row=a', reach: 1.1 * unit }], solver, {
    whole: true,
  })

test('amounts of billions of their smallest unit are attacked in fractions, and that is said', async () => {
  const large = await attackOf(3_000_000_000)
  expect(large).toMatchObject({ leaks: [], notExact: 1 })
  expect(large.open.get('column=x|row=a')!.high).toBeGreaterThanOrEqual(3_300_000_000)
  expect(await attackOf(300)).toMatchObject({ leaks: [], notExact: 0 })
})
