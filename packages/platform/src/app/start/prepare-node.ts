import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { importJob } from '../../collect/jobs.ts'
import { buildCubesJob } from '../../measure/jobs.ts'
import { listCubeStates } from '../../measure/service.ts'
import {
  enqueueJob,
  listBatches,
  listJobs,
  waitForJob,
  type CaudalNode,
  type JobDefinition,
} from '../../store/index.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { isDrawnFolder, manifestName, type RegionManifest } from '../../synthetic/index.ts'
import { drawRegionJob } from '../../synthetic/jobs.ts'
import type { CommandContext } from '../command-context.ts'
import { findOrigin, recordOrigin, type Origin } from './origin.ts'
import { startWords } from './words.ts'

/** How the synthetic region is drawn; what is left out is as `caudal synth` has it. */
export interface Drawing {
  readonly persons?: number
  readonly seed?: number
}

export interface PreparedNode {
  readonly origin: Origin
  /** Whether there is not one record in it. */
  readonly empty: boolean
}

/**
 * Brings a node to where it can be shown: a new one draws the synthetic region and takes it in
 * through the same door as any file; every one computes the cubes whose records have changed. Each
 * step is a job of the worker and may be repeated, so that a start that was killed is picked up by
 * the next.
 */
export async function prepareNode(
  context: CommandContext,
  node: CaudalNode,
  options: { readonly empty: boolean; readonly drawing: Drawing },
): Promise<PreparedNode> {
  const words = startWords[context.language]
  const batches = await listBatches(node)
  const known = await findOrigin(node.folder)
  const origin = known ?? (options.empty || batches.length > 0 ? 'own' : 'synthetic')
  if (options.empty && (known === 'synthetic' || batches.length > 0)) context.say(words.notEmpty)
  if (known === undefined) await recordOrigin(node.folder, origin)

  if (origin === 'synthetic') await takeInSyntheticRegion(context, node, options.drawing)
  const states = await listCubeStates(node)
  if (states.some(({ state }) => state === 'stale' || state === 'not-built')) {
    await runStep(context, node, words.steps.cubes, buildCubesJob, {})
  }
  return { origin, empty: states.every(({ state }) => state === 'empty') }
}

async function takeInSyntheticRegion(
  context: CommandContext,
  node: CaudalNode,
  drawing: Drawing,
): Promise<void> {
  const words = startWords[context.language]
  const folder = join(node.folder.synthetic, 'region')
  if (!(await isDrawnFolder(folder))) {
    context.say(words.preparing)
    await runStep(context, node, words.steps.draw, drawRegionJob, { ...drawing, out: folder })
  }
  const region = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as RegionManifest
  const received = new Set((await listBatches(node)).map(({ fileSha256 }) => fileSha256))
  // All are asked for at once, so that the worker goes from one to the next without a pause.
  const asked: (readonly [title: string, id: number])[] = []
  for (const { path, profilePath, sha256 } of region.files) {
    const file = join(folder, path)
    if (received.has(sha256) || !existsSync(file)) continue
    const input = { file, profile: join(folder, profilePath) }
    asked.push([words.steps.import(basename(path)), await askOnce(node, importJob, input)])
  }
  for (const [title, id] of asked) await watchStep(context, node, title, id)
}

/** Whoever starts the node has it prepared. */
const operator = terminalActor('data-officer', 'statistician')

/** Runs one step in the worker and shows how far it is. */
async function runStep<Input extends object>(
  context: CommandContext,
  node: CaudalNode,
  title: string,
  job: JobDefinition<Input>,
  input: Input,
): Promise<void> {
  await watchStep(context, node, title, await askOnce(node, job, input))
}

/** Asks the worker for a step; one that still waits is not asked for twice. */
async function askOnce<Input extends object>(
  node: CaudalNode,
  job: JobDefinition<Input>,
  input: Input,
): Promise<number> {
  const unfinished = await listJobs(node, { statuses: ['waiting', 'running'] })
  const same = unfinished.find(
    (each) => each.kind === job.kind && isDeepStrictEqual(each.input, input),
  )
  return same?.id ?? (await enqueueJob(node, job, input, { actor: operator }))
}

async function watchStep(
  context: CommandContext,
  node: CaudalNode,
  title: string,
  id: number,
): Promise<void> {
  const progress = context.progress(title)
  await waitForJob(node, id, ({ done }) => progress.update(done))
  progress.finish()
}
