import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { copyPreparedNode } from './prepared-node.ts'

const launcher = fileURLToPath(new URL('../../packages/platform/bin/caudal.js', import.meta.url))

/** A node as its users have it: its own process, its own data folder, its own port. */
export interface NodeUnderTest {
  readonly address: string
  /** The last of what it has written on its terminal. */
  said(): string
  /** The lines of its log, all of them: of a node that was started to log every answer. */
  logged(): readonly string[]
  /** Runs a command of the node on its terminal, while it is up. */
  caudal(words: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }>
  stop(): Promise<void>
}

/**
 * Starts a node and waits until it answers: with a small synthetic region, or with nothing in it.
 *
 * @param given how many people the synthetic region has, and whether their records are linked meanwhile
 */
export async function startNode(
  given:
    | { readonly persons: number; readonly linked?: boolean }
    | {
        readonly empty: true
        readonly verbose?: true
        /** Settings of the node, besides those of the test. */
        readonly environment?: Readonly<Record<string, string>>
      },
  secondsAtMost = 150,
): Promise<NodeUnderTest> {
  // While stories are written, a synthetic node that runs already saves the wait for a new one.
  const running = process.env['CAUDAL_STORIES_AT']
  if (running !== undefined && !('empty' in given))
    return {
      address: running,
      said: () => '',
      logged: () => [],
      caudal: (words) => runCaudal(process.env['CAUDAL_STORIES_DATA'] ?? '', words),
      stop: async () => {},
    }
  const home = await mkdtemp(join(tmpdir(), 'caudal-story-'))
  const data = join(home, 'data')
  const remove = () => rm(home, { recursive: true, force: true })
  try {
    if ('empty' in given) {
      const words = ['--empty', ...(given.verbose === true ? ['--verbose'] : [])]
      return await launch(data, words, secondsAtMost, remove, given.environment)
    }
    await copyRegionOf(given.persons, data)
    const linking = given.linked === true ? [] : ['--no-link']
    return await launch(data, linking, secondsAtMost, remove)
  } catch (error) {
    await remove()
    throw error
  }
}

/**
 * Fills a data folder with a node that has drawn a region, taken its files in, computed the cubes and been
 * stopped: a first start that nothing cut short, made once in a test run.
 */
export async function copyRegionOf(
  persons: number,
  data: string,
  secondsAtMost = 280,
): Promise<void> {
  const prepare = async (folder: string) => {
    const words = ['--persons', String(persons), '--no-link']
    const node = await launch(folder, words, secondsAtMost, async () => {})
    await node.stop()
  }
  await copyPreparedNode(`of-${persons}`, data, prepare, secondsAtMost)
}

async function launch(
  data: string,
  words: readonly string[],
  secondsAtMost: number,
  afterwards: () => Promise<void>,
  environment: Readonly<Record<string, string>> = {},
): Promise<NodeUnderTest> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [launcher, '--data', data, 'start', '--port', String(port), ...words],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LANG: 'en_GB.UTF-8', ...environment },
    },
  )
  let said = ''
  let all = ''
  const listen = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-4000)
    all += chunk.toString()
  }
  const logged = () => all.split('\n').filter((line) => line.startsWith('{'))
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)

  const stop = async (): Promise<void> => {
    await end(child)
    await afterwards()
  }
  const address = `http://127.0.0.1:${port}`
  const until = Date.now() + secondsAtMost * 1000
  while (Date.now() < until && child.exitCode === null) {
    if (await answers(`${address}/api/cubes`)) {
      return { address, said: () => said, logged, caudal: (args) => runCaudal(data, args), stop }
    }
    await pause(200)
  }
  await end(child)
  throw new Error(`The node did not answer within ${secondsAtMost} s. It said:\n${said}`)
}

function runCaudal(data: string, words: readonly string[]) {
  return promisify(execFile)(process.execPath, [launcher, '--data', data, ...words], {
    env: { ...process.env, LANG: 'en_GB.UTF-8' },
  })
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const patience = pause(10_000, 'late', { ref: false })
  if ((await Promise.race([ended, patience])) !== 'late') return
  child.kill('SIGKILL')
  await ended
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
