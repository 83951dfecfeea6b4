import { parentPort } from 'node:worker_threads'
import type { LinearChanges, LinearProblem } from '@caudal/methods/protect'
import { HighsProblems } from './highs-problems.ts'

export type SolverRequest =
  | { readonly turn: number; readonly verb: 'open'; readonly problem: LinearProblem }
  | {
      readonly turn: number
      readonly verb: 'solve'
      readonly id: number
      readonly changes: LinearChanges | undefined
    }
  | { readonly turn: number; readonly verb: 'close'; readonly id: number }

export interface SolverReply {
  readonly turn: number
  readonly result?: unknown
  readonly error?: string
}

// The solver blocks its thread; here it blocks nobody else.
const port = parentPort!
const problems = HighsProblems.load()
port.on('message', (request: SolverRequest) => {
  void problems.then((highs) => {
    try {
      port.postMessage({ turn: request.turn, result: answer(highs, request) } satisfies SolverReply)
    } catch (error) {
      port.postMessage({ turn: request.turn, error: String(error) } satisfies SolverReply)
    }
  })
})

function answer(highs: HighsProblems, request: SolverRequest): unknown {
  if (request.verb === 'open') return highs.open(request.problem)
  if (request.verb === 'solve') return highs.solve(request.id, request.changes)
  return highs.close(request.id)
}
