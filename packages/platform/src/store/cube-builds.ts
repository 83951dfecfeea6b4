import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import {
  type Incoming,
  listParts,
  measureFile,
  movePart,
  openIncoming,
  subfolders,
} from './incoming.ts'
import type { CaudalNode } from './node.ts'
import { readQuery } from './read-query.ts'
import type { Queryable } from './register.ts'

export interface CubeFile {
  /** Name given by the builder: `cells.parquet`. */
  readonly name: string
  /** Relative to the root of the data folder, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** A cube that stands built, from one snapshot. */
export interface CubeBuild {
  readonly cubeId: string
  readonly snapshot: string
  /** Ids of the batches it was built from. */
  readonly batches: readonly number[]
  readonly definitionSha256: string
  readonly files: readonly CubeFile[]
  readonly cells: number
  /** Records that were counted. */
  readonly facts: number
  /** Day of the newest source, ISO date. */
  readonly updatedOn: string | null
  readonly synthetic: boolean
  /** Digest of the runs of linkage that tell its persons apart; empty where it counts none. */
  readonly linkage: string
  /** ISO instant. */
  readonly builtAt: string
}

/** A cube that is being built; its files count once `acceptCubeBuild` has recorded them. */
export interface IncomingCubeBuild {
  readonly cubeId: string
  /** Where to write a file of the build. */
  pathOf(name: string): string
  discard(): void
}

interface OpenCubeBuild extends IncomingCubeBuild {
  readonly incoming: Incoming
}

const part = 'files'

export function beginCubeBuild(node: CaudalNode, cubeId: string): IncomingCubeBuild {
  const incoming = openIncoming(
    node.folder.cubes,
    `${Date.now().toString(36)}-${randomBytes(6).toString('hex')}`,
  )
  const build: OpenCubeBuild = {
    cubeId,
    incoming,
    pathOf: (name) => incoming.pathOf(part, name),
    discard: () => incoming.discard(),
  }
  return build
}

/**
 * Puts a finished build in the place of the cube's earlier one, in one transaction. The files of the
 * build before stay until the one after, for readers that looked it up a moment ago.
 * @param within what else is to be part of the transaction: the log
 */
export async function acceptCubeBuild(
  node: CaudalNode,
  build: IncomingCubeBuild,
  record: Omit<CubeBuild, 'cubeId' | 'files' | 'builtAt'> & {
    readonly files: readonly string[]
    /** Files of the build before that this one still reads, where it extends it. */
    readonly kept?: readonly CubeFile[]
  },
  within: (transaction: Queryable) => Promise<void> = async () => {},
): Promise<CubeBuild> {
  const { incoming } = build as OpenCubeBuild
  const place = join(node.folder.cubes, build.cubeId, incoming.name)
  const before = await findCubeBuild(node, build.cubeId)
  try {
    const files: CubeFile[] = [...(record.kept ?? [])]
    for (const name of record.files) {
      const path = relative(node.folder.root, join(place, name)).split(sep).join('/')
      files.push({ name, path, ...(await measureFile(build.pathOf(name))) })
    }
    if (listParts(incoming).length > 0) await movePart(incoming, part, place)
    await node.register.transaction(async (transaction) => {
      await transaction.query(query('upsert-cube-build'), [
        build.cubeId,
        record.snapshot,
        JSON.stringify(record.batches),
        record.definitionSha256,
        JSON.stringify(files),
        record.cells,
        record.facts,
        record.updatedOn,
        record.synthetic,
        record.linkage,
      ])
      await within(transaction)
    })
  } catch (error) {
    // a lost connection does not tell whether it was recorded: the next owner decides
    if ((error as { code?: string }).code !== 'store.register-gone') {
      rmSync(place, { recursive: true, force: true })
      incoming.discard()
    }
    throw error
  }
  incoming.discard()
  const after = await findCubeBuild(node, build.cubeId)
  const kept = new Set([incoming.name, ...buildNames(before), ...buildNames(after)])
  for (const name of subfolders(join(node.folder.cubes, build.cubeId))) {
    if (!kept.has(name))
      rmSync(join(node.folder.cubes, build.cubeId, name), { recursive: true, force: true })
  }
  return after!
}

export async function findCubeBuild(
  node: CaudalNode,
  cubeId: string,
): Promise<CubeBuild | undefined> {
  const [build] = await node.register.query<CubeBuild>(query('cube-builds'), [cubeId])
  return build
}

export function listCubeBuilds(node: CaudalNode): Promise<CubeBuild[]> {
  return node.register.query<CubeBuild>(query('cube-builds'), [null])
}

/** Removes builds that were replaced, where what they were built from must not stay. */
export async function removeEarlierBuilds(node: CaudalNode): Promise<void> {
  for (const build of await listCubeBuilds(node)) {
    const kept = new Set(buildNames(build))
    const folder = join(node.folder.cubes, build.cubeId)
    for (const name of subfolders(folder)) {
      if (!kept.has(name)) rmSync(join(folder, name), { recursive: true, force: true })
    }
  }
}

/** Names of the folders under `cubes/<cube>/` that a build's files lie in. */
export function buildNames(build: Pick<CubeBuild, 'files'> | undefined): string[] {
  return (build?.files ?? []).map((file) => file.path.split('/').at(-2)!)
}

function query(name: string): string {
  return readQuery(`./queries/${name}.sql`, import.meta.url)
}
