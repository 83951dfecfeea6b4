import { Worker } from 'node:worker_threads'
import type {
  LinearChanges,
  LinearProblem,
  LinearSolution,
  OpenProblem,
  Solver,
} from '@caudal/methods/protect'
import type { SolverReply, SolverRequest } from './highs-worker.ts'

export interface WorkerSolver extends Solver {
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

type WithoutTurn<Request> = Request extends { turn: number } ? Omit<Request, 'turn'> : never

const thread = new URL('../../../bin/caudal-thread.js', import.meta.url)

/** Starts HiGHS in a worker thread of its own; close it when the work is done. */
export function openHighsSolver(): WorkerSolver {
  const worker = new Worker(thread, { workerData: { entry: 'highs-worker' } })
  const waiting = new Map<number, Waiting>()
  let turn = 0
  let ended: Error | undefined

  function end(error: Error) {
    ended = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (reply: SolverReply) => {
    const caller = waiting.get(reply.turn)
    waiting.delete(reply.turn)
    if (reply.error === undefined) caller?.resolve(reply.result)
    else caller?.reject(new Error(reply.error))
  })
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => end(new Error(`The solver's thread ended with code ${code}.`)))

  function ask<Result>(request: WithoutTurn<SolverRequest>): Promise<Result> {
    if (ended !== undefined) return Promise.reject(ended)
    turn += 1
    const own = turn
    return new Promise<Result>((resolve, reject) => {
      waiting.set(own, { resolve: resolve as (result: unknown) => void, reject })
      worker.postMessage({ ...request, turn: own })
    })
  }

  async function open(problem: LinearProblem): Promise<OpenProblem> {
    const id = await ask<number>({ verb: 'open', problem })
    return {
      solve: (changes?: LinearChanges) => ask<LinearSolution>({ verb: 'solve', id, changes }),
      close: () => ask<void>({ verb: 'close', id }),
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
    async close() {
      await worker.terminate()
    },
  }
}
