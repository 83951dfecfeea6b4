import type { Target } from '../primary/targets.ts'
import type { Solver } from '../solver.ts'
import { personsWhoKnow, type Move } from './move.ts'
import type { SuppressionProblem } from './suppression-problem.ts'
import { findMoveAmong } from './whole-move.ts'

/**
 * Finds whole-number moves, through hidden cells only, that protect every target from the public
 * and from each person alone in a hidden cell.
 *
 * @returns undefined where some target has none
 */
export async function provePattern(
  problem: SuppressionProblem,
  solver: Solver,
  hidden: Uint8Array,
): Promise<ReadonlyMap<Target, readonly Move[]> | undefined> {
  const cells: number[] = []
  hidden.forEach((flag, cell) => flag === 1 && cells.push(cell))
  const masked = { ...problem, suppressible: hidden }
  const proofs = new Map<Target, readonly Move[]>()
  for (const target of problem.targets) {
    const moves = await proveTarget(masked, solver, target, cells)
    if (moves === undefined) return undefined
    proofs.set(target, moves)
  }
  return proofs
}

async function proveTarget(
  problem: SuppressionProblem,
  solver: Solver,
  target: Target,
  cells: readonly number[],
): Promise<readonly Move[] | undefined> {
  const { persons } = problem
  const among = (excluded: ReadonlySet<number>) =>
    findMoveAmong(
      problem,
      solver,
      target,
      cells.filter((cell) => cell === target.cell || !excluded.has(persons[cell]!)),
      cells.filter((cell) => cell !== target.cell && excluded.has(persons[cell]!)),
      (cell) => (persons[cell] === -1 ? 1 : 3),
    )
  const first = await among(new Set())
  if (first === undefined) return undefined
  const moves = [first]
  let common = personsWhoKnow(problem, target, first)
  if (common.size === 0) return moves
  const apart = await among(common)
  if (apart !== undefined) {
    moves.push(apart)
    const known = personsWhoKnow(problem, target, apart)
    common = new Set([...common].filter((person) => known.has(person)))
  }
  for (const person of common) {
    const move = await among(new Set([person]))
    if (move === undefined) return undefined
    moves.push(move)
  }
  return moves
}
