import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { appRefusals } from '../refusals.ts'

const workspace = fileURLToPath(new URL('../../../../../', import.meta.url))
const portal = join(workspace, 'packages/portal')
const lock = join(portal, '.building')

/** Folder of the built portal. */
export const portalBundle: string = join(portal, 'dist')

/**
 * Builds the portal's pages where they are missing or older than their sources. Two processes
 * that start at once build once: the second waits for the first.
 *
 * @returns whether anything had to be built
 */
export async function buildPortalWhenStale(): Promise<boolean> {
  if (await isCurrent()) return false
  await takeLock()
  try {
    const fingerprint = await sourcesFingerprint()
    if (await isCurrent(fingerprint)) return false
    await runBuild()
    await writeFile(join(portalBundle, '.built-from'), fingerprint)
    return true
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

async function isCurrent(fingerprint?: string): Promise<boolean> {
  const builtFrom = await readFile(join(portalBundle, '.built-from'), 'utf8').catch(() => undefined)
  return builtFrom !== undefined && builtFrom === (fingerprint ?? (await sourcesFingerprint()))
}

async function sourcesFingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const sources = [
    'package-lock.json',
    'packages/portal/package.json',
    'packages/portal/index.html',
    'packages/portal/vite.config.ts',
    'packages/portal/src',
    'packages/portal/scripts',
    'packages/methods/src',
    'docs/methods',
    'docs/glossary.md',
    'docs/glossary.es.md',
    'docs/glossary.fr.md',
    'scripts',
  ]
  for (const source of sources) {
    for (const file of await filesUnder(join(workspace, source))) {
      hash.update(file.slice(workspace.length)).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  const entry = await stat(path).catch(() => undefined)
  if (entry === undefined) return []
  if (entry.isFile()) return [path]
  const names = (await readdir(path)).sort()
  return (await Promise.all(names.map((name) => filesUnder(join(path, name))))).flat()
}

async function takeLock(): Promise<void> {
  for (;;) {
    try {
      await mkdir(lock)
      await writeFile(join(lock, 'pid'), String(process.pid))
      return
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST') {
        throw appRefusals.refuse('portal-not-built', { reason: (error as Error).message })
      }
      if (await isAbandoned()) await rm(lock, { recursive: true, force: true })
      else await pause(200)
    }
  }
}

async function isAbandoned(): Promise<boolean> {
  const pid = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => '0'))
  if (pid === 0) {
    const made = await stat(lock).catch(() => undefined)
    return made !== undefined && Date.now() - made.mtimeMs > 5000
  }
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function runBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', 'build', '--silent', '--workspace', '@caudal/portal'], {
      cwd: workspace,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const fail = (reason: string) => reject(appRefusals.refuse('portal-not-built', { reason }))
    child.on('error', (error) => fail(error.message))
    child.on('close', (code) => {
      if (code === 0) resolve()
      else fail(output.trim().split('\n').slice(-12).join('\n'))
    })
  })
}
