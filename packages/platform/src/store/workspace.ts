import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isNameOfLivingProcess, nameOfProcess, ownIdentity } from './process-identity.ts'

/** Free memory below which working copies go to the data folder's own disk, in bytes. */
const roomWanted = 1024 ** 3

/** File system types of statfs(2) that live in memory: tmpfs and ramfs. */
const memoryFileSystems = new Set([0x01021994, 0x858458f6])

const chosen = new Map<string, string>()

/** How often each workspace is open in this process. */
const open = new Map<string, number>()

/**
 * The folder for plain working copies of this process. `CAUDAL_WORKSPACE` names its parent (an
 * encrypted disk, say); else it is a memory file system with room; else the data folder.
 */
export function workspaceOfProcess(root: string): string {
  let base = chosen.get(root)
  if (base === undefined) {
    const { named, inMemory, inFolder } = workspaceBases(root)
    base = named ?? (inMemory !== undefined && isUsable(inMemory) ? inMemory : inFolder)
    chosen.set(root, base)
  }
  return join(base, nameOfProcess(ownIdentity()))
}

/** Creates the workspace of this process, readable by its user alone. */
export function createWorkspace(workspace: string): void {
  const base = dirname(workspace)
  mkdirSync(workspace, { recursive: true, mode: 0o700 })
  if (isOwn(base)) chmodSync(base, 0o700)
  if (!isClosed(base)) {
    throw new Error(`The folder ${base} is there already and does not belong to this user alone.`)
  }
  open.set(workspace, (open.get(workspace) ?? 0) + 1)
}

/**
 * Empties what dead processes left: every entry of every place a workspace may lie in, but
 * the folders of processes that live. To be called by the owner of the data folder only.
 */
export function emptyWorkspaces(root: string): void {
  for (const base of new Set(Object.values(workspaceBases(root)))) {
    if (base === undefined || !isOwn(base)) continue
    for (const entry of readdirSync(base, { withFileTypes: true })) {
      if (entry.isDirectory() && isNameOfLivingProcess(entry.name)) continue
      rmSync(join(base, entry.name), { recursive: true, force: true })
    }
    removeIfEmpty(base)
  }
}

/** Removes the workspace of this process with all that is in it, once nothing has it open. */
export function removeWorkspace(workspace: string): void {
  const others = (open.get(workspace) ?? 1) - 1
  open.set(workspace, others)
  if (others > 0) return
  rmSync(workspace, { recursive: true, force: true })
  removeIfEmpty(dirname(workspace))
}

/** Whether the workspace takes up memory rather than disk. */
export function isInMemory(path: string): boolean {
  try {
    return memoryFileSystems.has(statfsSync(path).type)
  } catch {
    return false
  }
}

function workspaceBases(root: string): { named?: string; inMemory?: string; inFolder: string } {
  // the same name by whatever path the folder is reached
  const digest = createHash('sha256').update(realPath(root)).digest('hex').slice(0, 16)
  const name = `caudal-${process.getuid?.() ?? 0}-${digest}`
  const parent = process.env['CAUDAL_WORKSPACE']
  return {
    ...(parent ? { named: join(parent, name) } : {}),
    ...(process.platform === 'linux' ? { inMemory: join('/dev/shm', name) } : {}),
    inFolder: join(root, 'workspace'),
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(realPath(parent), basename(path))
  }
}

function removeIfEmpty(path: string): void {
  try {
    rmdirSync(path)
  } catch {
    // another process has its workspace there too
  }
}

function isUsable(base: string): boolean {
  const parent = dirname(base)
  try {
    if (existsSync(base) && !isOwn(base)) return false
    accessSync(parent, constants.W_OK | constants.X_OK)
    const { type, bavail, bsize } = statfsSync(parent)
    return (
      memoryFileSystems.has(type) &&
      Math.min(bavail * bsize, process.availableMemory()) >= roomWanted
    )
  } catch {
    return false
  }
}

/** A folder of this user; a planted link or a foreign folder is not. */
function isOwn(path: string): boolean {
  const status = lstatSync(path, { throwIfNoEntry: false })
  const uid = process.getuid?.()
  return status !== undefined && status.isDirectory() && (uid === undefined || status.uid === uid)
}

/** A folder of this user that nobody else can enter. */
function isClosed(path: string): boolean {
  return isOwn(path) && (process.getuid === undefined || (lstatSync(path).mode & 0o077) === 0)
}
