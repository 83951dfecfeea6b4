import type { Target } from '../primary/targets.ts'
import type { Move } from './move.ts'
import type { Pattern } from './pattern.ts'
import type { ProofSearch } from './proof-search.ts'
import type { SuppressionProblem } from './suppression-problem.ts'

/** A pattern being improved, and the number of linear problems after which that ends. */
export interface Improvement {
  readonly problem: SuppressionProblem
  readonly pattern: Pattern
  readonly search: ProofSearch
  readonly most: number
}

/** Takes every proof out once and puts a cheaper one in where there is one. */
export async function rerouteTargets(work: Improvement, targets: readonly Target[]): Promise<void> {
  const { pattern, search } = work
  for (const target of targets) {
    if (search.solved >= work.most) return
    const before = pattern.proof(target)!
    const freed = pattern.remove(target)
    let found: readonly Move[] | undefined
    try {
      if (freed.length > 0) {
        for (const cell of freed) search.price(pattern, cell)
        found = pattern.findProof(target) ?? (await search.find(target))
      }
    } finally {
      const better =
        found !== undefined && pattern.addedCost(found) < pattern.addedCost(before) - 1e-9
      for (const cell of pattern.add(target, better ? found! : before)) search.price(pattern, cell)
    }
  }
}

/** Tries to do without each secondary cell, the dearest first. */
export async function dropDearCells(
  work: Improvement,
  progress: (done: number) => void,
): Promise<void> {
  const { problem, pattern, search } = work
  const dear = pattern
    .secondaryCells()
    .sort((a, b) => problem.weights[b]! - problem.weights[a]! || a - b)
  for (const [at, cell] of dear.entries()) {
    if (search.solved >= work.most) return
    if (pattern.isHidden(cell)) await dropCell(work, cell)
    progress(at / dear.length)
  }
}

/** Gives every target that uses a cell a proof without it; undone where that costs as much. */
async function dropCell(work: Improvement, dropped: number): Promise<void> {
  const { pattern, search } = work
  const users = pattern.targetsUsing(dropped)
  const before = users.map((target) => pattern.proof(target)!)
  const costBefore = pattern.cost()
  for (const target of users) for (const cell of pattern.remove(target)) search.price(pattern, cell)
  let done = 0
  try {
    for (const target of users) {
      const proof =
        pattern.findProof(target, dropped) ?? (await search.find(target, [dropped], search.isLarge))
      if (proof === undefined) break
      for (const cell of pattern.add(target, proof)) search.price(pattern, cell)
      done += 1
      if (pattern.cost() >= costBefore - 1e-9) break
    }
  } finally {
    const isCheaper = done === users.length && pattern.cost() < costBefore - 1e-9
    if (!isCheaper) restore()
  }

  function restore(): void {
    for (const target of users.slice(0, done)) {
      for (const cell of pattern.remove(target)) search.price(pattern, cell)
    }
    users.forEach((target, at) => {
      for (const cell of pattern.add(target, before[at]!)) search.price(pattern, cell)
    })
  }
}
