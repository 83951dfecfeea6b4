import { once } from 'node:events'
import type { FastifyInstance } from 'fastify'
import {
  hasAdministrator,
  linkAddress,
  offerFirstAdministrator,
  openAccounts,
} from '../../govern/accounts/index.ts'
import { keepJobs, machineMemory, openNode, type CaudalNode } from '../../store/index.ts'
import type { CommandContext } from '../command-context.ts'
import { appRefusals } from '../refusals.ts'
import { decideReach, type ReachOptions } from '../server/reach.ts'
import { createServer } from '../server/server.ts'
import { linkInBackground } from './link-in-background.ts'
import { keepClock } from '../keep-clock.ts'
import { keepRetention } from '../retention.ts'
import { buildPortalWhenStale, portalBundle } from './portal-bundle.ts'
import { prepareNode, type Drawing } from './prepare-node.ts'
import { startWords } from './words.ts'

export interface RunOptions {
  readonly root: string
  readonly port: number
  readonly reach: ReachOptions
  readonly empty: boolean
  /** Whether records are linked to persons while the portal is open. */
  readonly link: boolean
  readonly verbose: boolean
  /** How the synthetic region is drawn, where it is drawn at all. */
  readonly drawing: Drawing
}

// The worker does the long work of a first start; the server answers from built cubes.
const serverShare = 0.25
const workerShare = 0.5

const workerEntry = new URL('../../../bin/caudal-worker.js', import.meta.url)

/** Prepares the node, serves the portal and waits for the signal to stop. */
export async function runNode(context: CommandContext, options: RunOptions): Promise<void> {
  const words = startWords[context.language]
  // What is wrong with the options is said before anything is opened.
  decideReach(options.reach, true)
  const stop = stopSignal()
  const node = await openNode({
    root: options.root,
    role: 'server',
    memoryLimit: machineMemory() * serverShare,
  })
  let server: FastifyInstance | undefined
  try {
    const reach = decideReach(options.reach, await hasAdministrator(node.register))
    // The job keeper ends its worker, and a job that runs waits for the next start.
    keepJobs(node, { entry: workerEntry, memoryLimit: machineMemory() * workerShare })
    const prepared = await prepare(context, node, options, stop)
    if (!prepared) {
      context.say(words.interrupted)
      return
    }
    server = await createServer(node, {
      portal: portalBundle,
      logLevel: options.verbose ? 'info' : 'warn',
      reach,
    })
    const listening = await listen(server, options)
    context.say('')
    context.say(words.open(reach.publicHost ? `https://${reach.publicHost}` : listening))
    context.say(prepared.origin === 'synthetic' ? words.synthetic : words.unprotected)
    if (prepared.empty) context.say(words.nothingYet)
    const link = await offerFirstAdministrator(openAccounts(node), context.language)
    if (link !== undefined) {
      const local = `http://localhost:${new URL(listening).port}`
      context.say(words.firstAdministrator)
      context.say(linkAddress(local, context.language, link))
    }
    context.say(words.stop)
    void keepRetention(node)
    void keepClock(node)
    if (options.link) void linkInBackground(context, node, prepared.origin, stop)
    if (!stop.aborted) await once(stop, 'abort')
    context.say(words.stopping)
  } finally {
    await server?.close()
    await node.close()
  }
  context.say(words.stopped)
}

async function prepare(
  context: CommandContext,
  node: CaudalNode,
  options: RunOptions,
  stop: AbortSignal,
) {
  try {
    await stopped(stop, buildPages(context))
    return await stopped(stop, prepareNode(context, node, options))
  } catch (error) {
    if (stop.aborted) return undefined
    throw error
  }
}

async function buildPages(context: CommandContext): Promise<void> {
  const title = startWords[context.language].steps.pages
  let progress: ReturnType<CommandContext['progress']> | undefined
  const shown = setTimeout(() => (progress = context.progress(title)), 1000)
  try {
    await buildPortalWhenStale()
  } finally {
    clearTimeout(shown)
  }
  progress?.finish()
}

/** The work, or a rejection as soon as the node is told to stop. */
function stopped<Result>(stop: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onStop = () => reject(new Error('The node was told to stop.'))
    if (stop.aborted) onStop()
    stop.addEventListener('abort', onStop, { once: true })
    work.then(resolve, reject).finally(() => stop.removeEventListener('abort', onStop))
  })
}

async function listen(
  server: FastifyInstance,
  { reach: { host }, port }: RunOptions,
): Promise<string> {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw appRefusals.refuse('port-taken', { port })
    }
    throw error
  }
}

/** Aborted by Ctrl-C, by SIGTERM and where the terminal goes away; a second Ctrl-C ends at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130)
      controller.abort()
    })
  }
  return controller.signal
}
