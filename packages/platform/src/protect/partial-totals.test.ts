import { beforeAll, describe, expect, test } from 'vitest'
import {
  alreadyTold,
  attackLedger,
  makeDimension,
  makeSelectedProgramme,
  protectWithLedger,
  type LedgerEntry,
  type Solver,
} from '@caudal/methods/protect'
import { solverInThisThread } from './solver/testing-solver.ts'

let solver: Solver

beforeAll(async () => {
  solver = await solverInThisThread()
})

// SYNTHETIC: months of one year by sex, 3 women and no man in January, 1 woman and 12 men in February, 5 and 5 in March
const time = makeDimension(
  'time',
  ['2019-01', '2019-02', '2019-03'],
  [
    { code: '2019', parent: '' },
    ...['2019-01', '2019-02', '2019-03'].map((code) => ({ code, parent: '2019' })),
  ],
)
const sex = makeDimension('sex', ['F', 'M'])
const counted: Record<string, readonly [women: number, men: number]> = {
  '2019-01': [3, 0],
  '2019-02': [1, 12],
  '2019-03': [5, 5],
}

const kind = { counts: true, countsPersons: true }

/** Tables by sex of the periods named, as one release. */
async function release(name: string, periods: readonly string[], earlier: readonly LedgerEntry[]) {
  const selections = periods.map((period) => ({
    axes: [{ dimension: 1, codes: ['F', 'M', '_T'].map((code) => sex.codes.indexOf(code)) }],
    held: [{ dimension: 0, code: time.codes.indexOf(period) }],
  }))
  const programme = makeSelectedProgramme([time, sex], selections)
  const values = Float64Array.from({ length: programme.cellCount }, (_, cell) => {
    const [period, own] = programme.codes.subarray(2 * cell, 2 * cell + 2)
    const leaves = programme.dimensions[0]!.rests?.find(({ code }) => code === period)?.leaves
    return Object.entries(counted).reduce((sum, [month, [women, men]]) => {
      const at = time.codes.indexOf(month)
      const isIn = leaves?.includes(at) ?? [at, time.parents[at], time.total].includes(period)
      const ofSex = sex.codes[own!]
      return isIn ? sum + (ofSex === 'F' ? women : ofSex === 'M' ? men : women + men) : sum
    }, 0)
  })
  const ones = values.map((value) => Math.min(1, value))
  const figures = {
    values,
    contributors: values,
    largest: [ones, ones],
    sole: Array.from<undefined>({ length: programme.cellCount }),
  }
  return await protectWithLedger(
    { programme, figures, release: name, vintage: 'a', cube: 'arrivals' },
    { threshold: 3 },
    solver,
    { kind, weights: 'value' },
    earlier,
  )
}

const shownOf = ({ tables }: LedgerEntry) =>
  tables.flatMap(({ rows }) =>
    rows.flatMap(({ codes, value, hidden }) =>
      hidden === true ? [] : [`${codes.join(' ')} ${value}`],
    ),
  )

describe('a total of which only some parts are out', () => {
  const hierarchies = {
    time: new Map([
      ['2019', ''],
      ['2019-01', '2019'],
      ['2019-02', '2019'],
      ['2019-03', '2019'],
    ]),
  }
  const entry = (name: string, rows: LedgerEntry['tables'][number]['rows']): LedgerEntry => ({
    release: name,
    vintage: 'a',
    hierarchies,
    tables: [{ name: 't', dimensions: ['time'], rows }],
  })
  const hiddenMonth = { codes: ['2019-02'], value: 1, persons: 1, hidden: true, reach: 3 } as const

  test('is no less than these, so that it bounds a hidden one', async () => {
    const months = entry('months', [{ codes: ['2019-01'], value: 3 }, hiddenMonth])
    const year = entry('year', [{ codes: ['2019'], value: 5 }])
    expect((await attackLedger([months], 3, solver)).leaks).toEqual([])
    // March is out nowhere: neither of the two holds more than both
    expect((await attackLedger([months, year], 3, solver)).leaks).toMatchObject([
      { cell: 'time=2019-02', high: 2, required: 3 },
      { cell: 'time=2019-03', high: 2, required: 3 },
    ])
  })

  test('tells what is left over, though no table has it', async () => {
    const january = entry('january', [{ codes: ['2019-01'], value: 3 }])
    const year = entry('year', [{ codes: ['2019'], value: 5 }])
    const { leaks } = await attackLedger([january, year], 3, solver)
    expect(leaks).toMatchObject([{ low: 2, high: 2, required: 3 }])
  })

  test('is known beside tables of more dimensions too', async () => {
    const bySex: LedgerEntry = {
      ...entry('by sex', []),
      tables: [
        {
          name: 't',
          dimensions: ['sex', 'time'],
          rows: ['2019-01', '2019-03'].map((month) => ({ codes: ['_T', month], value: 4 })),
        },
      ],
    }
    const month = entry('february', [hiddenMonth])
    const year = entry('year', [{ codes: ['2019'], value: 9 }])
    expect((await attackLedger([bySex, month, year], 3, solver)).leaks).toMatchObject([
      { cell: 'time=2019-02', low: 1, high: 1 },
    ])
  })
})

describe('a year beside months that are out', () => {
  test('hides what would open a month, and no whole level', async () => {
    const january = await release('january', ['2019-01'], [])
    const february = await release('february', ['2019-02'], [january.entry])
    expect(shownOf(january.entry)).toEqual(['F 2019-01 3', 'M 2019-01 0', '_T 2019-01 3'])
    expect(shownOf(february.entry)).toEqual(['_T 2019-02 13'])
    const out = [january.entry, february.entry]
    const year = await release('year', ['2019', '2019-03'], out)
    expect(year.outcome.coarsened).toBeUndefined()
    // five women in March and three in January: a year of nine would tell February
    expect(shownOf(year.entry)).not.toContain('F 2019 9')
    expect(shownOf(year.entry)).toContain('_T 2019 26')
    expect((await attackLedger([...out, year.entry], 3, solver)).leaks).toEqual([])
  })

  test('is no worse for what was told before it', async () => {
    // a release that leaks by itself: the hidden woman is the total without the men
    const leaking: LedgerEntry = {
      release: 'leaking',
      vintage: 'a',
      cube: 'arrivals',
      hierarchies: {
        sex: new Map([
          ['F', ''],
          ['M', ''],
        ]),
        time: new Map([
          ['2019', ''],
          ['2019-02', '2019'],
        ]),
      },
      tables: [
        {
          name: 't',
          dimensions: ['sex', 'time'],
          rows: [
            { codes: ['F', '2019-02'], value: 1, persons: 1, hidden: true, reach: 3 },
            { codes: ['M', '2019-02'], value: 12, persons: 12 },
            { codes: ['_T', '2019-02'], value: 13, persons: 13 },
          ],
        },
      ],
    }
    const march = await release('march', ['2019-03'], [leaking])
    expect(march.outcome.coarsened).toBeUndefined()
    expect(shownOf(march.entry)).toEqual(['F 2019-03 5', 'M 2019-03 5', '_T 2019-03 10'])
  })

  test('what one contributor knew is not told to the public', async () => {
    const cells = (hidden: readonly number[]): LedgerEntry => ({
      release: hidden.length === 3 ? 'before' : 'after',
      vintage: 'a',
      hierarchies: {
        sex: new Map([
          ['F', ''],
          ['M', ''],
          ['X', ''],
        ]),
      },
      tables: [
        {
          name: 't',
          dimensions: ['sex'],
          rows: ['F', 'M', 'X', '_T'].map((code, at) => {
            const value = [1, 2, 4, 7][at]!
            const isHidden = hidden.includes(at)
            return {
              codes: [code],
              value,
              persons: value,
              ...(isHidden ? { hidden: true as const } : {}),
              ...(isHidden && value < 3 ? { reach: 3 } : {}),
            }
          }),
        },
      ],
    })
    const out = cells([0, 1, 2])
    const next = cells([0, 1])
    const told = await alreadyTold([out, next], 1, 3, solver)
    expect(told.leaks.every(({ by }) => by === 'contributor')).toBe(true)
    const { leaks } = await attackLedger([out, next], 3, solver, [], { told })
    expect(leaks.map(({ cell }) => cell)).toContain('sex=M')
  })
})

test('a correction is not told by what follows from two releases', async () => {
  const hierarchies = {
    sex: new Map([
      ['F', ''],
      ['M', ''],
    ]),
  }
  const of = (
    vintage: string,
    cells: Record<string, [value: number, hidden?: true]>,
  ): LedgerEntry => ({
    release: vintage,
    vintage,
    hierarchies,
    tables: [
      {
        name: 't',
        dimensions: ['sex'],
        rows: Object.entries(cells).map(([code, [value, hidden]]) => ({
          codes: [code],
          value,
          persons: value,
          ...(hidden === true ? { hidden } : {}),
        })),
      },
    ],
  })
  const before = of('a', { F: [6], M: [5], _T: [11] })
  // one woman less: her cell is hidden, and follows from the total
  const after = of('b', { F: [5, true], M: [9], _T: [14] })
  const { leaks } = await attackLedger([before, after], 3, solver)
  expect(leaks).toMatchObject([{ cell: 'sex=F', between: ['a', 'b'], low: 1, high: 1 }])
  const safe = of('b', { F: [5, true], M: [9, true], _T: [14] })
  expect((await attackLedger([before, safe], 3, solver)).leaks).toEqual([])
})
