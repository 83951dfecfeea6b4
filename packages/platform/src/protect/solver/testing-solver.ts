import type { LinearProblem, Solver } from '@caudal/methods/protect'
import { HighsProblems } from './highs-problems.ts'

/** The solver without its thread: for tests and benchmarks of many small problems. */
export async function solverInThisThread(): Promise<Solver> {
  const highs = await HighsProblems.load()
  const open = async (problem: LinearProblem) => {
    const id = highs.open(problem)
    return {
      solve: async (changes?: Parameters<HighsProblems['solve']>[1]) => highs.solve(id, changes),
      close: async () => highs.close(id),
    }
  }
  return {
    open,
    async solve(problem, changes) {
      const opened = await open(problem)
      try {
        return await opened.solve(changes)
      } finally {
        await opened.close()
      }
    },
  }
}
