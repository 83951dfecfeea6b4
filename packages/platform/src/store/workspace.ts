import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isNameOfLivingProcess, nameOfProcess, ownIdentity } from './process-identity.ts'

/** Free memory below which working copies go to the data folder's own disk, in bytes. */
const roomWanted = 1024 ** 3

/** File system types of statfs(2) that live in memory: tmpfs and ramfs. */
const memoryFileSystems = new Set([0x01021994, 0x858458f6])

const chosen = new Map<string, string>()

/**
 * The folder for plain working copies of this process. `CAUDAL_WORKSPACE` names its parent (an
 * encrypted disk, say); else it is a memory file system with room; else the data folder.
 */
export function workspaceOfProcess(root: string): string {
  let base = chosen.get(root)
  if (base === undefined) {
    const [first, last] = workspaceBases(root)
    base =
      first !== undefined && (process.env['CAUDAL_WORKSPACE'] || isUsable(first)) ? first : last!
    chosen.set(root, base)
  }
  return join(base, nameOfProcess(ownIdentity()))
}

/** Creates the workspace of this process, readable by its user alone. */
export function createWorkspace(workspace: string): void {
  const base = dirname(workspace)
  mkdirSync(base, { recursive: true, mode: 0o700 })
  if (!isOurs(base)) {
    throw new Error(`The folder ${base} exists and is not this user's own with mode 0700.`)
  }
  mkdirSync(workspace, { recursive: true, mode: 0o700 })
}

/**
 * Empties what dead processes left: every entry of every place a workspace may lie in, but
 * the folders of processes that live. To be called by the owner of the data folder only.
 */
export function emptyWorkspaces(root: string): void {
  for (const base of new Set([...workspaceBases(root), dirname(workspaceOfProcess(root))])) {
    if (base === undefined || !isOurs(base)) continue
    for (const entry of readdirSync(base, { withFileTypes: true })) {
      if (entry.isDirectory() && isNameOfLivingProcess(entry.name)) continue
      rmSync(join(base, entry.name), { recursive: true, force: true })
    }
  }
}

/** Removes the workspace of this process with all that is in it. */
export function removeWorkspace(workspace: string): void {
  rmSync(workspace, { recursive: true, force: true })
}

/** Whether the workspace takes up memory rather than disk. */
export function isInMemory(path: string): boolean {
  try {
    return memoryFileSystems.has(statfsSync(path).type)
  } catch {
    return false
  }
}

function workspaceBases(root: string): [string | undefined, string] {
  const inFolder = join(root, 'workspace')
  const named = process.env['CAUDAL_WORKSPACE']
  const parent = named || (process.platform === 'linux' ? '/dev/shm' : undefined)
  if (parent === undefined) return [undefined, inFolder]
  const digest = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return [join(parent, `caudal-${process.getuid?.() ?? 0}-${digest}`), inFolder]
}

function isUsable(base: string): boolean {
  const parent = dirname(base)
  try {
    if (existsSync(base) && !isOurs(base)) return false
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

/** A folder of this user that nobody else can enter; a planted link or a foreign folder is not. */
function isOurs(path: string): boolean {
  try {
    const status = lstatSync(path)
    if (!status.isDirectory()) return false
    const uid = process.getuid?.()
    return uid === undefined || (status.uid === uid && (status.mode & 0o077) === 0)
  } catch {
    return false
  }
}
