import type { AttackReport } from './attack/attack.ts'
import type { Suppression } from './suppression/suppress.ts'
import type { SuppressionProblem } from './suppression/suppression-problem.ts'
import { isRest } from './table/programme.ts'
import type { WorkBudget } from './work-budget.ts'

/** A pattern of hidden cells, and an attack that found nothing. */
export interface SafePattern {
  readonly suppression: Suppression
  readonly report: AttackReport
}

/** The share of the work allowed that may go into showing again what need not be hidden. */
const shareOfShowing = 0.2

/**
 * Shows hidden cells again that nobody's protection needs, the dearest first: each is shown, all is
 * attacked anew, and it stays shown where the attacker finds nothing. A pattern is found by proofs that
 * convince every contributor at once; the attacker asks them one by one, and may need fewer cells.
 *
 * @param attack attacks a pattern, until it has found a leak
 * @see Kelly, Golden and Assad, "Cell suppression: disclosure protection for sensitive tabular data",
 *   Networks 22 (1992) (the clean-up procedure)
 */
export async function showNeedless(
  found: SafePattern,
  { weights, targets, programme }: SuppressionProblem,
  work: WorkBudget,
  attack: (suppression: Suppression) => Promise<AttackReport>,
): Promise<SafePattern> {
  const sensitive = new Set(targets.map(({ cell }) => cell))
  const { hidden } = found.suppression
  const dear = [...hidden.keys()]
    .filter((cell) => hidden[cell] === 1 && !sensitive.has(cell) && !isRest(programme, cell))
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
  let kept = found
  await work.upTo(shareOfShowing, async () => {
    for (const cell of dear) {
      const suppression = without(kept.suppression, cell, weights[cell]!)
      const report = await attack(suppression)
      if (report.leaks.length === 0) kept = { suppression, report }
    }
  })
  return kept
}

function without(from: Suppression, cell: number, weight: number): Suppression {
  const hidden = from.hidden.with(cell, 0)
  const cost = from.cost - weight
  const bound = Math.min(from.bound, cost)
  const proofs = new Map(
    [...from.proofs].map(([target, moves]) => [
      target,
      moves.filter(({ cells }) => !cells.includes(cell)),
    ]),
  )
  return { ...from, hidden, cost, bound, gap: cost === 0 ? 0 : (cost - bound) / cost, proofs }
}
