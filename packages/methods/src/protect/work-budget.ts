import type { LinearProblem, LinearSolution, OpenProblem, Solver } from './solver.ts'

/** What protecting something took, in units that are the same on every machine. */
export interface WorkSpent {
  /** Linear and whole-number problems solved. */
  readonly problems: number
  /** Simplex iterations. */
  readonly pivots: number
  /** Nodes of problems in whole numbers. */
  readonly nodes: number
  /** One a problem, and more by its iterations and size: one to five milliseconds each; what the budget limits. */
  readonly units: number
  /** Units that were allowed. */
  readonly allowed: number
}

/** The work allowed is spent: what was asked for is neither found nor ruled out. */
export class OutOfWork extends Error {
  override readonly name = 'OutOfWork'
}

/** Entries of a problem that an iteration goes through in one unit. */
const entriesPerUnit = 200_000

/** Units for a programme, whatever its size, and for each of its cells. */
const allowedAtLeast = 20_000
const allowedPerCell = 10

/**
 * A budget of work for protecting one release. It counts what the solver does and nothing of the clock,
 * so that the same figures meet the same end on every machine.
 */
export class WorkBudget {
  readonly allowed: number
  #limit: number
  #problems = 0
  #pivots = 0
  #nodes = 0
  #units = 0

  /** @param units spent already */
  constructor(allowed: number, units = 0) {
    this.allowed = allowed
    this.#limit = allowed
    this.#units = units
  }

  /**
   * @param cells of the programme that is protected
   * @param units spent already
   */
  static forCells(cells: number, units = 0): WorkBudget {
    return new WorkBudget(allowedAtLeast + allowedPerCell * cells, units)
  }

  /** Units spent so far. */
  get units(): number {
    return this.#units
  }

  spent(): WorkSpent {
    return {
      problems: this.#problems,
      pivots: this.#pivots,
      nodes: this.#nodes,
      units: Math.round(this.#units),
      allowed: this.allowed,
    }
  }

  /** Does something that may be left unfinished, with a share of the budget at most. */
  async upTo<Result>(share: number, work: () => Promise<Result>): Promise<Result | undefined> {
    return await this.#within(Math.min(this.#limit, this.#units + share * this.allowed), work)
  }

  /** Does something with a share of its own, whatever is left. */
  async beyond<Result>(share: number, work: () => Promise<Result>): Promise<Result | undefined> {
    return await this.#within(this.#units + share * this.allowed, work)
  }

  /** A solver whose work is counted; it throws `OutOfWork` where none is left. */
  meter(solver: Solver): Solver {
    const open = async (problem: LinearProblem): Promise<OpenProblem> => {
      const opened = await solver.open(problem)
      let size = (problem.cost.length + problem.rows.columns.length) / entriesPerUnit
      return {
        solve: async (changes = {}) => {
          size += (changes.addedRows?.columns.length ?? 0) / entriesPerUnit
          const left = this.#limit - this.#units
          if (left <= 0) throw new OutOfWork()
          const pivots = Math.ceil(Math.min(changes.pivots ?? Infinity, left / size, mostPivots))
          const solution = await opened.solve({ ...changes, pivots })
          this.#charge(solution, size)
          if (solution.status === 'stopped' && this.#units >= this.#limit) throw new OutOfWork()
          return solution
        },
        close: () => opened.close(),
      }
    }
    return {
      open,
      solve: async (problem, changes) => {
        const opened = await open(problem)
        try {
          return await opened.solve(changes)
        } finally {
          await opened.close()
        }
      },
    }
  }

  #charge({ pivots, nodes }: LinearSolution, size: number): void {
    this.#problems += 1
    this.#pivots += pivots
    this.#nodes += nodes
    this.#units += 1 + pivots * size
  }

  async #within<Result>(limit: number, work: () => Promise<Result>): Promise<Result | undefined> {
    const before = this.#limit
    this.#limit = limit
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof OutOfWork)) throw error
      return undefined
    } finally {
      this.#limit = before
    }
  }
}

/** The most that the solver takes as a limit. */
const mostPivots = 2 ** 31 - 1
