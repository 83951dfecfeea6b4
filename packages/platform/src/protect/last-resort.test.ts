import { beforeAll, describe, expect, test } from 'vitest'
import {
  attack,
  attackLedger,
  OutOfWork,
  protectProgramme,
  protectWithLedger,
  publicHierarchies,
  publicTables,
  WorkBudget,
  type Solver,
} from '@caudal/methods/protect'
import { sayCoarsened } from '@caudal/methods/protect/words'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { drawRelease, type RandomRelease } from '../../../methods/src/protect/testing-releases.ts'
import { solverInThisThread } from './solver/testing-solver.ts'

let solver: Solver

beforeAll(async () => {
  solver = await solverInThisThread()
})

const rules = { threshold: 3 }
const options = {
  kind: { counts: true, countsPersons: true },
  weights: 'value',
} as const

/** SYNTHETIC: two linked tables, one with a hierarchy, in which many cells hold few persons. */
function draw(records = 90): RandomRelease {
  return drawRelease(
    {
      dimensions: [{ leaves: 6, groups: [2] }, { leaves: 4 }, { leaves: 3 }],
      tables: [
        [0, 1],
        [0, 2],
      ],
      records,
      skew: 2,
    },
    new Xoshiro128(5),
  )
}

const shownOf = ({ hidden }: { readonly hidden: Uint8Array }) =>
  [...hidden.keys()].filter((cell) => hidden[cell] === 0)

describe('work that is allowed', () => {
  test('is counted the same for the same figures', async () => {
    const { programme, figures } = draw()
    const spent = async () => {
      const work = new WorkBudget(60)
      const done = await protectProgramme(programme, figures, rules, solver, { ...options, work })
      return { ...work.spent(), hidden: [...done.suppression.hidden].join('') }
    }
    const first = await spent()
    expect(first.problems).toBeGreaterThan(10)
    expect(first.units).toBeLessThanOrEqual(first.allowed + 2)
    expect(await spent()).toEqual(first)
  })

  test('ends a problem that takes more', async () => {
    const work = new WorkBudget(0.5)
    const problem = {
      maximise: true,
      cost: Float64Array.of(1, 1),
      lower: new Float64Array(2),
      upper: Float64Array.of(3, 3),
      rows: {
        lower: Float64Array.of(0),
        upper: Float64Array.of(5),
        starts: Int32Array.of(0, 2),
        columns: Int32Array.of(0, 1),
        factors: Float64Array.of(1, 1),
      },
    }
    const metered = work.meter(solver)
    expect((await metered.solve(problem)).objective).toBe(5)
    await expect(metered.solve(problem)).rejects.toBeInstanceOf(OutOfWork)
    expect(await work.upTo(1, () => metered.solve(problem))).toBeUndefined()
    expect((await work.beyond(4, () => metered.solve(problem)))?.objective).toBe(5)
    expect(work.spent()).toMatchObject({ problems: 2, units: 2, allowed: 0.5 })
  })
})

describe('where the work is spent', () => {
  test.each([
    [3, 'work'],
    [8, 'work'],
  ] as const)(
    '%i units hide whole levels of detail, and no cell leaks',
    async (allowed, because) => {
      const { programme, figures } = draw()
      const protectOnce = () =>
        protectProgramme(programme, figures, rules, solver, {
          ...options,
          work: new WorkBudget(allowed),
        })
      const done = await protectOnce()
      expect(done.coarsened?.because).toBe(because)
      const { hidden } = done.suppression
      // of a level that is hidden nothing is shown, zeros neither
      expect(done.coarsened!.cells).toBeGreaterThan(0)
      expect(done.statuses.filter((status) => status === 'empty').length).toBeLessThan(
        figures.values.filter((value) => value === 0).length,
      )
      const report = await attack(
        publicTables(programme, figures.values, hidden),
        publicHierarchies(programme),
        done.targets.map(({ cell, need }) => ({
          cell: nameOf(programme, cell),
          reach: figures.values[cell]! + need,
        })),
        solver,
        { whole: true },
      )
      expect(report.leaks).toEqual([])
      expect((await protectOnce()).suppression.hidden).toEqual(hidden)
      const [what, why] = sayCoarsened(done.coarsened!, 'en')
      expect(`${what} ${why}`).toMatch(
        /^As a last resort .* The reason: the work allowed was spent/,
      )
    },
  )

  test('nothing at all is shown where not even a coarse pattern can be attacked', async () => {
    const { programme, figures } = draw()
    const work = new WorkBudget(0.001)
    const done = await protectProgramme(programme, figures, rules, solver, { ...options, work })
    expect(shownOf(done.suppression)).toEqual([])
    expect(done.coarsened).toMatchObject({ because: 'work', levels: done.coarsened!.of })
    expect(sayCoarsened(done.coarsened!, 'en')[0]).toMatch(/everything is hidden/)
  })

  test('a revision shows again what has not changed, and isolates nobody', async () => {
    const release = draw()
    const { programme, figures } = release
    const first = await protectWithLedger(
      { programme, figures, release: 'one', vintage: 'a' },
      rules,
      solver,
      { ...options, work: new WorkBudget(200) },
      [],
    )
    // one person more, in the cell of the first record
    const values = figures.values.slice()
    const contributors = figures.contributors.slice()
    const [d0, d1, d2] = release.records[0]!.codes as [number, number, number]
    const lineage = (d: number, code: number): number[] =>
      code === -1 ? [] : [code, ...lineage(d, programme.dimensions[d]!.parents[code]!)]
    const touched = new Set<number>()
    for (const a of lineage(0, d0)) {
      for (const b of lineage(1, d1))
        touched.add(programme.find([a, b, programme.dimensions[2]!.total])!)
      for (const c of lineage(2, d2))
        touched.add(programme.find([a, programme.dimensions[1]!.total, c])!)
    }
    for (const cell of touched) {
      values[cell]! += 1
      contributors[cell]! += 1
    }
    const revised = { ...figures, values, contributors }
    const later = await protectWithLedger(
      { programme, figures: revised, release: 'two', vintage: 'b' },
      rules,
      solver,
      { ...options, coarsen: { levels: 0, because: 'work' } },
      [first.entry],
    )
    expect(later.outcome.coarsened).toMatchObject({ levels: 0, cells: 0 })
    const shown = shownOf(later.outcome.suppression)
    expect(shown.length).toBeGreaterThan(10)
    for (const cell of shown) {
      expect(first.outcome.suppression.hidden[cell]).toBe(0)
      expect(values[cell]).toBe(figures.values[cell])
    }
    const { leaks } = await attackLedger([first.entry, later.entry], 3, solver)
    expect(leaks).toEqual([])
  })
})

function nameOf({ dimensions, codes }: RandomRelease['programme'], cell: number): string {
  return dimensions
    .map(({ name, codes: own }, d) => [name, own[codes[cell * dimensions.length + d]!]!] as const)
    .filter(([, code]) => code !== '_T')
    .map((pair) => pair.join('='))
    .join('|')
}
