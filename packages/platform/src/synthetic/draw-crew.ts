import { Worker } from 'node:worker_threads'
import type { DrawResult, DrawTask, WorkerMessage, WorkerStart } from './draw-tasks.ts'

const thread = new URL('../../bin/caudal-thread.js', import.meta.url)

/** Most of what is drawn is gone at once: a larger nursery keeps it from being moved about. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 }

/** Some threads that share a list of tasks. */
export class DrawCrew {
  readonly #workers: readonly Worker[]

  constructor(size: number, start: WorkerStart) {
    this.#workers = Array.from(
      { length: size },
      () => new Worker(thread, { workerData: { ...start, entry: 'draw-worker' }, resourceLimits }),
    )
  }

  /**
   * Does the tasks, each by the next thread that is free; results in the order of the tasks. The
   * first failure, or the signal, ends them all.
   */
  async work<Result extends DrawResult>(
    tasks: readonly DrawTask[],
    signal: AbortSignal | undefined,
    onStep: () => void,
  ): Promise<Result[]> {
    signal?.throwIfAborted()
    const results: Result[] = []
    let next = 0
    const drain = async (worker: Worker) => {
      for (let at = next++; at < tasks.length; at = next++) {
        results[at] = (await perform(worker, tasks[at]!, onStep)) as Result
      }
    }
    let giveUp: (() => void) | undefined
    const aborted = new Promise<never>((_, reject) => {
      giveUp = () => reject(signal!.reason as Error)
      signal?.addEventListener('abort', giveUp)
    })
    try {
      await Promise.race([Promise.all(this.#workers.map(drain)), aborted])
      return results
    } finally {
      if (giveUp) signal?.removeEventListener('abort', giveUp)
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}

function perform(worker: Worker, task: DrawTask, onStep: () => void): Promise<DrawResult> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
      act()
    }
    const onMessage = (message: WorkerMessage) => {
      if (message.kind === 'step') onStep()
      else if (message.kind === 'result') settle(() => resolve(message.result))
      else settle(() => reject(new Error(message.message)))
    }
    const onError = (error: Error) => settle(() => reject(error))
    const onExit = () => settle(() => reject(new Error('a drawing thread ended early')))
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(task)
  })
}
