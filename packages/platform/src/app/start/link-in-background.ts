import { Refusal } from '@caudal/methods/vocabulary'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { readLinkage, startLinkage } from '../../link/persons/service.ts'
import { waitForJob, type CaudalNode } from '../../store/index.ts'
import type { CommandContext } from '../command-context.ts'
import type { Origin } from './origin.ts'
import { startWords } from './words.ts'

/** Whoever starts the node has its drawn records linked. */
const operator = terminalActor('statistician')

/**
 * Has a worker link the drawn region while the portal is open already: persons, journeys, and the cubes
 * that count them, follow. A node of its owner's records says that they are not linked, and leaves
 * that to whoever may.
 */
export async function linkInBackground(
  context: CommandContext,
  node: CaudalNode,
  origin: Origin,
  stop: AbortSignal,
): Promise<void> {
  const words = startWords[context.language]
  try {
    const { countries } = await readLinkage(node, operator)
    if (origin === 'own') {
      if (countries.length > 0 && countries.every(({ run }) => run === null))
        context.say(words.notLinked)
      return
    }
    if (!countries.some(({ stale }) => stale)) return
    const job = await startLinkage(node, operator)
    const progress = context.progress(words.steps.link)
    await waitForJob(node, job, ({ done, step }) => progress.update(done, step))
    progress.finish()
  } catch (error) {
    // a job that a stop has ended is gone on with by the next start
    if (stop.aborted) return
    const { language } = context
    context.say(
      error instanceof Refusal
        ? `${error.what(language)} ${error.advice(language)}`
        : (error as Error).message,
    )
  }
}
