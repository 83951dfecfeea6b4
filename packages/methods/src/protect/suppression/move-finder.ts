import type { Target } from '../primary/targets.ts'
import type { LinearChanges, LinearProblem, OpenProblem, Solver } from '../solver.ts'
import { gainOf, scaleMove, staysFeasible, type Move } from './move.ts'
import type { SuppressionProblem } from './suppression-problem.ts'
import { makeWhole, type Effort } from './whole-move.ts'

/** Columns that a search may change for every target of group disclosure. */
const mostOpen = 3000

/**
 * Finds the move that protects a target at the least cost of cells to hide, by a linear problem
 * over the whole programme: hierarchies, margins and linked tables are one system of relations.
 *
 * ```math
 * \min \sum_i c_i (u_i + d_i) \quad\text{with}\quad A(u - d) = 0,\; u_i \ge 0,\; 0 \le d_i \le v_i - f_i
 * ```
 *
 * where `A` holds the relations of all tables, `f` is what is known at least of a value, and the target
 * gains at least what it needs.
 *
 * The cost of a hidden cell is near 0, so moves run through hidden cells where they can. The
 * problem stays in the solver: each target starts from the answer for the last one.
 *
 * @see Castro, "Recent advances in optimization techniques for statistical tabular data
 *   protection", EJOR 216 (2012), section 4.2 (shortest-path and network heuristics)
 */
export class MoveFinder {
  readonly #problem: SuppressionProblem
  readonly #solver: Solver
  readonly #open: OpenProblem
  readonly #columnOf: Int32Array
  readonly #cells: Int32Array
  readonly #groupRow: ReadonlyMap<Target, number>
  readonly #costs: Float64Array
  #staged = new Map<number, number>()
  #reset: Bounds = noBounds()
  /** Columns that may fall lower for the public than for a contributor. */
  readonly #openColumns: readonly number[]
  solved = 0
  /** How far from a fractional move a whole one is looked for; see `makeWhole`. */
  widest = 3
  effort: Effort = { left: Number.POSITIVE_INFINITY }

  private constructor(
    problem: SuppressionProblem,
    solver: Solver,
    open: OpenProblem,
    frame: Frame,
  ) {
    this.#problem = problem
    this.#solver = solver
    this.#open = open
    this.#columnOf = frame.columnOf
    this.#cells = frame.cells
    this.#groupRow = frame.groupRow
    this.#costs = frame.costs
    const { floors, publicFloors } = problem
    const lower = Array.from(frame.cells.keys()).filter(
      (column) => publicFloors[frame.cells[column]!]! < floors[frame.cells[column]!]!,
    )
    this.#openColumns = lower.length > mostOpen ? [] : lower
  }

  static async open(problem: SuppressionProblem, solver: Solver): Promise<MoveFinder> {
    const frame = frameOf(problem)
    return new MoveFinder(problem, solver, await solver.open(frame.linear), frame)
  }

  /** Sets what it costs a move to change a cell by one unit; taken up by the next search. */
  setCost(cell: number, cost: number): void {
    const column = this.#columnOf[cell]!
    if (column === -1 || this.#costs[column] === cost) return
    this.#costs[column] = cost
    this.#staged.set(column, cost)
  }

  costOf(cell: number): number {
    const column = this.#columnOf[cell]!
    return column === -1 ? Number.POSITIVE_INFINITY : this.#costs[column]!
  }

  /**
   * The cheapest move for a target that leaves `frozen` cells as they are.
   *
   * @returns undefined where there is none
   */
  async find(target: Target, frozen: readonly number[] = []): Promise<Move | undefined> {
    const own = this.#columnOf[target.cell]!
    if (own === -1) return undefined
    const stops = frozen
      .map((cell) => this.#columnOf[cell]!)
      .filter((column) => column !== -1 && column !== own)
    const wanted = this.#boundsFor(target, own, stops, true)
    // the last target's bounds are lifted in the same call that sets this one's
    const changes = { ...joinBounds(this.#reset, wanted), ...this.#takeCosts() }
    const solution = await this.#open.solve(changes)
    this.solved += 1
    this.#reset = this.#boundsFor(target, own, stops, false)
    if (solution.status !== 'optimal') return undefined
    const half = this.#cells.length
    const amounts = new Map<number, number>()
    for (let column = 0; column < half; column += 1) {
      const amount = solution.values[column]! - solution.values[column + half]!
      if (Math.abs(amount) > 1e-7) amounts.set(this.#cells[column]!, amount)
    }
    const move = await makeWhole(
      this.#problem,
      this.#solver,
      target,
      amounts,
      frozen,
      (cell) => this.costOf(cell),
      this.widest,
      this.effort,
    )
    if (move === undefined) return undefined
    const times = Math.ceil(target.need / gainOf(target, move))
    const enough = scaleMove(move, times)
    return staysFeasible(this.#problem, target, enough, 1) ? enough : undefined
  }

  async close(): Promise<void> {
    await this.#open.close()
  }

  #boundsFor(target: Target, own: number, stops: readonly number[], on: boolean): Bounds {
    const half = this.#cells.length
    const bounds = noBounds()
    const set = (column: number, lower: number, upper: number) => {
      bounds.columns.push(column)
      bounds.lower.push(lower)
      bounds.upper.push(upper)
    }
    for (const column of stops) {
      set(column, 0, on ? 0 : Number.POSITIVE_INFINITY)
      set(column + half, 0, on ? 0 : this.#roomBelow(column))
    }
    if (target.parent === undefined) {
      set(own, on ? target.need : 0, Number.POSITIVE_INFINITY)
      set(own + half, 0, on ? 0 : this.#roomBelow(own))
    } else {
      for (const column of this.#openColumns) {
        if (!stops.includes(column)) set(column + half, 0, this.#roomBelow(column, on))
      }
      bounds.rows.push(this.#groupRow.get(target)!)
      bounds.rowLower.push(on ? target.need : Number.NEGATIVE_INFINITY)
      bounds.rowUpper.push(Number.POSITIVE_INFINITY)
    }
    return bounds
  }

  #roomBelow(column: number, toThePublic = false): number {
    const cell = this.#cells[column]!
    const { values, floors, publicFloors } = this.#problem
    return values[cell]! - (toThePublic ? publicFloors : floors)[cell]!
  }

  #takeCosts(): LinearChanges {
    if (this.#staged.size === 0) return {}
    const half = this.#cells.length
    const columns: number[] = []
    const values: number[] = []
    for (const [column, cost] of this.#staged) {
      columns.push(column, column + half)
      values.push(cost, cost)
    }
    this.#staged = new Map()
    return { cost: { columns, values } }
  }
}

interface Bounds {
  columns: number[]
  lower: number[]
  upper: number[]
  rows: number[]
  rowLower: number[]
  rowUpper: number[]
}

function noBounds(): Bounds {
  return { columns: [], lower: [], upper: [], rows: [], rowLower: [], rowUpper: [] }
}

function joinBounds(first: Bounds, then: Bounds): LinearChanges {
  return {
    bounds: {
      columns: [...first.columns, ...then.columns],
      lower: [...first.lower, ...then.lower],
      upper: [...first.upper, ...then.upper],
    },
    rowBounds: {
      rows: [...first.rows, ...then.rows],
      lower: [...first.rowLower, ...then.rowLower],
      upper: [...first.rowUpper, ...then.rowUpper],
    },
  }
}

interface Frame {
  readonly linear: LinearProblem
  readonly columnOf: Int32Array
  readonly cells: Int32Array
  readonly groupRow: ReadonlyMap<Target, number>
  readonly costs: Float64Array
}

function frameOf(problem: SuppressionProblem): Frame {
  const { programme, suppressible, values, floors, weights, targets } = problem
  const columnOf = new Int32Array(programme.cellCount).fill(-1)
  const listed: number[] = []
  for (let cell = 0; cell < programme.cellCount; cell += 1) {
    if (suppressible[cell] === 1) columnOf[cell] = listed.push(cell) - 1
  }
  const cells = Int32Array.from(listed)
  const half = cells.length
  const { starts, cells: related, count } = programme.relations
  const rowStarts = [0]
  const columns: number[] = []
  const factors: number[] = []
  const put = (column: number, factor: number) => {
    columns.push(column, column + half)
    factors.push(factor, -factor)
  }
  for (let relation = 0; relation < count; relation += 1) {
    const first = starts[relation]!
    const before = columns.length
    for (let at = first; at < starts[relation + 1]!; at += 1) {
      const column = columnOf[related[at]!]!
      if (column !== -1) put(column, at === first ? -1 : 1)
    }
    if (columns.length > before) rowStarts.push(columns.length)
  }
  const additive = rowStarts.length - 1
  const groupRow = new Map<Target, number>()
  for (const target of targets) {
    if (target.parent === undefined) continue
    groupRow.set(target, rowStarts.length - 1)
    put(columnOf[target.parent]!, 1)
    put(columnOf[target.cell]!, -1)
    rowStarts.push(columns.length)
  }
  const rowCount = rowStarts.length - 1
  const lower = new Float64Array(rowCount)
  const upper = new Float64Array(rowCount)
  lower.fill(Number.NEGATIVE_INFINITY, additive)
  upper.fill(Number.POSITIVE_INFINITY, additive)
  const costs = Float64Array.from(cells, (cell) => weights[cell]!)
  const cost = new Float64Array(2 * half)
  cost.set(costs)
  cost.set(costs, half)
  const upperColumns = new Float64Array(2 * half).fill(Number.POSITIVE_INFINITY)
  cells.forEach((cell, at) => (upperColumns[half + at] = values[cell]! - floors[cell]!))
  return {
    columnOf,
    cells,
    groupRow,
    costs,
    linear: {
      maximise: false,
      cost,
      lower: new Float64Array(2 * half),
      upper: upperColumns,
      rows: {
        lower,
        upper,
        starts: Int32Array.from(rowStarts),
        columns: Int32Array.from(columns),
        factors: Float64Array.from(factors),
      },
    },
  }
}
