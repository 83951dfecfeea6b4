import { beforeAll, describe, expect, test } from 'vitest'
import {
  attack,
  listTargets,
  makeDimension,
  makeProgramme,
  publicTables,
  roundControlled,
  type Solver,
  suppress,
  suppressByMoves,
  suppressionProblem,
} from '@caudal/methods/protect'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { drawRules, protectAndAttack } from '../../../methods/src/protect/testing-attack.ts'
import { drawPlan, drawRelease } from '../../../methods/src/protect/testing-releases.ts'
import { solverInThisThread } from './solver/testing-solver.ts'

let solver: Solver

beforeAll(async () => {
  solver = await solverInThisThread()
})

const fourByFour = [
  [30, 47, 64, 89],
  [90, 124, 5, 31],
  [92, 100, 59, 85],
  [800, 991, 651, 685],
]

/** The 4 × 4 table of protect.md with the named cells hidden and all margins shown. */
async function attackFourByFour(hiddenCells: string) {
  const rows = makeDimension('row', ['w', 'x', 'y', 'z'])
  const columns = makeDimension('column', ['a', 'b', 'c', 'd'])
  const programme = makeProgramme([rows, columns], [[0, 1]])
  const values = new Float64Array(programme.cellCount)
  const hidden = new Uint8Array(programme.cellCount)
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column < 4; column += 1) {
      const value = fourByFour[row]![column]!
      const name = 'wxyz'[row]! + 'abcd'[column]!
      hidden[programme.find([row, column])!] = hiddenCells.split(' ').includes(name) ? 1 : 0
      for (const r of [row, 4]) {
        for (const c of [column, 4]) values[programme.find([r, c])!]! += value
      }
    }
  }
  const wanted = [{ cell: 'column=b|row=w', reach: Number.MAX_SAFE_INTEGER }]
  const tables = publicTables(programme, values, hidden)
  const report = await attack(tables, {}, wanted, solver, { whole: true })
  return report.leaks[0]!
}

describe('the attacker', () => {
  test('finds wb = 47 where every row and column has two hidden cells', async () => {
    const leak = await attackFourByFour('wa wb wc xa xc yb yd zb zd')
    expect([leak.low, leak.high]).toEqual([47, 47])
  })

  test('finds wb open to [0, 141] once xb is hidden too', async () => {
    const leak = await attackFourByFour('wa wb wc xa xb xc yb yd zb zd')
    expect([leak.low, leak.high]).toEqual([0, 141])
  })

  test('opens two by two cells with margins of one to [0, 1] and no further', async () => {
    const tables = [
      {
        name: 't',
        dimensions: ['r', 'c'],
        rows: [
          { codes: ['1', '1'], value: null },
          { codes: ['1', '2'], value: null },
          { codes: ['2', '1'], value: null },
          { codes: ['2', '2'], value: null },
          { codes: ['1', '_T'], value: 1 },
          { codes: ['2', '_T'], value: 1 },
          { codes: ['_T', '1'], value: 1 },
          { codes: ['_T', '2'], value: 1 },
          { codes: ['_T', '_T'], value: 2 },
        ],
      },
    ]
    const wanted = [{ cell: 'c=1|r=1', reach: 2 }]
    const { leaks } = await attack(tables, {}, wanted, solver, { whole: true })
    expect([leaks[0]!.low, leaks[0]!.high]).toEqual([0, 1])
  })

  test('uses a cell that one of two linked tables shows and the other hides', async () => {
    const tables = [
      {
        name: 'a',
        dimensions: ['a'],
        rows: [
          { codes: ['1'], value: null },
          { codes: ['_T'], value: 9 },
        ],
      },
      { name: 'a__b', dimensions: ['a', 'b'], rows: [{ codes: ['1', '_T'], value: 9 }] },
    ]
    const { leaks } = await attack(tables, {}, [{ cell: 'a=1' }], solver, { whole: true })
    expect(leaks).toHaveLength(1)
  })

  test('knows more as a contributor: two persons alone in a row know each other', async () => {
    const rows = (value: number | null) => ({ codes: ['_T'], value })
    const tables = [
      {
        name: 'd',
        dimensions: ['d'],
        rows: [{ codes: ['a'], value: null }, { codes: ['b'], value: null }, rows(300)],
      },
    ]
    const wanted = [{ cell: 'd=a', reach: 115 }]
    const outside = await attack(tables, {}, wanted, solver, { whole: true })
    expect(outside.leaks).toHaveLength(0)
    const inside = {
      truth: new Map([
        ['d=a', 100],
        ['d=b', 200],
      ]),
      largest: new Map([
        ['d=a', 100],
        ['d=b', 200],
      ]),
      alone: new Map([
        ['d=a', 'p1'],
        ['d=b', 'p2'],
      ]),
    }
    const insider = await attack(tables, {}, wanted, solver, { whole: true, inside })
    expect(insider.leaks).toMatchObject([{ by: 'contributor', low: 100, high: 100 }])
  })
})

describe('protected releases', () => {
  test('random releases of two to five dimensions disclose nothing to an attacker from outside', async () => {
    const started = performance.now()
    let attacked = 0
    for (let seed = 1; seed <= 40 && performance.now() - started < 20_000; seed += 1) {
      const generator = new Xoshiro128(seed)
      const amounts = generator.chance(0.35)
      const plan = { ...drawPlan(generator), amounts }
      const release = drawRelease({ ...plan, records: Math.min(90, plan.records) }, generator)
      if (release.programme.cellCount > 150) continue
      const rules = drawRules(generator, amounts)
      const { report } = await protectAndAttack(release, rules, amounts, solver)
      expect({ seed, leaks: report.leaks }).toEqual({ seed, leaks: [] })
      attacked += report.cellsAttacked
    }
    expect(attacked).toBeGreaterThan(20)
  })

  test('patterns by moves lose at most 1.2 times what the cheapest pattern loses', async () => {
    let moves = 0
    let best = 0
    for (let seed = 1; seed <= 8; seed += 1) {
      const generator = new Xoshiro128(seed)
      const dimensions = [{ leaves: 4 }, { leaves: 6 }]
      const plan = { dimensions, tables: [[0, 1]], records: 70, skew: 2 }
      const { programme, figures } = drawRelease(plan, generator)
      const targets = listTargets(
        programme,
        figures,
        { threshold: 3 },
        { counts: true, countsPersons: true },
      )
      const problem = suppressionProblem(programme, figures, targets, 'value')
      const found = await suppressByMoves(problem, solver)
      const exact = await suppress(problem, solver)
      expect(exact.method).toBe('exact')
      expect(exact.cost).toBeLessThanOrEqual(found.pattern.cost())
      moves += found.pattern.cost()
      best += exact.cost
    }
    expect(moves / best).toBeLessThanOrEqual(1.2)
  })

  test('rounded tables are multiples of the base and still add up', async () => {
    const generator = new Xoshiro128(4)
    const plan = {
      dimensions: [{ leaves: 3 }, { leaves: 4 }, { leaves: 2 }],
      tables: [[0, 1, 2]],
      records: 120,
    }
    const { programme, figures } = drawRelease(plan, generator)
    const rounded = (await roundControlled(programme, figures.values, 5, solver))!
    const { starts, cells, count } = programme.relations
    for (let relation = 0; relation < count; relation += 1) {
      const [margin, ...parts] = cells.slice(starts[relation], starts[relation + 1])
      expect(parts.reduce((sum, cell) => sum + rounded[cell]!, 0)).toBe(rounded[margin!])
    }
    rounded.forEach((value, cell) => {
      expect(value % 5).toBe(0)
      expect(Math.abs(value - figures.values[cell]!)).toBeLessThan(10)
    })
  })
})
