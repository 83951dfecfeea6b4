import loadHighs, { type Highs } from 'highs'
import { WorkBudget, type LinearProblem } from '@caudal/methods/protect'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { describe, expect, test } from 'vitest'
import { HighsProblems } from './highs-problems.ts'
import { solverInThisThread } from './testing-solver.ts'

/**
 * A problem in whole numbers of which HiGHS says at first only that it is unbounded or has no solution, and
 * that only after some iterations: three columns may rise together for ever, where the others come to
 * exactly half of what they weigh.
 */
function unclearProblem(): LinearProblem {
  const generator = new Xoshiro128(3, 1)
  const [bounded, rising, sums] = [20, 3, 3]
  const starts = [0]
  const columns: number[] = []
  const factors: number[] = []
  const lower: number[] = []
  const upper: number[] = []
  for (let row = 0; row < sums; row += 1) {
    const weights = Array.from({ length: bounded }, () => 1 + generator.below(100))
    weights.forEach((weight, column) => {
      columns.push(column)
      factors.push(weight)
    })
    const half = Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 2)
    lower.push(half)
    upper.push(half)
    starts.push(columns.length)
  }
  for (let row = 0; row < rising; row += 1) {
    columns.push(bounded + row, bounded + ((row + 1) % rising), row)
    factors.push(1, -1, 1 + row)
    lower.push(-5)
    upper.push(3 + row)
    starts.push(columns.length)
  }
  const width = bounded + rising
  return {
    maximise: true,
    cost: Float64Array.from({ length: width }, (_, column) => (column < bounded ? -1 : 1)),
    lower: new Float64Array(width),
    upper: new Float64Array(width).fill(1).fill(Number.POSITIVE_INFINITY, bounded),
    whole: new Int32Array(width).fill(1),
    rows: {
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
      starts: Int32Array.from(starts),
      columns: Int32Array.from(columns),
      factors: Float64Array.from(factors),
    },
  }
}

/** Iterations of a problem, with the solver's own simplifications and without them. */
async function iterationsOf(problem: LinearProblem): Promise<number[]> {
  const highs = await (loadHighs as unknown as () => Promise<Highs>)()
  const { rows } = problem
  return ['choose', 'off'].map((presolve) => {
    const model = highs.createModel({
      numCols: problem.cost.length,
      numRows: rows.lower.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: problem.cost,
      colLower: problem.lower,
      colUpper: problem.upper,
      rowLower: rows.lower,
      rowUpper: rows.upper,
      integrality: problem.whole!,
      matrix: {
        format: 'csr' as const,
        numRows: rows.lower.length,
        numCols: problem.cost.length,
        starts: rows.starts,
        indices: rows.columns,
        values: rows.factors,
      },
    })
    model.options.set({ output_flag: false, random_seed: 1, presolve })
    model.run()
    const iterations = Number(model.info.get('simplex_iteration_count'))
    model.dispose()
    return iterations
  })
}

describe('a problem that has to be run twice', () => {
  test('is charged with both runs', async () => {
    const problem = unclearProblem()
    const [first, second] = (await iterationsOf(problem)) as [number, number]
    expect(Math.min(first, second)).toBeGreaterThan(3)
    const work = new WorkBudget(1000)
    const solution = await work.meter(await solverInThisThread()).solve(problem)
    expect(solution).toMatchObject({ status: 'unbounded', nodes: 2 })
    // the second run starts from what the first has left
    expect(solution.pivots).toBeGreaterThan(first)
    expect(work.spent()).toMatchObject({ problems: 1, pivots: solution.pivots })
  })

  test('is not run again where the first run has taken all that is allowed', async () => {
    const problem = unclearProblem()
    const [first] = (await iterationsOf(problem)) as [number, number]
    const highs = await HighsProblems.load()
    const id = highs.open(problem)
    const solution = highs.solve(id, { pivots: first })
    expect(solution).toMatchObject({ status: 'stopped', pivots: first, nodes: 1 })
    expect(solution.values).toHaveLength(0)
    // what was left undone can be done later
    expect(highs.solve(id).status).toBe('unbounded')
    highs.close(id)
  })
})
