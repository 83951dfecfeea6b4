import type { LinearProblem, LinearSolution, OpenProblem, Solver } from '../solver.ts'
import type { Unknowns } from './unknowns.ts'
import type { Seen } from './wanted.ts'
import { takeFrom, Witnesses, type Bounds } from './witnesses.ts'

/** Unknown cells up to which whole numbers are enforced by integer programming. */
const exactUpTo = 400

/**
 * What cells may reach where whole numbers are enforced. Above, amounts in their smallest unit lie beyond what a solver
 * tells from a whole number, it may not come to an end, and a part of a unit matters to nobody.
 */
const exactBelow = 1e8

/**
 * What one integer problem may take. A problem that ends before it is solved shows no more than the
 * tables found so far, so that a cell may be taken for a leak and never for safe.
 */
const wholeEffort = { nodes: 5000, pivots: 200_000, seconds: 60 }

export interface ComponentFindings {
  readonly clearedByWitness: number
  /** False where the bounds contradict the tables: nobody can know this much. */
  readonly possible: boolean
}

type Objective = ReadonlyMap<number, number>

interface Limits {
  readonly columns: number[]
  readonly lower: number[]
  readonly upper: number[]
}

/**
 * Finds how much is left open about wanted cells of one component, for one attacker after the other:
 * first tables that move many cells at once (every table that is possible is a witness for all cells in
 * it), then the exact least and greatest value of the cells that no witness cleared.
 */
export class ComponentAttack {
  readonly #unknowns: Unknowns
  readonly #open: OpenProblem
  /** What whoever attacks now knows. */
  #bounds: Bounds
  /** Columns whose bounds the solver has not been told yet. */
  #told: readonly number[] = []
  readonly #cap: number
  readonly #whole: boolean
  readonly #exact: boolean
  readonly #found: Witnesses
  /** What the last solve changed and the next one has to put back. */
  #undo = { columns: [] as number[], limits: [] as number[] }
  solved = 0

  private constructor(
    unknowns: Unknowns,
    open: OpenProblem,
    bounds: Bounds,
    cap: number,
    whole: boolean,
    found: Witnesses,
  ) {
    this.#unknowns = unknowns
    this.#open = open
    this.#bounds = bounds
    this.#cap = cap
    this.#whole = whole
    this.#found = found
    this.#exact = whole && unknowns.cells.length <= exactUpTo && cap <= exactBelow
  }

  /** @param scale no cell that has a bound is greater, by what is known of the component */
  static async open(
    unknowns: Unknowns,
    solver: Solver,
    scale: number,
    whole: boolean,
    found: Witnesses = new Witnesses(unknowns),
  ): Promise<ComponentAttack> {
    const known = unknowns.equations.reduce((sum, { right }) => sum + Math.abs(right), scale)
    // what has no bound is followed this far: far above all that is shown or known
    const cap = 4 * known + 1e4
    const size = unknowns.cells.length
    const nothing = { least: new Float64Array(size), most: new Float64Array(size).fill(cap) }
    const open = await solver.open(linearProblem(unknowns, nothing))
    return new ComponentAttack(unknowns, open, nothing, cap, whole, found)
  }

  /** Whether intervals are found in whole numbers. */
  get isExact(): boolean {
    return this.#exact
  }

  /** From here on with what another attacker knows. */
  become(bounds: Bounds): void {
    const { least, most } = this.#bounds
    const capped = bounds.most.map((upper) => Math.min(upper, this.#cap))
    const changed = new Set(this.#told)
    bounds.least.forEach((lower, at) => {
      if (lower !== least[at] || capped[at] !== most[at]) changed.add(at)
    })
    this.#told = [...changed]
    this.#bounds = { least: bounds.least, most: capped }
  }

  /** Attacks the wanted cells of this component; what is found goes into their `Seen`. */
  async run(wanted: readonly Seen[]): Promise<ComponentFindings> {
    if (!(await this.#sweep(wanted))) return { clearedByWitness: 0, possible: false }
    let clearedByWitness = count(wanted)
    for (const seen of wanted) {
      if (seen.isCleared()) continue
      const before = count(wanted)
      await this.#corner(seen, wanted)
      clearedByWitness += Math.max(0, count(wanted) - before - 1)
    }
    return { clearedByWitness, possible: true }
  }

  async close(): Promise<void> {
    await this.#open.close()
  }

  /** Tables that push all wanted cells at once, up and then down, while that still clears some. */
  async #sweep(wanted: readonly Seen[]): Promise<boolean> {
    for (let round = 0; round < 40; round += 1) {
      const left = wanted.filter((seen) => !seen.isCleared())
      if (left.length === 0) break
      const up = round % 2 === 0
      const objective = new Map(left.map((seen) => [this.#at(seen), 1]))
      let solution = await this.#optimise(objective, up, up ? this.#limits(left) : undefined)
      if (up && solution.status === 'infeasible') solution = await this.#optimise(objective, up)
      if (solution.values.length === 0) return false
      await this.#take(solution, objective, up, wanted)
      if (round > 1 && count(left) < Math.max(1, left.length * 0.01)) break
    }
    return true
  }

  /** Keeps one cell from taking all the room that a table has: no further than it must reach. */
  #limits(left: readonly Seen[]): Limits {
    const limits: Limits = { columns: [], lower: [], upper: [] }
    for (const seen of left) {
      const reach = seen.wanted.reach
      if (reach === undefined || seen.high >= reach) continue
      const at = this.#at(seen)
      limits.columns.push(at)
      limits.lower.push(this.#bounds.least[at]!)
      limits.upper.push(Math.min(this.#bounds.most[at]!, Math.max(reach, this.#bounds.least[at]!)))
    }
    return limits
  }

  /** Exact least and greatest value of one cell (and of the rest of the cell that contains it). */
  async #corner(seen: Seen, all: readonly Seen[]): Promise<void> {
    const at = this.#at(seen)
    const goals: [Objective, boolean][] = [
      [new Map([[at, 1]]), true],
      [new Map([[at, 1]]), false],
    ]
    const within = seen.wanted.within
    const parent = within === undefined ? undefined : this.#unknowns.position.get(within.cell)
    if (within !== undefined && parent !== undefined) {
      goals.push([
        new Map([
          [parent, 1],
          [at, -1],
        ]),
        true,
      ])
    }
    for (const [objective, up] of goals) {
      if (seen.isCleared()) return
      await this.#take(await this.#optimise(objective, up), objective, up, all)
    }
  }

  /** A fractional table proves nothing about whole figures: where it can, a whole one is found. */
  async #take(
    solution: LinearSolution,
    objective: Objective,
    up: boolean,
    wanted: readonly Seen[],
  ): Promise<void> {
    if (solution.values.length === 0) return
    if (!this.#exact || isWhole(solution.values)) return this.#witness(solution.values, wanted)
    const every = this.#unknowns.cells.map((_, column) => column)
    const exact = await this.#optimise(objective, up, undefined, every)
    if (exact.values.length > 0) this.#witness(exact.values.map(Math.round), wanted)
  }

  async #optimise(
    objective: Objective,
    up: boolean,
    limits: Limits = { columns: [], lower: [], upper: [] },
    whole: readonly number[] = [],
  ): Promise<LinearSolution> {
    const { columns, limits: freed } = this.#undo
    const wasWhole = this.#wasWhole
    this.#undo = { columns: [...objective.keys()], limits: limits.columns }
    const reset = [...freed, ...this.#told]
    this.#told = []
    this.#wasWhole = whole.length > 0
    this.solved += 1
    return await this.#open.solve({
      maximise: up,
      cost: {
        columns: [...columns, ...objective.keys()],
        values: [...columns.map(() => 0), ...objective.values()],
      },
      bounds: {
        columns: [...reset, ...limits.columns],
        lower: [...reset.map((at) => this.#bounds.least[at]!), ...limits.lower],
        upper: [...reset.map((at) => this.#bounds.most[at]!), ...limits.upper],
      },
      ...(wasWhole || whole.length > 0 ? { whole, ...wholeEffort } : {}),
    })
  }

  #wasWhole = false

  #witness(values: Float64Array, wanted: readonly Seen[]): void {
    const table = values.map((value) => this.#tidy(value))
    for (const seen of wanted) takeFrom(table, seen, this.#unknowns)
    this.#found.add(table)
  }

  #tidy(value: number): number {
    const rounded = Math.round(value)
    // adding zero turns the negative zero of the solver into zero
    const near = (this.#whole && Math.abs(rounded - value) < 1e-4 ? rounded : value) + 0
    // what has a bound lies below a quarter of the cap; what has none may share it with what lies in it
    return near >= this.#cap / 2 ? Number.POSITIVE_INFINITY : near
  }

  #at(seen: Seen): number {
    return this.#unknowns.position.get(seen.wanted.cell)!
  }
}

function count(wanted: readonly Seen[]): number {
  return wanted.reduce((sum, seen) => sum + (seen.isCleared() ? 1 : 0), 0)
}

function isWhole(values: Float64Array): boolean {
  return values.every((value) => Math.abs(value - Math.round(value)) < 1e-5)
}

function linearProblem(unknowns: Unknowns, bounds: Bounds): LinearProblem {
  const { equations, cells } = unknowns
  const starts = new Int32Array(equations.length + 1)
  const columns: number[] = []
  const factors: number[] = []
  const right = new Float64Array(equations.length)
  equations.forEach((equation, at) => {
    columns.push(...equation.positions)
    factors.push(...equation.signs)
    starts[at + 1] = columns.length
    right[at] = equation.right
  })
  return {
    maximise: true,
    cost: new Float64Array(cells.length),
    lower: bounds.least,
    upper: bounds.most,
    rows: {
      lower: right,
      upper: right,
      starts,
      columns: Int32Array.from(columns),
      factors: Float64Array.from(factors),
    },
  }
}
