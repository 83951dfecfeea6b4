import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { CaudalNode } from '../../store/index.ts'
import type { ShownCube } from './compose-release.ts'

const workingName = 'working.json'

/** Where a release lies: what may be served is under `public/`; the rest never leaves the node. */
export function releaseFolder(node: CaudalNode, id: string): string {
  return join(node.folder.releases, id)
}

/**
 * Writes a release beside its place and moves it in when it is whole; a folder that a draft left
 * behind without a record gives way.
 */
export function writeRelease(
  node: CaudalNode,
  id: string,
  files: ReadonlyMap<string, Buffer>,
  shown: readonly ShownCube[],
): void {
  const place = releaseFolder(node, id)
  const writing = `${place}.writing`
  rmSync(writing, { recursive: true, force: true })
  mkdirSync(join(writing, 'public'), { recursive: true, mode: 0o700 })
  try {
    for (const [name, content] of files) {
      const path = join(writing, 'public', name)
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      writeFileSync(path, content, { mode: 0o600, flush: true })
    }
    writeFileSync(join(writing, workingName), JSON.stringify(shown), { mode: 0o600, flush: true })
    rmSync(place, { recursive: true, force: true })
    renameSync(writing, place)
  } catch (error) {
    rmSync(writing, { recursive: true, force: true })
    throw error
  }
}

/** A file of a release as it lies on the disk; undefined where it is missing. */
export function readReleaseFile(node: CaudalNode, id: string, name: string): Buffer | undefined {
  const path = join(releaseFolder(node, id), 'public', name)
  return existsSync(path) ? readFileSync(path) : undefined
}

/** Names of all files that lie where those of a release may be served from, in their order. */
export function listReleaseFiles(node: CaudalNode, id: string): string[] {
  const folder = join(releaseFolder(node, id), 'public')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

/** What a release showed, cube by cube, with the truth behind it. */
export function readShown(node: CaudalNode, id: string): readonly ShownCube[] {
  const path = join(releaseFolder(node, id), workingName)
  return JSON.parse(readFileSync(path, 'utf8')) as ShownCube[]
}

/** Takes a release's files away again, where it could not be recorded. */
export function removeRelease(node: CaudalNode, id: string): void {
  rmSync(releaseFolder(node, id), { recursive: true, force: true })
}

/** Names that a release has: `es/by-month.csv`, `manifest.json`; nothing that climbs out of it. */
export function isFileName(name: string): boolean {
  return /^(?:(?:es|en|fr|sdmx)\/)?[a-z0-9][a-z0-9-]*\.(?:html|csv|json|xml|xlsx|pdf|zip|sig|txt|pem)$/.test(
    name,
  )
}
