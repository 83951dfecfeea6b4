/**
 * A linear (or mixed-integer) problem as it is handed to the solver that the platform passes in:
 *
 * ```math
 * \min_x \text{ or } \max_x\; \sum_j c_j x_j + \tfrac12 \sum_j q_j x_j^2
 * ```
 *
 * with bounds on the rows of A·x and on the columns x.
 * Rows are stored one after the other: row r has the entries `starts[r]` to `starts[r + 1]`.
 */
export interface LinearProblem {
  readonly maximise: boolean
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** 1 where a column takes whole numbers only; absent: nowhere. */
  readonly whole?: Int32Array
  /** Diagonal of the quadratic term; absent: linear. */
  readonly quadratic?: Float64Array
  readonly rows: LinearRows
}

export interface LinearRows {
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly factors: Float64Array
}

/** What is changed in an open problem before it is solved again; the rest stays. */
export interface LinearChanges {
  readonly maximise?: boolean
  readonly cost?: { readonly columns: readonly number[]; readonly values: readonly number[] }
  readonly bounds?: {
    readonly columns: readonly number[]
    readonly lower: readonly number[]
    readonly upper: readonly number[]
  }
  readonly rowBounds?: {
    readonly rows: readonly number[]
    readonly lower: readonly number[]
    readonly upper: readonly number[]
  }
  readonly addedRows?: LinearRows
  /** Whole-number columns from now on: all listed ones, and none else. */
  readonly whole?: readonly number[]
  /** Most seconds for this solve. */
  readonly seconds?: number
  /** Most nodes of a mixed-integer solve: unlike seconds, the same on every machine. */
  readonly nodes?: number
  /** Most simplex iterations, those of every node together: the same on every machine too. */
  readonly pivots?: number
  /** Solutions, each better than the last, after which a mixed-integer solve may stop. */
  readonly solutions?: number
  /** Relative gap at which a mixed-integer solve may stop. */
  readonly gap?: number
}

export type SolveStatus = 'optimal' | 'infeasible' | 'unbounded' | 'stopped'

export interface LinearSolution {
  readonly status: SolveStatus
  readonly objective: number
  /** Best bound of a mixed-integer solve; the objective itself for a linear one. */
  readonly bound: number
  /** Values of the columns; empty where none were found. */
  readonly values: Float64Array
  /** Reduced costs of a linear solve; empty otherwise. */
  readonly reducedCosts: Float64Array
  /** Simplex iterations that it took, those of every node together. */
  readonly pivots: number
  /** Nodes of a mixed-integer solve; 0 for a linear one. */
  readonly nodes: number
}

/** A problem kept in the solver, so that a changed one starts from the last answer. */
export interface OpenProblem {
  solve(changes?: LinearChanges): Promise<LinearSolution>
  close(): Promise<void>
}

/** The solver that the platform passes in; methods never load one themselves. */
export interface Solver {
  solve(problem: LinearProblem, changes?: LinearChanges): Promise<LinearSolution>
  open(problem: LinearProblem): Promise<OpenProblem>
}
