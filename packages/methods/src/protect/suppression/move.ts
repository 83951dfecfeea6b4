import type { Target } from '../primary/targets.ts'
import { floorsFor, type SuppressionProblem } from './suppression-problem.ts'

/**
 * A move: whole amounts by which cells change so that every table still adds up. Added to the
 * true tables it gives other tables that an attacker cannot tell from them, so a feasible move
 * that raises a sensitive cell far enough proves that the cell is protected while the cells it
 * changes are hidden.
 */
export interface Move {
  readonly cells: readonly number[]
  readonly amounts: readonly number[]
}

/** What a move must gain for a target: the cell's own rise, or that of the rest of its parent. */
export function gainOf(target: Target, move: Move): number {
  const own = amountAt(move, target.cell)
  return target.parent === undefined ? own : amountAt(move, target.parent) - own
}

export function amountAt(move: Move, cell: number): number {
  const at = move.cells.indexOf(cell)
  return at === -1 ? 0 : move.amounts[at]!
}

/** Whether values stay at or above what insiders know, when the move is made `times` times. */
export function staysFeasible(
  problem: SuppressionProblem,
  target: Target,
  move: Move,
  times: number,
): boolean {
  const { values } = problem
  const floors = floorsFor(problem, target)
  return move.cells.every((cell, at) => values[cell]! + times * move.amounts[at]! >= floors[cell]!)
}

/** The move made `times` times (negative: the other way round). */
export function scaleMove(move: Move, times: number): Move {
  return times === 1
    ? move
    : { cells: move.cells, amounts: move.amounts.map((amount) => times * amount) }
}

/**
 * The persons who would see that a move is not the truth, because each is alone in a cell that it
 * changes and so knows that cell. Whoever is alone in the target itself is not an attacker of it.
 * Group disclosure allows for insiders by its own k.
 */
export function personsWhoKnow(
  problem: SuppressionProblem,
  target: Target,
  move: Move,
): Set<number> {
  const { persons } = problem
  const own = persons[target.cell]!
  const known = new Set<number>()
  if (target.parent !== undefined) return known
  for (const cell of move.cells) {
    const person = persons[cell]!
    if (person !== -1 && person !== own) known.add(person)
  }
  return known
}
