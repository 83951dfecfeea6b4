import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const launcher = fileURLToPath(new URL('../../packages/platform/bin/caudal.js', import.meta.url))

/** A run of the command line in a process of its own. */
export interface Run {
  readonly process: ChildProcess
  /** What it wrote so far, messages and data apart. */
  said(): string
  wrote(): string
  /** Resolves when its messages contain `text`; rejects when it ends before. */
  until(text: string | RegExp): Promise<void>
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>
}

/** Runs that have not ended: none outlives its test, however that ends. */
const running = new Set<ChildProcess>()

export function runCaudal(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(process.execPath, [launcher, ...args], {
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', CAUDAL_REGISTER: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  let wrote = ''
  const listeners = new Set<() => void>()
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    for (const listener of listeners) listener()
  })
  child.stdout.on('data', (chunk: Buffer) => (wrote += chunk.toString()))
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child)
    return (code ?? signal) as number | string
  })
  return {
    process: child,
    said: () => said,
    wrote: () => wrote,
    ended,
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (typeof text === 'string' ? !said.includes(text) : !text.test(said)) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        look()
        void ended.then((code) =>
          reject(new Error(`ended with ${code} before "${text}":\n${said}`)),
        )
      }),
  }
}

/** The address that a started node printed. */
export function addressOf(run: Run): string {
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(run.said())?.[0]
  if (address === undefined) throw new Error(`no address in:\n${run.said()}`)
  return address
}

/** A folder of its own for the data of one test; at the end it is removed, and what runs is ended. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'caudal-start-'))
  try {
    await work(join(folder, 'data'))
  } finally {
    const left = [...running].filter(({ spawnargs }) =>
      spawnargs.some((arg) => arg.startsWith(folder)),
    )
    await Promise.all(left.map((child) => (child.kill('SIGKILL'), once(child, 'close'))))
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
