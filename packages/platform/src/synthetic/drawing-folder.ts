import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { syntheticRefusals } from './refusals.ts'

/** Name of the file that says what a folder of drawn files holds. */
export const manifestName = 'region.json'

/** Marks the manifest, and so the folder, as drawn by Caudal. */
export const manifestKind = 'caudal-synthetic-region'

/** A folder that is being drawn: under another name, until it is whole. */
export interface DrawingFolder {
  /** Where it is to be. */
  readonly target: string
  /** Where it is now. */
  readonly draft: string
}

/**
 * Begins a folder beside its final place. What drawings of processes that have ended left there is
 * cleared away.
 *
 * @throws {Refusal} synthetic.folder-not-empty, synthetic.folder-not-writable
 */
export async function beginFolder(out: string): Promise<DrawingFolder> {
  const target = resolve(out)
  await refuseForeignFolder(target)
  try {
    await mkdir(dirname(target), { recursive: true })
    await clearAbandoned(target)
    const draft = `${draftPrefix(target)}${String(process.pid)}`
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft)
    return { target, draft }
  } catch (error) {
    throw notWritable(target, error)
  }
}

/** Puts the whole folder in its place, an earlier drawing making way. */
export async function finishFolder({ target, draft }: DrawingFolder): Promise<void> {
  await refuseForeignFolder(target)
  const earlier = `${draft}.earlier`
  const standing = await rename(target, earlier).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw notWritable(target, error)
    },
  )
  await rename(draft, target)
  if (standing) await rm(earlier, { recursive: true, force: true })
}

export async function abandonFolder({ draft }: DrawingFolder): Promise<void> {
  await rm(draft, { recursive: true, force: true })
}

/** Whether a folder holds a region that Caudal drew. */
export async function isDrawnFolder(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => '')
  try {
    return (JSON.parse(text) as { kind?: unknown }).kind === manifestKind
  } catch {
    return false
  }
}

async function refuseForeignFolder(folder: string): Promise<void> {
  const entry = await stat(folder).catch(() => undefined)
  if (entry === undefined) return
  if (!entry.isDirectory()) throw syntheticRefusals.refuse('folder-not-empty', { folder })
  if ((await readdir(folder)).length === 0) return
  if (!(await isDrawnFolder(folder))) throw syntheticRefusals.refuse('folder-not-empty', { folder })
}

function draftPrefix(target: string): string {
  return join(dirname(target), `.${basename(target)}.drawing-`)
}

async function clearAbandoned(target: string): Promise<void> {
  const prefix = basename(draftPrefix(target))
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(prefix)) continue
    const path = join(dirname(target), name)
    const owner = Number.parseInt(name.slice(prefix.length), 10)
    if (isRunning(owner)) continue
    // Killed between the two renames: the earlier drawing is the only whole one.
    const moved =
      name.endsWith('.earlier') && (await stat(target).catch(() => undefined)) === undefined
    if (moved) await rename(path, target)
    else await rm(path, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function notWritable(folder: string, error: unknown) {
  return syntheticRefusals.refuse('folder-not-writable', {
    folder,
    reason: error instanceof Error ? error.message : String(error),
  })
}
