import type { Target } from '../primary/targets.ts'
import type { Solver } from '../solver.ts'
import { MasterProblem } from './master-problem.ts'
import type { Move } from './move.ts'
import { provePattern } from './prove-pattern.ts'
import { type Cut, Separation } from './separation.ts'
import type { SuppressionProblem } from './suppression-problem.ts'
import { OutOfWork } from '../work-budget.ts'

export interface ExactSuppression {
  /** No safe pattern costs less. */
  readonly bound: number
  /** The cheapest pattern and its proof; absent where the limit was met before it was found. */
  readonly best?: { hidden: Uint8Array; proofs: ReadonlyMap<Target, readonly Move[]> }
  readonly problemsSolved: number
}

/** Cells times attacker's problems after which the search gives up and only its bound is kept. */
const work = 200_000

/** Cells up to which the choice is made in whole numbers; above, only the bound is sought. */
const wholeUpTo = 130

/** Choices in whole numbers after which it gives up too. */
const wholeRounds = 12

/**
 * The cheapest safe pattern by cutting planes: choose cells, attack the choice, and where the
 * attack shows a sensitive cell too narrowly, learn an inequality from it; until no attack
 * succeeds. Attackers are the public and each person alone in a hidden cell. Patterns that are
 * safe in fractions but not in whole numbers are excluded one by one.
 *
 * @param ceiling cost of a pattern that is known: a bound that meets it ends the search
 * @see Fischetti and Salazar (2000), "Models and algorithms for optimizing cell suppression in
 *   tabular data with linear constraints", JASA 95
 */
export async function suppressExactly(
  problem: SuppressionProblem,
  solver: Solver,
  ceiling: number,
): Promise<ExactSuppression> {
  const cells: number[] = []
  problem.suppressible.forEach((flag, cell) => flag === 1 && cells.push(cell))
  const always = new Set(problem.targets.map(({ cell }) => cell))
  const separation = await Separation.open(problem, cells, solver)
  const master = await MasterProblem.open(cells, problem.weights, always, solver)
  try {
    return await search({ problem, solver, cells, separation, master, ceiling })
  } finally {
    await separation.close()
    await master.close()
  }
}

interface Parts {
  readonly problem: SuppressionProblem
  readonly solver: Solver
  readonly cells: readonly number[]
  readonly separation: Separation
  readonly master: MasterProblem
  readonly ceiling: number
}

async function search(parts: Parts): Promise<ExactSuppression> {
  const { problem, solver, cells, separation, master, ceiling } = parts
  const limit = Math.max(400, work / cells.length)
  let cuts: Cut[] = []
  let bound = 0
  const finish = (best?: ExactSuppression['best']): ExactSuppression => ({
    bound,
    problemsSolved: separation.solved + master.cuts,
    ...(best === undefined ? {} : { best }),
  })
  const choose = async (): Promise<ExactSuppression> => {
    for (let round = 0; separation.solved < limit; round += 1) {
      const relaxed = await master.solve(cuts, false)
      if (relaxed.status !== 'optimal') return finish()
      bound = Math.max(bound, wholeAbove(relaxed.objective))
      if (bound >= ceiling - 1e-6) return finish()
      cuts = await attackAsPublic(parts, relaxed.values)
      if (cuts.length === 0 || round >= 30) break
    }
    if (cells.length > wholeUpTo) return finish()
    for (let round = 0; round < wholeRounds && separation.solved < limit; round += 1) {
      const chosen = await master.solve(cuts, true)
      bound = Math.max(bound, wholeAbove(chosen.bound))
      if (chosen.status !== 'optimal' || bound >= ceiling - 1e-6) return finish()
      const share = chosen.values.map((value) => Math.round(value))
      cuts = await attackAsPublic(parts, share)
      if (cuts.length === 0) cuts = await attackAsPersons(parts, share)
      if (cuts.length === 0) cuts = await attackAsInsiders(parts, share)
      if (cuts.length > 0) continue
      const hidden = new Uint8Array(problem.programme.cellCount)
      cells.forEach((cell, column) => (hidden[cell] = share[column]!))
      const proofs = await provePattern(problem, solver, hidden)
      if (proofs !== undefined) return finish({ hidden, proofs })
      cuts = [{ cells: cells.filter((cell) => hidden[cell] === 0), factors: [] }].map((cut) => ({
        cells: cut.cells,
        factors: cut.cells.map(() => 1),
      }))
      if (cuts[0]!.cells.length === 0) return finish()
    }
    return finish()
  }
  try {
    return await choose()
  } catch (error) {
    if (!(error instanceof OutOfWork)) throw error
    // the bound holds as far as it was found
    return finish()
  }
}

/** Weights are whole, so no pattern costs a fraction more than the one below it. */
function wholeAbove(cost: number): number {
  return Math.ceil(cost - 1e-6)
}

async function attackAsPublic(parts: Parts, share: ArrayLike<number>): Promise<Cut[]> {
  const cuts: Cut[] = []
  for (const target of parts.problem.targets) {
    const { cut } = await parts.separation.separate(target, share)
    if (cut !== undefined) cuts.push(cut)
  }
  return cuts
}

/** Every person who is alone in a hidden cell, against every target of others. */
async function attackAsPersons(parts: Parts, share: ArrayLike<number>): Promise<Cut[]> {
  const { problem, cells, separation } = parts
  const cellsOf = new Map<number, Set<number>>()
  cells.forEach((cell) => {
    const person = problem.persons[cell]!
    if (person === -1) return
    const own = cellsOf.get(person)
    if (own === undefined) cellsOf.set(person, new Set([cell]))
    else own.add(cell)
  })
  const cuts: Cut[] = []
  for (const target of problem.targets) {
    if (target.parent !== undefined) continue
    const open = await separation.separate(target, share)
    const suspects = new Set<number>()
    cells.forEach((cell, column) => {
      const person = problem.persons[cell]!
      const changes = Math.abs(open.moved[column] ?? 0) > 1e-7
      if (changes && person !== -1 && person !== problem.persons[target.cell]) suspects.add(person)
    })
    for (const person of suspects) {
      const { cut } = await separation.separate(target, share, cellsOf.get(person))
      if (cut !== undefined) cuts.push(cut)
    }
  }
  return cuts
}

/** Contributors who saw through an earlier pattern, against every target that is not theirs alone. */
async function attackAsInsiders(parts: Parts, share: ArrayLike<number>): Promise<Cut[]> {
  const { problem, separation } = parts
  const cuts: Cut[] = []
  for (const own of problem.insiders ?? []) {
    const alone = new Set([...own.keys()].filter((cell) => problem.persons[cell] !== -1))
    for (const target of problem.targets) {
      if (target.parent !== undefined || alone.has(target.cell)) continue
      const { cut } = await separation.separate(target, share, alone, own)
      if (cut !== undefined) cuts.push(cut)
    }
  }
  return cuts
}
