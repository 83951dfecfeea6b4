import type { Target } from '../primary/targets.ts'
import type { OpenProblem, Solver } from '../solver.ts'
import { relationIndex } from './whole-move.ts'
import { floorsFor, type SuppressionProblem } from './suppression-problem.ts'

/** Σ factor·y ≥ 1: at least so much of these cells must be hidden in any safe pattern. */
export interface Cut {
  readonly cells: readonly number[]
  readonly factors: readonly number[]
}

export interface Separated {
  readonly gain: number
  /** The move of the best attack, by column; to see which cells it changes. */
  readonly moved: Float64Array
  readonly cut: Cut | undefined
}

/** How far up a cell may go in the attacker's problem, in multiples of the need. */
const room = 4

/**
 * The attacker's problem for one target under a (possibly fractional) pattern y: how far can the
 * target rise when cell i may fall by (value − floor)·y and rise by room·need·y? If not far
 * enough, the reduced costs of the answer give an inequality that this pattern violates and every
 * safe pattern satisfies (a capacity constraint).
 *
 * @see Fischetti and Salazar, "Models and algorithms for optimizing cell suppression in tabular
 *   data with linear constraints", JASA 95 (2000), section 4.1, with the strengthening of
 *   coefficients to the protection level
 */
export class Separation {
  readonly #problem: SuppressionProblem
  readonly #open: OpenProblem
  readonly #cells: readonly number[]
  readonly #columnOf: ReadonlyMap<number, number>
  solved = 0

  private constructor(problem: SuppressionProblem, open: OpenProblem, cells: readonly number[]) {
    this.#problem = problem
    this.#open = open
    this.#cells = cells
    this.#columnOf = new Map(cells.map((cell, at) => [cell, at]))
  }

  static async open(
    problem: SuppressionProblem,
    cells: readonly number[],
    solver: Solver,
  ): Promise<Separation> {
    const { starts, cells: related } = problem.programme.relations
    const columnOf = new Map(cells.map((cell, at) => [cell, at]))
    const relations = new Set<number>()
    const { relationsOfCell } = relationIndex(problem)
    for (const cell of cells) for (const relation of relationsOfCell(cell)) relations.add(relation)
    const rowStarts = [0]
    const columns: number[] = []
    const factors: number[] = []
    for (const relation of relations) {
      const first = starts[relation]!
      for (let at = first; at < starts[relation + 1]!; at += 1) {
        const column = columnOf.get(related[at]!)
        if (column === undefined) continue
        columns.push(column)
        factors.push(at === first ? -1 : 1)
      }
      rowStarts.push(columns.length)
    }
    const zeros = new Float64Array(relations.size)
    const open = await solver.open({
      maximise: true,
      cost: new Float64Array(cells.length),
      lower: new Float64Array(cells.length),
      upper: new Float64Array(cells.length),
      rows: {
        lower: zeros,
        upper: zeros,
        starts: Int32Array.from(rowStarts),
        columns: Int32Array.from(columns),
        factors: Float64Array.from(factors),
      },
    })
    return new Separation(problem, open, cells)
  }

  /**
   * @param share y of each column
   * @param fixed cells known to this attacker, which stay
   * @param parts what this attacker has himself in cells, which do not fall below it
   */
  async separate(
    target: Target,
    share: ArrayLike<number>,
    fixed: ReadonlySet<number> = new Set(),
    parts?: ReadonlyMap<number, number>,
  ): Promise<Separated> {
    const { values } = this.#problem
    const floors = floorsFor(this.#problem, target)
    const { need } = target
    const fall = (cell: number) =>
      fixed.has(cell) ? 0 : values[cell]! - Math.max(floors[cell]!, parts?.get(cell) ?? 0)
    const rise = (cell: number) => (fixed.has(cell) ? 0 : room * need)
    const objective = new Map([[this.#columnOf.get(target.cell)!, 1]])
    if (target.parent !== undefined) {
      objective.set(this.#columnOf.get(target.cell)!, -1)
      objective.set(this.#columnOf.get(target.parent)!, 1)
    }
    const columns = this.#cells.map((_, column) => column)
    const solution = await this.#open.solve({
      cost: { columns, values: columns.map((column) => objective.get(column) ?? 0) },
      bounds: {
        columns,
        // adding zero turns the negative zero of an unmoved cell into zero
        lower: columns.map((column) => -fall(this.#cells[column]!) * share[column]! + 0),
        upper: columns.map((column) => rise(this.#cells[column]!) * share[column]!),
      },
    })
    this.solved += 1
    const gain = solution.objective
    if (gain >= need - 1e-6 * Math.max(1, need)) {
      return { gain, moved: solution.values, cut: undefined }
    }
    const cells: number[] = []
    const factors: number[] = []
    this.#cells.forEach((cell, column) => {
      const dual = solution.reducedCosts[column]!
      const worth = Math.abs(dual) < 1e-9 ? 0 : dual > 0 ? dual * rise(cell) : -dual * fall(cell)
      if (worth > 1e-9) {
        cells.push(cell)
        factors.push(Math.min(1, worth / need))
      }
    })
    return { gain, moved: solution.values, cut: { cells, factors } }
  }

  async close(): Promise<void> {
    await this.#open.close()
  }
}
