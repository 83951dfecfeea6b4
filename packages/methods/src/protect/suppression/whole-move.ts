import type { Target } from '../primary/targets.ts'
import type { LinearProblem, Solver } from '../solver.ts'
import { gainOf, scaleMove, staysFeasible, type Move } from './move.ts'
import { floorsFor, type SuppressionProblem } from './suppression-problem.ts'

/**
 * Turns the answer of a linear problem into a move of whole amounts. Figures are whole, so a
 * fractional alternative proves nothing: in tables of three and more dimensions such answers
 * occur. A multiple of it is tried first, then a mixed-integer problem on the cells it touches,
 * then on all cells near it.
 *
 * @param widest how many relations away the cells near it lie at most
 * @param effort how many problems of many cells may still be solved
 */
export async function makeWhole(
  problem: SuppressionProblem,
  solver: Solver,
  target: Target,
  amounts: ReadonlyMap<number, number>,
  frozen: readonly number[],
  costOf: (cell: number) => number,
  widest = 3,
  effort: Effort = { left: Number.POSITIVE_INFINITY },
): Promise<Move | undefined> {
  for (const times of [1, 2, 3, 4, 5, 6]) {
    const move = roundedMove(amounts, times)
    if (move === undefined || !addsUp(problem, move)) continue
    const enough = scaleMove(move, Math.max(1, Math.ceil(target.need / gainOf(target, move))))
    if (gainOf(target, move) > 0 && staysFeasible(problem, target, enough, 1)) return enough
  }
  const still = new Set(frozen)
  let cells = [...amounts.keys()]
  for (let reach = 0; reach <= widest; reach += 1) {
    if (reach > 0) cells = widen(problem, cells, still, costOf, 4000)
    if (cells.length > wholeBestUpTo) {
      if (effort.left <= 0) return undefined
      effort.left -= 1
    }
    const move = await solveWhole(problem, solver, target, cells, costOf)
    if (move !== undefined) return move
  }
  return undefined
}

/** Cells up to which the cheapest whole move is sought, and not any. */
const wholeBestUpTo = 150

/** Problems in whole numbers of many cells that a search may still solve: each may take seconds. */
export interface Effort {
  left: number
}

/** How long the cheapest whole move among few cells is sought, and the first few among many. */
const bestEffort = { nodes: 200, gap: 0.05, pivots: 30_000, seconds: 60 }
const anyEffort = { nodes: 20, gap: 0.5, solutions: 2, pivots: 30_000, seconds: 60 }

function roundedMove(amounts: ReadonlyMap<number, number>, times: number): Move | undefined {
  const cells: number[] = []
  const whole: number[] = []
  for (const [cell, amount] of amounts) {
    const rounded = Math.round(amount * times)
    if (Math.abs(rounded - amount * times) > 1e-5 * Math.max(1, Math.abs(rounded))) return undefined
    if (rounded !== 0) {
      cells.push(cell)
      whole.push(rounded)
    }
  }
  return { cells, amounts: whole }
}

/** Whether every relation still adds up exactly after the move. */
export function addsUp(problem: SuppressionProblem, move: Move): boolean {
  const { relationsOfCell } = relationIndex(problem)
  const { starts, cells } = problem.programme.relations
  const residuals = new Map<number, number>()
  move.cells.forEach((cell, at) => {
    for (const relation of relationsOfCell(cell)) {
      const sign = cells[starts[relation]!] === cell ? -1 : 1
      residuals.set(relation, (residuals.get(relation) ?? 0) + sign * move.amounts[at]!)
    }
  })
  for (const residual of residuals.values()) if (residual !== 0) return false
  return true
}

interface RelationIndex {
  readonly relationsOfCell: (cell: number) => Int32Array
}

const indices = new WeakMap<SuppressionProblem, RelationIndex>()

/** Which relations a cell stands in, made once a problem. */
export function relationIndex(problem: SuppressionProblem): RelationIndex {
  let index = indices.get(problem)
  if (index === undefined) {
    const { starts, cells, count } = problem.programme.relations
    const offsets = new Int32Array(problem.programme.cellCount + 1)
    for (const cell of cells) offsets[cell + 1]! += 1
    for (let cell = 0; cell < problem.programme.cellCount; cell += 1) {
      offsets[cell + 1]! += offsets[cell]!
    }
    const fill = offsets.slice()
    const relations = new Int32Array(cells.length)
    for (let relation = 0; relation < count; relation += 1) {
      for (let at = starts[relation]!; at < starts[relation + 1]!; at += 1) {
        const cell = cells[at]!
        relations[fill[cell]!] = relation
        fill[cell]! += 1
      }
    }
    index = {
      relationsOfCell: (cell) => relations.subarray(offsets[cell], offsets[cell + 1]),
    }
    indices.set(problem, index)
  }
  return index
}

/** Adds the cells that share a relation with those given: hidden and cheap ones first. */
function widen(
  problem: SuppressionProblem,
  cells: readonly number[],
  still: ReadonlySet<number>,
  costOf: (cell: number) => number,
  most: number,
): number[] {
  const { relationsOfCell } = relationIndex(problem)
  const { starts, cells: related } = problem.programme.relations
  const taken = new Set(cells)
  const relations = new Set<number>()
  for (const cell of cells) for (const relation of relationsOfCell(cell)) relations.add(relation)
  const found = new Set<number>()
  for (const relation of relations) {
    for (let at = starts[relation]!; at < starts[relation + 1]!; at += 1) {
      const cell = related[at]!
      if (taken.has(cell) || still.has(cell) || problem.suppressible[cell] === 0) continue
      found.add(cell)
    }
  }
  const added = [...found].sort((a, b) => costOf(a) - costOf(b) || a - b)
  return [...taken, ...added.slice(0, Math.max(0, most - taken.size))]
}

/**
 * The cheapest move for a target among some cells only, all others staying as they are.
 */
export async function findMoveAmong(
  problem: SuppressionProblem,
  solver: Solver,
  target: Target,
  cells: readonly number[],
  frozen: readonly number[],
  costOf: (cell: number) => number,
): Promise<Move | undefined> {
  const column = new Map(cells.map((cell, at) => [cell, at]))
  if (!column.has(target.cell)) return undefined
  if (target.parent !== undefined && !column.has(target.parent)) {
    column.set(target.parent, column.size)
  }
  const { whole: _, ...linear } = wholeProblem(problem, target, column, costOf)
  const solution = await solver.solve(linear)
  if (solution.status !== 'optimal') return undefined
  const amounts = new Map<number, number>()
  for (const [cell, at] of column) {
    const amount = solution.values[at]! - solution.values[at + column.size]!
    if (Math.abs(amount) > 1e-7) amounts.set(cell, amount)
  }
  return await makeWhole(problem, solver, target, amounts, frozen, costOf)
}

async function solveWhole(
  problem: SuppressionProblem,
  solver: Solver,
  target: Target,
  cells: readonly number[],
  costOf: (cell: number) => number,
): Promise<Move | undefined> {
  const column = new Map(cells.map((cell, at) => [cell, at]))
  const own = column.get(target.cell)
  if (own === undefined) return undefined
  if (target.parent !== undefined && !column.has(target.parent)) {
    column.set(target.parent, column.size)
  }
  const linear = wholeProblem(problem, target, column, costOf)
  // of many cells any whole move will do: what is best among them takes too long to know
  const solution = await solver.solve(linear, column.size <= wholeBestUpTo ? bestEffort : anyEffort)
  if (solution.values.length === 0) return undefined
  const moved: number[] = []
  const amounts: number[] = []
  const half = column.size
  for (const [cell, at] of column) {
    const amount = Math.round(solution.values[at]!) - Math.round(solution.values[at + half]!)
    if (amount !== 0) {
      moved.push(cell)
      amounts.push(amount)
    }
  }
  const move = { cells: moved, amounts }
  const fits =
    addsUp(problem, move) &&
    staysFeasible(problem, target, move, 1) &&
    gainOf(target, move) >= target.need
  return fits ? move : undefined
}

function wholeProblem(
  problem: SuppressionProblem,
  target: Target,
  column: ReadonlyMap<number, number>,
  costOf: (cell: number) => number,
): LinearProblem {
  const { relationsOfCell } = relationIndex(problem)
  const { starts, cells: related } = problem.programme.relations
  const floors = floorsFor(problem, target)
  const half = column.size
  const cost = new Float64Array(2 * half)
  const upper = new Float64Array(2 * half).fill(Number.POSITIVE_INFINITY)
  const relations = new Set<number>()
  for (const [cell, at] of column) {
    cost[at] = cost[at + half] = costOf(cell)
    upper[at + half] = problem.values[cell]! - floors[cell]!
    for (const relation of relationsOfCell(cell)) relations.add(relation)
  }
  const rowStarts = [0]
  const columns: number[] = []
  const factors: number[] = []
  const put = (at: number, factor: number) => {
    columns.push(at, at + half)
    factors.push(factor, -factor)
  }
  for (const relation of relations) {
    const first = starts[relation]!
    for (let at = first; at < starts[relation + 1]!; at += 1) {
      const place = column.get(related[at]!)
      if (place !== undefined) put(place, at === first ? -1 : 1)
    }
    rowStarts.push(columns.length)
  }
  if (target.parent !== undefined) put(column.get(target.parent)!, 1)
  put(column.get(target.cell)!, target.parent === undefined ? 1 : -1)
  rowStarts.push(columns.length)
  const rowCount = rowStarts.length - 1
  const lower = new Float64Array(rowCount)
  const rowUpper = new Float64Array(rowCount)
  lower[rowCount - 1] = target.need
  rowUpper[rowCount - 1] = Number.POSITIVE_INFINITY
  return {
    maximise: false,
    cost,
    lower: new Float64Array(2 * half),
    upper,
    whole: new Int32Array(2 * half).fill(1),
    rows: {
      lower,
      upper: rowUpper,
      starts: Int32Array.from(rowStarts),
      columns: Int32Array.from(columns),
      factors: Float64Array.from(factors),
    },
  }
}
