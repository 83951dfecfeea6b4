import { beforeAll, describe, expect, test } from 'vitest'
import {
  attackLedger,
  type LedgerEntry,
  type LedgerRow,
  type Solver,
} from '@caudal/methods/protect'
import { solverInThisThread } from './solver/testing-solver.ts'

let solver: Solver

beforeAll(async () => {
  solver = await solverInThisThread()
})

const hierarchies = {
  time: new Map([
    ['2019', ''],
    ['2019-01', '2019'],
    ['2019-02', '2019'],
    ['2019-03', '2019'],
  ]),
  sex: new Map([
    ['F', ''],
    ['M', ''],
  ]),
}

type Cell = readonly [sex: string, time: string, value: number, known?: Partial<LedgerRow>]

/** A release of the one vintage `a`, in which the cells of a sex and a time are shown or hidden. */
function release(
  name: string,
  cells: readonly Cell[],
  rules: Pick<LedgerEntry, 'mayHideZeros'> = {},
): LedgerEntry {
  const rows = cells.map(([sex, time, value, known]) => ({ codes: [sex, time], value, ...known }))
  return {
    release: name,
    vintage: 'a',
    hierarchies,
    tables: [{ name: 't', dimensions: ['sex', 'time'], rows }],
    ...rules,
  }
}

const hidden = { hidden: true } as const
const sensitive = { hidden: true, reach: 3 } as const

const leaksOf = async (entries: readonly LedgerEntry[]) =>
  (await attackLedger(entries, 3, solver)).leaks.map(({ cell, low, high }) => [cell, low, high])

describe('two releases of the same records', () => {
  // zeros are shown: what is hidden holds somebody
  const january = release('january', [
    ['F', '2019-01', 2, sensitive],
    ['M', '2019-01', 1, hidden],
    ['_T', '2019-01', 3, hidden],
  ])
  const bothHoldSomebody = [['sex=F|time=2019-01', 1, 2]]

  test('a release that may hide zeros takes nothing back of what another tells', async () => {
    const total = release('total', [['_T', '2019-01', 3]], { mayHideZeros: true })
    expect(await leaksOf([january])).toEqual([])
    expect(await leaksOf([total])).toEqual([])
    expect(await leaksOf([january, total])).toEqual(bothHoldSomebody)
    expect(await leaksOf([total, january])).toEqual(bothHoldSomebody)
  })

  test('nor does one of which a whole level is hidden, zeros among it', async () => {
    const coarse = release('coarse', [
      ['_T', '2019-01', 3],
      ['F', '2019-02', 0, hidden],
      ['M', '2019-02', 4, hidden],
      ['_T', '2019-02', 4],
    ])
    expect(await leaksOf([coarse])).toEqual([])
    expect(await leaksOf([january, coarse])).toEqual(bothHoldSomebody)
  })

  test('nor does one that hides a zero anywhere, or withholds it from a country', async () => {
    const changed = release('changed', [
      ['_T', '2019-01', 3],
      ['F', '2019-02', 0, hidden],
      ['M', '2019-02', 4],
      ['_T', '2019-02', 4, hidden],
    ])
    expect(await leaksOf([january, changed])).toEqual(bothHoldSomebody)
    const withheld = release('withheld', [
      ['F', '2019-01', 2, sensitive],
      ['M', '2019-01', 1, hidden],
      ['_T', '2019-01', 3],
      ['F', '2019-02', 0, { ...hidden, rule: 'nationality' }],
      ['M', '2019-02', 4],
      ['_T', '2019-02', 4, hidden],
    ])
    expect(await leaksOf([withheld])).toEqual(bothHoldSomebody)
  })

  test('a cell that only such releases hide may be empty', async () => {
    const grouped = (name: string, total: Cell) =>
      release(name, [['F', '2019-01', 2, sensitive], ['M', '2019-01', 1, hidden], total], {
        mayHideZeros: true,
      })
    const first = grouped('first', ['_T', '2019-01', 3, hidden])
    const second = grouped('second', ['_T', '2019-01', 3])
    expect(await leaksOf([first, second])).toEqual([])
  })

  test('what one of them says of a person alone in two cells, another does not take back', async () => {
    const alone = { hidden: true, persons: 1, alone: 0 } as const
    const months = release(
      'months',
      [
        ['F', '2019-01', 1, alone],
        ['F', '2019-02', 1, alone],
        ['F', '2019-03', 2, { ...sensitive, persons: 2 }],
        ['F', '2019', 4, hidden],
      ],
      { mayHideZeros: true },
    )
    const year = release(
      'year',
      [
        ['F', '2019-01', 1, alone],
        ['F', '2019', 4],
      ],
      { mayHideZeros: true },
    )
    // she knows January and February, and the year is shown
    expect(await leaksOf([months, year])).toEqual([['sex=F|time=2019-03', 2, 2]])
  })
})
