import type { LinearSolution, OpenProblem, Solver } from '../solver.ts'
import type { Cut } from './separation.ts'

/** The choice of cells to hide: least weight that satisfies the inequalities found so far. */
export class MasterProblem {
  readonly #open: OpenProblem
  readonly #columnOf: ReadonlyMap<number, number>
  readonly #always: ReadonlySet<number>
  readonly #count: number
  cuts = 0

  private constructor(
    open: OpenProblem,
    columnOf: ReadonlyMap<number, number>,
    always: ReadonlySet<number>,
  ) {
    this.#open = open
    this.#columnOf = columnOf
    this.#always = always
    this.#count = columnOf.size
  }

  /** @param always cells that are hidden in any case: the sensitive ones */
  static async open(
    cells: readonly number[],
    weights: ArrayLike<number>,
    always: ReadonlySet<number>,
    solver: Solver,
  ): Promise<MasterProblem> {
    const open = await solver.open({
      maximise: false,
      cost: Float64Array.from(cells, (cell) => weights[cell]!),
      lower: Float64Array.from(cells, (cell) => (always.has(cell) ? 1 : 0)),
      upper: new Float64Array(cells.length).fill(1),
      rows: {
        lower: new Float64Array(),
        upper: new Float64Array(),
        starts: Int32Array.of(0),
        columns: new Int32Array(),
        factors: new Float64Array(),
      },
    })
    return new MasterProblem(open, new Map(cells.map((cell, at) => [cell, at])), always)
  }

  /** Solves with the new inequalities; whole or relaxed. */
  async solve(cuts: readonly Cut[], whole: boolean): Promise<LinearSolution> {
    const starts = [0]
    const columns: number[] = []
    const factors: number[] = []
    const lower: number[] = []
    for (const cut of cuts) {
      let right = 1
      cut.cells.forEach((cell, at) => {
        // what is hidden in any case is on the other side already
        if (this.#always.has(cell)) right -= cut.factors[at]!
        else {
          columns.push(this.#columnOf.get(cell)!)
          factors.push(cut.factors[at]!)
        }
      })
      lower.push(right)
      starts.push(columns.length)
    }
    this.cuts += cuts.length
    return await this.#open.solve({
      whole: whole ? Array.from({ length: this.#count }, (_, column) => column) : [],
      nodes: this.#count > 100 ? 100 : 300,
      ...(whole ? { pivots: 100_000 } : {}),
      gap: this.#count > 100 ? 0.02 : 0,
      addedRows: {
        lower: Float64Array.from(lower),
        upper: new Float64Array(lower.length).fill(Number.POSITIVE_INFINITY),
        starts: Int32Array.from(starts),
        columns: Int32Array.from(columns),
        factors: Float64Array.from(factors),
      },
    })
  }

  async close(): Promise<void> {
    await this.#open.close()
  }
}
