import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openNode } from '../store/index.ts'
import type { ImportStep } from './import-report.ts'
import { importFile } from './service.ts'
import { keeper } from '../govern/testing-actors.ts'

const role = 'CAUDAL_KILLED_IMPORT'

interface KilledImport {
  readonly root: string
  readonly file: string
  readonly profile: string
}

/** Imports a file in a process of its own, and kills that without warning when it is in a step. */
export async function importAndKill(request: KilledImport, step: ImportStep): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [role]: JSON.stringify(request) },
  })
  const ended = once(child, 'exit')
  child.on('message', (message) => {
    if (message === step) child.kill('SIGKILL')
  })
  const [, signal] = (await ended) as [number | null, string | null]
  if (signal !== 'SIGKILL') throw new Error(`The import ended before it was in the step ${step}`)
}

if (process.env[role] !== undefined) {
  const { root, ...request } = JSON.parse(process.env[role]) as KilledImport
  const node = await openNode({ root, threads: 1, memoryLimit: 2 ** 28 })
  // Told at the step's beginning; the kill arrives while it is under way.
  await importFile(node, keeper, { ...request, onProgress: (_done, step) => process.send!(step) })
  await node.close()
}
