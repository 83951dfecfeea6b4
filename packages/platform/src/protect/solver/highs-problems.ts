import loadHighs, {
  type Highs,
  type HighsCallbackMap,
  type Model,
  type ModelStatusCode,
} from 'highs'
import type {
  LinearChanges,
  LinearProblem,
  LinearRows,
  LinearSolution,
  SolveStatus,
} from '@caudal/methods/protect'

const optimal = 7
const infeasible = 8
const unboundedOrInfeasible = 9
const unbounded = 10

/**
 * Problems kept in one HiGHS (compiled to WebAssembly, shipped in the npm package: nothing is
 * downloaded). Calls block: it runs in a worker thread, or in a test.
 */
export class HighsProblems {
  readonly #highs: Highs
  readonly #open = new Map<number, OpenModel>()
  #next = 1

  private constructor(highs: Highs) {
    this.#highs = highs
  }

  static async load(): Promise<HighsProblems> {
    // the declaration is written for CommonJS; the module exports the loader itself
    const load = loadHighs as unknown as () => Promise<Highs>
    return new HighsProblems(await load())
  }

  open(problem: LinearProblem): number {
    const model = this.#highs.createModel(modelOf(problem, this.#highs))
    // one seed, so that the same figures are protected the same way on every run
    model.options.set({ output_flag: false, random_seed: 1 })
    const id = this.#next
    this.#next += 1
    this.#open.set(id, {
      model,
      whole: wholeColumns(problem.whole),
      quadratic: !!problem.quadratic,
    })
    return id
  }

  solve(id: number, changes: LinearChanges = {}): LinearSolution {
    const open = this.#open.get(id)
    if (open === undefined) throw new Error(`No problem ${id} is open in the solver.`)
    const { model } = open
    change(open, changes)
    model.options.set('time_limit', model.getRunTime() + (changes.seconds ?? 3600))
    model.options.set('mip_rel_gap', changes.gap ?? 0)
    model.options.set('mip_max_nodes', changes.nodes ?? 2 ** 31 - 1)
    model.options.set('mip_max_improving_sols', changes.solutions ?? 2 ** 31 - 1)
    const spent = { pivots: 0, nodes: 0 }
    let status = this.#run(open, spent, changes.pivots)
    if (status === unboundedOrInfeasible) {
      const left = changes.pivots === undefined ? undefined : changes.pivots - spent.pivots
      if (left !== undefined && left <= 0) return stopped(spent)
      model.options.set('presolve', 'off')
      status = this.#run(open, spent, left)
      model.options.set('presolve', 'choose')
    }
    return solutionOf(open, status, spent)
  }

  /** Runs a problem as it stands, and adds to what it has taken. */
  #run(open: OpenModel, spent: Spent, pivots: number | undefined): ModelStatusCode {
    const { model, whole } = open
    model.options.set('simplex_iteration_limit', pivots ?? 2 ** 31 - 1)
    model.run(this.#stopAfter(open, pivots))
    spent.pivots += Math.max(0, Number(model.info.get('simplex_iteration_count')))
    if (whole.length > 0) spent.nodes += Math.max(0, Number(model.info.get('mip_node_count')))
    return model.getModelStatus()
  }

  /** In whole numbers the limit of iterations binds no solve of the tree: the tree is asked between them. */
  #stopAfter({ whole }: OpenModel, pivots: number | undefined): HighsCallbackMap | undefined {
    if (pivots === undefined || whole.length === 0) return undefined
    return {
      [this.#highs.constants.callbackType.mipInterrupt](event) {
        if (Number(event.data.mip_total_lp_iterations ?? 0) > pivots) event.interrupt()
        return undefined
      },
    }
  }

  close(id: number): void {
    this.#open.get(id)?.model.dispose()
    this.#open.delete(id)
  }
}

/** What the runs of one problem have taken. */
interface Spent {
  pivots: number
  nodes: number
}

interface OpenModel {
  readonly model: Model
  readonly quadratic: boolean
  whole: readonly number[]
}

function modelOf(problem: LinearProblem, highs: Highs) {
  const { rows, cost } = problem
  const sense = highs.constants.objectiveSense
  const quadratic = problem.quadratic
  return {
    numCols: cost.length,
    numRows: rows.lower.length,
    sense: problem.maximise ? sense.maximize : sense.minimize,
    colCost: cost,
    colLower: problem.lower,
    colUpper: problem.upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: matrixOf(rows, cost.length),
    ...(problem.whole === undefined ? {} : { integrality: problem.whole }),
    ...(quadratic === undefined
      ? {}
      : {
          hessian: {
            format: 'triangular' as const,
            dimension: quadratic.length,
            starts: Int32Array.from({ length: quadratic.length + 1 }, (_, column) => column),
            indices: Int32Array.from(quadratic, (_, column) => column),
            values: quadratic,
          },
        }),
  }
}

function matrixOf(rows: LinearRows, numCols: number) {
  return {
    format: 'csr' as const,
    numRows: rows.lower.length,
    numCols,
    starts: rows.starts,
    indices: rows.columns,
    values: rows.factors,
  }
}

function change(open: OpenModel, changes: LinearChanges): void {
  const { model } = open
  const { cost, bounds, rowBounds, addedRows, whole } = changes
  if (changes.maximise !== undefined) {
    const code = changes.maximise ? -1 : 1
    model.changeObjectiveSense(code as Parameters<Model['changeObjectiveSense']>[0])
  }
  cost?.columns.forEach((column, at) => model.changeColCost(column, cost.values[at]!))
  bounds?.columns.forEach((column, at) =>
    model.changeColBounds(column, bounds.lower[at]!, bounds.upper[at]!),
  )
  rowBounds?.rows.forEach((row, at) =>
    model.changeRowBounds(row, rowBounds.lower[at]!, rowBounds.upper[at]!),
  )
  if (addedRows !== undefined && addedRows.lower.length > 0) {
    model.addRows({
      lower: addedRows.lower,
      upper: addedRows.upper,
      matrix: matrixOf(addedRows, model.getDimensions().numCols),
    })
  }
  if (whole !== undefined) {
    model.clearIntegrality()
    for (const column of whole) model.changeColIntegrality(column, 1)
    open.whole = whole
  }
}

function solutionOf(open: OpenModel, status: ModelStatusCode, spent: Spent): LinearSolution {
  const { model } = open
  const found = model.info.get('primal_solution_status') === 2
  const solution = found ? model.getSolution() : undefined
  const objective = found ? model.getObjectiveValue() : Number.NaN
  const mixed = open.whole.length > 0
  return {
    status: statusOf(status),
    objective,
    bound: mixed ? Number(model.info.get('mip_dual_bound')) : objective,
    values: solution?.colValue ?? new Float64Array(),
    reducedCosts:
      mixed || open.quadratic ? new Float64Array() : (solution?.colDual ?? new Float64Array()),
    ...spent,
  }
}

function stopped(spent: Spent): LinearSolution {
  return {
    status: 'stopped',
    objective: Number.NaN,
    bound: Number.NaN,
    values: new Float64Array(),
    reducedCosts: new Float64Array(),
    ...spent,
  }
}

function statusOf(code: ModelStatusCode): SolveStatus {
  if (code === optimal || code === 6) return 'optimal'
  if (code === infeasible) return 'infeasible'
  if (code === unbounded || code === unboundedOrInfeasible) return 'unbounded'
  return 'stopped'
}

function wholeColumns(whole: Int32Array | undefined): number[] {
  const columns: number[] = []
  whole?.forEach((flag, column) => flag === 1 && columns.push(column))
  return columns
}
