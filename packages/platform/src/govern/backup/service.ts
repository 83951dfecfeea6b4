import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Actor } from '@caudal/methods/govern'
import { Refusal } from '@caudal/methods/vocabulary'
import {
  type CaudalNode,
  dataFolder,
  nodeKeyPath,
  nodeKeySource,
  readOutsideSecret,
  wrapperOf,
} from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { authorise } from '../authorise.ts'
import { listContentFiles, type ManifestFile } from './lake-content.ts'
import { findKnownBackups, stateOfBackups } from './known-backups.ts'
import { checkGood, lengthOfChain, pruneArchives } from './prune-archives.ts'
import { type FoundArchive, nextNumber, surveyArchives } from './read-archive.ts'
import { restoreArchive, type RestoreOptions, type Restored } from './restore-archive.ts'
import {
  type EarlierArchive,
  removeDrafts,
  writeArchive,
  type WrittenArchive,
} from './write-archive.ts'

export interface BackupOptions {
  readonly folder: string
  /** Copies everything, also what the backup before holds. */
  readonly whole?: boolean
  /**
   * How many backups to keep: older ones that none of these goes on from are removed. A whole one is
   * begun where that many hang together, so that older ones can go.
   */
  readonly keep?: number
  readonly progress?: (done: number) => void
  readonly now?: () => Date
}

export interface BackedUp extends WrittenArchive {
  /** Backups that were removed, the newest first. */
  readonly pruned: readonly FoundArchive[]
  /** Files of earlier backups that are damaged: nothing was gone on from them, and nothing was removed. */
  readonly damaged: readonly string[]
}

/**
 * Writes a backup into a folder: what is new since the last one there, or everything. Earlier ones that
 * are damaged, cut short or removed stop nothing: the new one goes on from one that holds, or is whole.
 *
 * @throws {Refusal} backup.not-good where the new one cannot be read again, and none was removed
 */
export async function backUp(
  node: CaudalNode,
  actor: Actor,
  options: BackupOptions,
): Promise<BackedUp> {
  await authorise(node, actor, 'govern.backup')
  const { whole = false, keep } = options
  const folder = resolve(options.folder)
  removeDrafts(folder)
  const { archives, damaged } = await findDamaged(node, folder)
  const earlier = whole ? undefined : await findEarlier(node, archives, keep)
  const archive = await writeKept(node, actor, folder, earlier, options)
  if (keep === undefined) return { ...archive, pruned: [], damaged }
  if (damaged.length > 0) {
    // what is damaged is for people to look at before anything older goes
    return { ...(await makeGood(node, actor, folder, archive, options, damaged)), pruned: [] }
  }
  try {
    const pruned = await pruneArchives(node, actor, folder, archive, keep)
    return { ...archive, pruned, damaged }
  } catch (error) {
    if (damagedBy(error) === undefined) throw error
    return { ...(await makeGood(node, actor, folder, archive, options, damaged)), pruned: [] }
  }
}

/** The archive where it can be read with all that it needs; a whole one in its place where it cannot. */
async function makeGood(
  node: CaudalNode,
  actor: Actor,
  folder: string,
  archive: WrittenArchive,
  options: BackupOptions,
  damaged: readonly string[],
): Promise<WrittenArchive & Pick<BackedUp, 'damaged'>> {
  try {
    await checkGood(node, surveyArchives(folder).archives, archive)
    return { ...archive, damaged }
  } catch (error) {
    const found = damagedBy(error)
    if (found === undefined) throw error
    const whole = await writeKept(node, actor, folder, undefined, options)
    await checkGood(node, surveyArchives(folder).archives, whole)
    return { ...whole, damaged: [...damaged, found] }
  }
}

/** The file of an earlier backup that keeps the new one from being good. */
function damagedBy(error: unknown): string | undefined {
  if (!(error instanceof Refusal) || error.code !== 'backup.not-good') return undefined
  return error.details['damaged'] as string | undefined
}

/** Archives that are begun at most where the node goes on changing while they are written. */
const mostBegun = 5

/**
 * Writes an archive; begins anew where a file went while it was to be copied because the node needs it no more:
 * cubes were made anew, or records were erased, which a backup must not keep from going on. What the register
 * still counts on and is not there as it was is damage, and is told.
 */
async function beginAnew(
  node: CaudalNode,
  write: () => Promise<WrittenArchive>,
): Promise<WrittenArchive> {
  for (let begun = 1; ; begun += 1) {
    try {
      return await write()
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'backup.file-changed') throw error
      const { file, sha256 } = error.details
      const counted = await listContentFiles(node.register, node.folder)
      const isDamaged = counted.some((each) => each.path === file && each.sha256 === sha256)
      if (isDamaged || begun === mostBegun) throw error
    }
  }
}

async function writeKept(
  node: CaudalNode,
  actor: Actor,
  folder: string,
  earlier: EarlierArchive | undefined,
  { progress, now = () => new Date() }: BackupOptions,
): Promise<WrittenArchive> {
  const { archives } = surveyArchives(folder)
  const numbered = (id: string) => nextNumber(archives, id)
  const write = () => writeArchive(node, folder, earlier, now(), numbered, progress)
  const archive = await beginAnew(node, write)
  await node.register.transaction(async (transaction) => {
    await transaction.query(
      `insert into backups (id, base, path, at, bytes, sha256, manifest)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        archive.id,
        archive.base,
        archive.path,
        archive.at,
        archive.bytes,
        archive.sha256,
        JSON.stringify(archive.manifest),
      ],
    )
    await auditLogOf(node).appendWithin(transaction, [
      {
        actor,
        action: 'govern.backup',
        outcome: 'done',
        subject: `archive:${archive.id}`,
        details: { sha256: archive.sha256, bytes: archive.bytes, base: archive.base },
      },
    ])
  })
  return archive
}

/** The archives of a folder that have the length they were written with, and the files that have not. */
async function findDamaged(node: CaudalNode, folder: string) {
  const { archives, unreadable } = surveyArchives(folder)
  const rows = await node.register.query<{ id: string; bytes: number | string }>(
    'select id, bytes from backups where id::text = any ($1)',
    [archives.map(({ preface }) => preface.id)],
  )
  const lengths = new Map(rows.map(({ id, bytes }) => [id, Number(bytes)]))
  const isCut = ({ path, preface }: FoundArchive) =>
    statSync(path).size !== (lengths.get(preface.id) ?? statSync(path).size)
  return {
    archives: archives.filter((archive) => !isCut(archive)),
    damaged: [...unreadable, ...archives.filter(isCut).map(({ path }) => path)],
  }
}

/** What the node knows of its backups, for those who watch over data protection. */
export async function describeBackups(node: CaudalNode, actor: Actor) {
  await authorise(node, actor, 'govern.read-registers')
  const known = await findKnownBackups(node)
  return { ...known, state: stateOfBackups(known, new Date()) }
}

/** Makes a data folder from a backup; the node key file is that of this node where none is given. */
export async function restore(
  options: Omit<RestoreOptions, 'nodeKeys'> & { readonly nodeKeys?: readonly string[] },
): Promise<Restored> {
  const nodeKeys = options.nodeKeys ?? [nodeKeyPath(dataFolder(options.to))]
  const registerUrl = readOutsideSecret(process.env, 'CAUDAL_REGISTER')
  const registerOwnerUrl = readOutsideSecret(process.env, 'CAUDAL_REGISTER_OWNER')
  return await restoreArchive({
    ...(registerUrl ? { registerUrl } : {}),
    ...(registerOwnerUrl ? { registerOwnerUrl } : {}),
    ...options,
    nodeKeys,
  })
}

/** Where the node key comes from, for people: never the key. */
export function keyPlace(node: CaudalNode): string {
  return nodeKeySource(node.folder).where
}

/**
 * The newest backup of this node that still lies in the folder, and all that it goes on from; none where one of them
 * was made under another node key: whoever restores has put aside the key that the newest asks for, and no other.
 */
async function findEarlier(node: CaudalNode, archives: readonly FoundArchive[], keep = Infinity) {
  const there = new Set(
    archives.filter((archive) => isUnderPresentKey(node, archive)).map(({ preface }) => preface.id),
  )
  const rows = await node.register.query<{ id: string; manifest: ManifestFile[] }>(
    'select id, manifest from backups where id::text = any ($1)',
    [[...there]],
  )
  const earlier = archives
    .map(({ preface }) => rows.find(({ id }) => id === preface.id))
    .findLast((row) => row?.manifest.every(({ archive }) => there.has(archive)))
  if (earlier === undefined || lengthOfChain(archives, earlier.id) >= keep) return undefined
  return earlier
}

function isUnderPresentKey(node: CaudalNode, { preface }: FoundArchive): boolean {
  return wrapperOf(preface.wrappedKey) === node.keyring.keyId
}
