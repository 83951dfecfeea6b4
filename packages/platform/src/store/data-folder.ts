import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { storeRefusals } from './refusals.ts'
import { workspaceOfProcess } from './workspace.ts'

/** Where things lie in a node's data folder; absolute paths. */
export interface DataFolder {
  readonly root: string
  /** The embedded register, where no server is named. */
  readonly register: string
  /** Parquet files of records: `lake/<record type>/<facts|identities|findings|duplicates>/<batch>/…`. */
  readonly lake: string
  /** Built cubes: `cubes/<cube>/<build>/…parquet`. */
  readonly cubes: string
  /** Releases as they were baked, `releases/<id>/public/…`, and what they hide, mode 0700. */
  readonly releases: string
  /** Files that institutions are sending in, sealed: `submissions/<id>/…`, mode 0700. */
  readonly submissions: string
  /** Boundary sets brought in by the node. */
  readonly boundaries: string
  /** Texts and settings of the portal that the node has of its own; read, never written. */
  readonly content: string
  /** Drawn files of the synthetic region and the truth about it. */
  readonly synthetic: string
  /** Node key and other secrets, mode 0700. */
  readonly keys: string
  /**
   * Staging files, decrypted working copies and the engine's spill files, mode 0700, on a memory
   * file system where there is room; emptied at the end of a batch and at every start. Each
   * process has its own, so that none is emptied under another's hands.
   */
  readonly workspace: string
}

/** The places of a data folder; creates nothing. `root` may be relative to the working directory. */
export function dataFolder(root: string): DataFolder {
  const absolute = resolve(root)
  return {
    root: absolute,
    register: join(absolute, 'register'),
    lake: join(absolute, 'lake'),
    cubes: join(absolute, 'cubes'),
    boundaries: join(absolute, 'boundaries'),
    releases: join(absolute, 'releases'),
    content: join(absolute, 'content'),
    submissions: join(absolute, 'submissions'),
    synthetic: join(absolute, 'synthetic'),
    keys: join(absolute, 'keys'),
    workspace: workspaceOfProcess(absolute),
  }
}

/**
 * Creates what is missing of a data folder, closed to other users of the machine (mode 0700).
 * @throws {Refusal} store.folder-not-writable
 */
export function createDataFolder(folder: DataFolder): void {
  try {
    mkdirSync(folder.root, { recursive: true, mode: 0o700 })
    const { lake, cubes, boundaries, releases, submissions, synthetic } = folder
    for (const path of [lake, cubes, boundaries, releases, submissions, synthetic]) {
      mkdirSync(path, { recursive: true, mode: 0o700 })
    }
    mkdirSync(folder.keys, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw notWritable(folder, error)
  }
}

/** The refusal for a data folder that the system does not let us write. */
export function notWritable(folder: Pick<DataFolder, 'root'>, error: unknown): Error {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) return error as Error
  return storeRefusals.refuse('folder-not-writable', { folder: folder.root, reason: code })
}
