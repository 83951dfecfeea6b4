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
  ]),
  sex: new Map([
    ['F', ''],
    ['M', ''],
  ]),
}

/** A table by sex of one period: `F`, `M` and the total. */
function entry(
  release: string,
  vintage: string,
  period: string,
  cells: readonly [f: Partial<LedgerRow>, m: Partial<LedgerRow>, total: Partial<LedgerRow>],
): LedgerEntry {
  const codes = ['F', 'M', '_T']
  const rows = cells.map((cell, at) => ({ value: 0, codes: [codes[at]!, period], ...cell }))
  return {
    release,
    vintage,
    hierarchies,
    tables: [{ name: 't', dimensions: ['sex', 'time'], rows }],
  }
}

const hidden = (value: number, reach?: number): Partial<LedgerRow> => ({
  value,
  hidden: true,
  ...(reach === undefined ? {} : { reach }),
})
const shown = (value: number): Partial<LedgerRow> => ({ value })

describe('the release ledger', () => {
  const january = entry('jan', 'a', '2019-01', [hidden(2, 3), hidden(8), shown(10)])
  const february = entry('feb', 'a', '2019-02', [shown(5), shown(5), shown(10)])

  test('a month that hides a cell is safe beside another month', async () => {
    const { leaks } = await attackLedger([january, february], 3, solver)
    expect(leaks).toEqual([])
  })

  test('a year that shows what its months make of it gives a hidden month away', async () => {
    const year = entry('year', 'a', '2019', [shown(7), shown(13), shown(20)])
    const { leaks } = await attackLedger([january, february, year], 3, solver)
    expect(leaks).toMatchObject([{ cell: 'sex=F|time=2019-01', low: 2, high: 2, required: 3 }])
  })

  test('a year that hides the same is safe', async () => {
    const year = entry('year', 'a', '2019', [hidden(7), hidden(13), shown(20)])
    const { leaks } = await attackLedger([january, february, year], 3, solver)
    expect(leaks).toEqual([])
  })

  test('a revision that adds one person isolates that person', async () => {
    const revised = entry('feb-2', 'b', '2019-02', [shown(6), shown(5), shown(11)])
    const { leaks } = await attackLedger([february, revised], 3, solver)
    expect(leaks.map(({ cell, low, high }) => [cell, low, high])).toContainEqual([
      'sex=F|time=2019-02',
      1,
      1,
    ])
    expect(leaks[0]!.between).toEqual(['feb', 'feb-2'])
  })

  test('a revision that adds enough persons isolates nobody', async () => {
    const revised = entry('feb-2', 'b', '2019-02', [shown(9), shown(9), shown(18)])
    const { leaks } = await attackLedger([february, revised], 3, solver)
    expect(leaks).toEqual([])
  })

  test('a revision that takes records out is compared cell by cell', async () => {
    const revised = entry('feb-2', 'b', '2019-02', [shown(4), shown(5), shown(9)])
    const { leaks, notComparable } = await attackLedger([february, revised], 3, solver)
    expect(notComparable).toEqual(['v1'])
    expect(leaks.map(({ cell }) => cell)).toEqual(['sex=F|time=2019-02', 'time=2019-02'])
  })

  test('a cell hidden before and after opens where what was added is shown around it', async () => {
    // January again with five more men: what is hidden must not follow from the two together
    const revised = entry('jan-2', 'b', '2019-01', [hidden(2, 3), hidden(13), shown(15)])
    expect((await attackLedger([january, revised], 3, solver)).leaks).toEqual([])
    const careless = entry('jan-2', 'b', '2019-01', [shown(2), shown(13), shown(15)])
    const { leaks } = await attackLedger([january, careless], 3, solver)
    expect(leaks.map(({ cell }) => cell)).toContain('sex=F|time=2019-01')
  })

  test('a total of which nearly everyone is in one cell stays open in later releases too', async () => {
    const within = [{ codes: ['_T', '2019-01'], beyond: 3 }]
    const nearlyAll = entry('jan', 'a', '2019-01', [{ ...hidden(9), within }, hidden(1), shown(10)])
    expect((await attackLedger([nearlyAll, february], 3, solver)).leaks).toEqual([])
    const year = entry('year', 'a', '2019', [shown(14), shown(6), shown(20)])
    const { leaks } = await attackLedger([nearlyAll, february, year], 3, solver)
    expect(leaks.map(({ cell }) => cell)).toContain('sex=F|time=2019-01')
  })

  test('whoever is alone in a cell does not learn from two releases who was added elsewhere', async () => {
    const releases = (persons: number) => {
      const few = { ...hidden(persons, 3), persons, ...(persons === 1 ? { alone: 0 } : {}) }
      const men = (value: number) => ({ value, persons: value })
      const first = entry('one', 'a', '2019-01', [
        few,
        { ...men(9), hidden: true },
        shown(9 + persons),
      ])
      const all = { ...men(10 + persons), hidden: true as const }
      return [first, entry('two', 'b', '2019-01', [few, men(10), all])]
    }
    // she knows that nine men were there, and ten are shown
    const { leaks } = await attackLedger(releases(1), 3, solver)
    expect(leaks).toContainEqual({
      cell: 'sex=M|time=2019-01',
      between: ['one', 'two'],
      low: 1,
      high: 1,
      required: 3,
    })
    // of two women neither knows how many men there were
    expect((await attackLedger(releases(2), 3, solver)).leaks).toEqual([])
  })

  test('that a correction is of two persons at most is told too', async () => {
    // one record was of a man: of four persons either hidden cell holds one to three, then and now
    const before = entry('feb', 'a', '2019-02', [hidden(2, 3), hidden(2, 3), shown(4)])
    const after = entry('feb-2', 'b', '2019-02', [hidden(1, 3), hidden(3), shown(4)])
    const { leaks } = await attackLedger([before, after], 3, solver)
    expect(leaks.map(({ cell, low, high, required }) => [cell, low, high, required])).toEqual([
      ['sex=F|time=2019-02', 0, 2, 3],
      ['sex=M|time=2019-02', 0, 2, 3],
    ])
    const safe = entry('feb-2', 'b', '2019-02', [hidden(1, 3), hidden(3), hidden(4)])
    expect((await attackLedger([before, safe], 3, solver)).leaks).toEqual([])
  })

  test('whoever is alone in a cell does not learn what was taken out of others', async () => {
    const of = (persons: number, release: string, vintage: string, men: Partial<LedgerRow>) => {
      const women = { ...hidden(persons, 3), persons, ...(persons === 1 ? { alone: 0 } : {}) }
      const all = 4 + persons + (vintage === 'a' ? 1 : 0)
      return entry(release, vintage, '2019-02', [
        women,
        { ...men, persons: men.value! },
        vintage === 'a' ? shown(all) : hidden(all),
      ])
    }
    const before = (women: number) => of(women, 'feb', 'a', hidden(5))
    const after = (women: number, men: Partial<LedgerRow>) => of(women, 'feb-2', 'b', men)
    // she knows that there were five men, and four are shown
    const { leaks } = await attackLedger([before(1), after(1, shown(4))], 3, solver)
    expect(leaks).toMatchObject([
      { cell: 'sex=M|time=2019-02', low: 1, high: 1, required: 3 },
      { cell: 'time=2019-02', low: 1, high: 1 },
    ])
    expect((await attackLedger([before(1), after(1, hidden(4))], 3, solver)).leaks).toEqual([])
    // of three women none knows how many men there were
    expect((await attackLedger([before(3), after(3, shown(4))], 3, solver)).leaks).toEqual([])
  })

  test('whoever is left alone in a cell knows that without a release', async () => {
    const before = entry('feb', 'a', '2019-02', [
      { ...hidden(2, 3), persons: 2 },
      hidden(2, 3),
      shown(4),
    ])
    const after = entry('feb-2', 'b', '2019-02', [
      { ...hidden(1, 3), persons: 1, alone: 0 },
      hidden(9),
      hidden(10),
    ])
    expect((await attackLedger([before, after], 3, solver)).leaks).toEqual([])
  })

  test('a year that was corrected is compared with the sum of its months', async () => {
    const of = (vintage: string, period: string, women: number, men: number) =>
      entry(`${period} ${vintage}`, vintage, period, [shown(women), shown(men), shown(women + men)])
    const months = [of('a', '2019-01', 20, 30), of('a', '2019-02', 10, 15)]
    // twelve women less in January, and one man in some other month
    const year = of('b', '2019', 22, 44)
    const { leaks } = await attackLedger([...months, of('b', '2019-01', 8, 30), year], 3, solver)
    expect(leaks).toMatchObject([
      { cell: 'sex=M|time=2019', low: 1, high: 1 },
      { cell: 'sex=M|time=2019-02', low: 1, high: 1 },
    ])
  })
})
