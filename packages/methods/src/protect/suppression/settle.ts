import type { SettledCells } from '../attack/settled-cells.ts'
import type { Suppression } from './suppress.ts'
import type { SuppressionProblem } from './suppression-problem.ts'

export interface LostCells {
  readonly cells: readonly number[]
  readonly weight: number
}

/**
 * Cells that are hidden since an earlier release cost nothing more; cells shown then fall no lower. What another
 * cube shows of the same records cannot be hidden here.
 *
 * @returns what is lost already
 */
export function settle(
  problem: SuppressionProblem,
  names: readonly string[],
  { hidden, atLeast, known }: SettledCells,
): LostCells {
  const cells: number[] = []
  let weight = 0
  const sensitive = new Set(problem.targets.map(({ cell }) => cell))
  names.forEach((name, cell) => {
    const least = atLeast.get(name)
    if (least !== undefined) {
      for (const floors of [problem.floors, problem.publicFloors]) {
        floors[cell] = Math.max(floors[cell]!, least)
      }
    }
    if (known?.has(name) === true && !sensitive.has(cell)) problem.suppressible[cell] = 0
    if (!hidden.has(name) || problem.suppressible[cell] === 0 || sensitive.has(cell)) return
    cells.push(cell)
    weight += problem.weights[cell]!
    problem.weights[cell] = 0
  })
  return { cells, weight }
}

/** A pattern together with what was lost before it. */
export function withLost(found: Suppression, { cells, weight }: LostCells): Suppression {
  if (cells.length === 0) return found
  const hidden = found.hidden.slice()
  for (const cell of cells) hidden[cell] = 1
  const [cost, bound] = [found.cost + weight, found.bound + weight]
  return { ...found, hidden, cost, bound, gap: cost === 0 ? 0 : (cost - bound) / cost }
}
