import { parentPort, workerData } from 'node:worker_threads'
import { assembleFile } from './assemble.ts'
import { drawBlocks } from './draw-blocks.ts'
import type { DrawResult, DrawTask, WorkerMessage, WorkerStart } from './draw-tasks.ts'
import { compileDrawing, type Drawing } from './drawing.ts'
import { readRegionParameters } from './region-parameters.ts'

/** A thread that draws: takes one task after the other until it is ended. */
const port = parentPort!
const { options, spillFolder, recordsFolder } = workerData as WorkerStart
const say = (message: WorkerMessage) => port.postMessage(message)
const drawing = readRegionParameters().then((parameters) =>
  compileDrawing(parameters, options, spillFolder),
)

port.on('message', (task: DrawTask) => {
  void drawing
    .then((ready) => say({ kind: 'result', result: run(stepsOf(ready, task)) }))
    .catch((error: unknown) =>
      say({
        kind: 'failure',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    )
})

function stepsOf(
  { model, offices, desks, plan }: Drawing,
  task: DrawTask,
): Generator<unknown, DrawResult> {
  return task.kind === 'blocks'
    ? drawBlocks(model, offices, desks, plan, task.part, task.first, task.last)
    : assembleFile(
        [...offices, ...desks][task.office]!,
        task.office,
        plan,
        task.parts,
        recordsFolder,
      )
}

function run(steps: Generator<unknown, DrawResult>): DrawResult {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    say({ kind: 'step' })
  }
}
