import { createHash } from 'node:crypto'
import {
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncDirectory, syncFile } from './durable-file.ts'
import { livenessOf, ownIdentity, type ProcessIdentity } from './process-identity.ts'

/**
 * Files on their way into the lake or the cubes. They are written under `.incoming/<name>/` of the
 * same disk, moved to their place by renaming whole folders, and count only once the register says
 * so. `.incoming/<name>/` stays until then, so that a crash at any moment leaves something by which
 * the next owner of the folder sees what to remove.
 */
export interface Incoming {
  /** Name of what is on its way: the batch id, the build id. */
  readonly name: string
  readonly folder: string
  /** Path of a file to write, in the part `part`; creates the part's folder. */
  pathOf(part: string, file: string): string
  /** Removes all that was written; to be called where the work is given up. */
  discard(): void
}

const incomingName = '.incoming'
const ownerFile = 'owner.json'

export function openIncoming(area: string, name: string): Incoming {
  const folder = join(area, incomingName, name)
  makeFolder(dirname(folder))
  makeFolder(folder)
  writeFileSync(join(folder, ownerFile), JSON.stringify(ownIdentity()), { mode: 0o600 })
  return {
    name,
    folder,
    pathOf(part, file) {
      mkdirSync(join(folder, part), { recursive: true, mode: 0o700 })
      return join(folder, part, file)
    },
    discard() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * One folder, in one that is there: an area that is away is not made anew, and Node.js says of a disk that can
 * only be read what is the matter (with `recursive` it says that there is no such place).
 */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** The parts (folders) that were written. */
export function listParts(incoming: Incoming): string[] {
  return readdirSync(incoming.folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

/** Moves a part to its place, once its files are on the disk. */
export async function movePart(incoming: Incoming, part: string, place: string): Promise<void> {
  const source = join(incoming.folder, part)
  for (const file of readdirSync(source)) await syncFile(join(source, file))
  syncDirectory(source)
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
  renameSync(source, place)
  syncDirectory(dirname(place))
}

/** What lies in the way of an area: names with the liveness of who works on them. */
export function listIncoming(area: string): { name: string; beingWorkedOn: boolean }[] {
  return subfolders(join(area, incomingName)).map((name) => ({
    name,
    beingWorkedOn: isOwnerAlive(join(area, incomingName, name, ownerFile)),
  }))
}

export function removeIncoming(area: string, name: string): void {
  rmSync(join(area, incomingName, name), { recursive: true, force: true })
}

/** Folders directly in `path`, without `.incoming`; none where it is not there. */
export function subfolders(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== incomingName)
      .map((entry) => entry.name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Length in bytes and SHA-256 of a file; `known` is its digest where the writer has it already. */
export async function measureFile(
  path: string,
  known?: string,
): Promise<{ bytes: number; sha256: string }> {
  const { size } = await stat(path)
  if (known !== undefined) return { bytes: size, sha256: known }
  const digest = createHash('sha256')
  for await (const bytes of createReadStream(path, { highWaterMark: 2 ** 20 }))
    digest.update(bytes as Buffer)
  return { bytes: size, sha256: digest.digest('hex') }
}

/** Longest that work of a process we cannot see (in another container) is left alone, in milliseconds. */
const unseenPatienceMs = 24 * 3600 * 1000

function isOwnerAlive(path: string): boolean {
  try {
    const liveness = livenessOf(JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity)
    if (liveness === 'unknown') return Date.now() - statSync(path).mtimeMs < unseenPatienceMs
    return liveness === 'alive'
  } catch {
    return false
  }
}
