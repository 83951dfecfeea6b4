import { beforeAll, describe, expect, test } from 'vitest'
import {
  protectAsAsked,
  protectWithLedger,
  WorkBudget,
  type LedgerRow,
  type ReleaseTables,
  type Solver,
} from '@caudal/methods/protect'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { countRecords, drawRelease } from '../../../methods/src/protect/testing-releases.ts'
import { solverInThisThread } from './solver/testing-solver.ts'

let solver: Solver

beforeAll(async () => {
  solver = await solverInThisThread()
})

const rules = { threshold: 3 }
const options = { kind: { counts: true, countsPersons: true }, weights: 'value' } as const

/** SYNTHETIC: a table with a hierarchy, and its revision by one person more. */
function draw(): { first: ReleaseTables; revised: ReleaseTables } {
  const { programme, figures, records } = drawRelease(
    {
      dimensions: [{ leaves: 6, groups: [2] }, { leaves: 4 }],
      tables: [[0, 1]],
      records: 90,
      skew: 2,
    },
    new Xoshiro128(5),
  )
  const later = countRecords(programme, [...records, { ...records[0]!, person: records.length }])
  return {
    first: { programme, figures, release: 'one', vintage: 'a' },
    revised: { programme, figures: later, release: 'two', vintage: 'b' },
  }
}

const reasonsOf = (rows: readonly LedgerRow[]) =>
  new Set(rows.flatMap(({ hidden, rule }) => (hidden === true ? [rule] : [])))

describe('the rounds of protecting a release beside an earlier one', () => {
  test('share one budget, and the last one comes to the same end by itself', async () => {
    const { first, revised } = draw()
    const { entry } = await protectWithLedger(first, rules, solver, options, [])
    const done = await protectWithLedger(revised, rules, solver, options, [entry])
    // the person who was added is hidden, which takes a second round
    expect(done.asked.needs.size).toBeGreaterThan(0)
    expect(done.asked.units).toBeGreaterThan(0)
    expect(done.work.units).toBeGreaterThan(done.asked.units)
    expect(done.work.allowed).toBe(WorkBudget.forCells(revised.programme.cellCount).allowed)
    const again = await protectAsAsked(revised, rules, solver, options, [entry], done.asked)
    expect(again.entry).toEqual(done.entry)
  })

  test('end where the work of all of them together is spent', async () => {
    const { first, revised } = draw()
    const { entry } = await protectWithLedger(first, rules, solver, options, [])
    const work = new WorkBudget(40)
    const done = await protectWithLedger(revised, rules, solver, { ...options, work }, [entry])
    expect(done.outcome.coarsened?.because).toBe('work')
    // each coarse pattern is attacked with a tenth of its own
    expect(done.work.units).toBeLessThan(40 * (1 + 0.1 * 2 * (done.outcome.coarsened!.of + 1)))
  })

  test('say of each hidden cell whether it, its level or an earlier release hides it', async () => {
    const { first, revised } = draw()
    const coarsen = { levels: 1, because: 'work' } as const
    const coarse = await protectWithLedger(first, rules, solver, { ...options, coarsen }, [])
    const { rows } = coarse.entry.tables[0]!
    expect(reasonsOf(rows)).toContain('level')
    for (const { codes, rule, persons } of rows) {
      if (rule !== 'level') continue
      // the finest level: a code of each dimension, and no group
      expect(codes.join(' ')).toMatch(/^c\d+ c\d+$/)
      expect(persons === 0 || persons! >= rules.threshold).toBe(true)
    }
    const plain = await protectWithLedger(first, rules, solver, options, [])
    expect(reasonsOf(plain.entry.tables[0]!.rows)).toEqual(new Set(['threshold', 'secondary']))
    const beside = await protectWithLedger(revised, rules, solver, options, [plain.entry])
    expect(reasonsOf(beside.entry.tables[0]!.rows)).toContain('earlier')
  })
})
