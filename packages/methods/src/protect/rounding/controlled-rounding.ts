import type { Solver } from '../solver.ts'
import type { Programme } from '../table/programme.ts'

/**
 * Controlled rounding: every figure becomes a multiple of the base next to it, and all tables
 * still add up. Multiples of the base stay where they can (zero-restricted); where a programme of
 * three or more dimensions allows no such rounding, cells may go one base further, at a price.
 *
 * ```math
 * \min \sum_i |r_i - v_i| \quad\text{over whole multiples } r_i \text{ of the base that satisfy every relation}
 * ```
 *
 * @param base whole number, at least 2
 * @returns rounded figures in the order of the cells, or undefined where none was found
 * @see Salazar, "Controlled rounding and cell perturbation: statistical disclosure limitation
 *   methods for tabular data", Mathematical Programming 105 (2006)
 */
export async function roundControlled(
  programme: Programme,
  values: ArrayLike<number>,
  base: number,
  solver: Solver,
): Promise<Float64Array | undefined> {
  for (const further of [0, 1, 2]) {
    const rounded = await roundWithin(programme, values, base, further, solver)
    if (rounded !== undefined) return rounded
  }
  return undefined
}

async function roundWithin(
  programme: Programme,
  values: ArrayLike<number>,
  base: number,
  further: number,
  solver: Solver,
): Promise<Float64Array | undefined> {
  const count = programme.cellCount
  const { relations } = programme
  const lowest = new Float64Array(count)
  const lower = new Float64Array(2 * count)
  const upper = new Float64Array(2 * count)
  const cost = new Float64Array(2 * count)
  for (let cell = 0; cell < count; cell += 1) {
    const rest = values[cell]! % base
    const floor = (values[cell]! - rest) / base
    lowest[cell] = floor
    // the first column is the multiple itself, the second its distance, in bases
    lower[cell] = Math.max(0, floor - further)
    upper[cell] = floor + (rest === 0 ? 0 : 1) + further
    upper[count + cell] = Number.POSITIVE_INFINITY
    cost[count + cell] = 1
  }
  const starts = [0]
  const columns: number[] = []
  const factors: number[] = []
  const rowLower: number[] = []
  const rowUpper: number[] = []
  for (let relation = 0; relation < relations.count; relation += 1) {
    for (let at = relations.starts[relation]!; at < relations.starts[relation + 1]!; at += 1) {
      columns.push(relations.cells[at]!)
      factors.push(at === relations.starts[relation]! ? -1 : 1)
    }
    starts.push(columns.length)
    rowLower.push(0)
    rowUpper.push(0)
  }
  for (let cell = 0; cell < count; cell += 1) {
    const exact = values[cell]! / base
    // distance ≥ multiple − exact, distance ≥ exact − multiple
    for (const sign of [1, -1]) {
      columns.push(count + cell, cell)
      factors.push(1, -sign)
      starts.push(columns.length)
      rowLower.push(-sign * exact)
      rowUpper.push(Number.POSITIVE_INFINITY)
    }
  }
  const solution = await solver.solve(
    {
      maximise: false,
      cost,
      lower,
      upper,
      whole: Int32Array.from({ length: 2 * count }, (_, column) => (column < count ? 1 : 0)),
      rows: {
        lower: Float64Array.from(rowLower),
        upper: Float64Array.from(rowUpper),
        starts: Int32Array.from(starts),
        columns: Int32Array.from(columns),
        factors: Float64Array.from(factors),
      },
    },
    { nodes: 50_000, gap: 1e-4 },
  )
  if (solution.values.length === 0) return undefined
  return solution.values.slice(0, count).map((multiple) => Math.round(multiple) * base + 0)
}
