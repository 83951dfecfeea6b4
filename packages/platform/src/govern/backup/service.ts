import type { Actor } from '@caudal/methods/govern'
import {
  type CaudalNode,
  dataFolder,
  nodeKeyPath,
  nodeKeySource,
  readOutsideSecret,
} from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { authorise } from '../authorise.ts'
import type { ManifestFile } from './lake-content.ts'
import { listArchives } from './read-archive.ts'
import { restoreArchive, type RestoreOptions, type Restored } from './restore-archive.ts'
import { removeDrafts, writeArchive, type WrittenArchive } from './write-archive.ts'

export interface BackupOptions {
  readonly folder: string
  /** Copies everything, also what the backup before holds. */
  readonly whole?: boolean
  readonly progress?: (done: number) => void
}

/** Writes a backup into a folder: what is new since the last one there, or everything. */
export async function backUp(
  node: CaudalNode,
  actor: Actor,
  { folder, whole = false, progress }: BackupOptions,
): Promise<WrittenArchive> {
  await authorise(node, actor, 'govern.backup')
  removeDrafts(folder)
  const earlier = whole ? undefined : await findEarlier(node, folder)
  const archive = await writeArchive(node, folder, earlier, new Date(), progress)
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

/** Makes a data folder from a backup; the node key file is that of this node where none is given. */
export async function restore(
  options: Omit<RestoreOptions, 'nodeKey'> & { readonly nodeKey?: string },
): Promise<Restored> {
  const nodeKey = options.nodeKey ?? nodeKeyPath(dataFolder(options.to))
  const registerUrl = readOutsideSecret(process.env, 'CAUDAL_REGISTER')
  const registerOwnerUrl = readOutsideSecret(process.env, 'CAUDAL_REGISTER_OWNER')
  return await restoreArchive({
    ...(registerUrl ? { registerUrl } : {}),
    ...(registerOwnerUrl ? { registerOwnerUrl } : {}),
    ...options,
    nodeKey,
  })
}

/** Where the node key comes from, for people: never the key. */
export function keyPlace(node: CaudalNode): string {
  return nodeKeySource(node.folder).where
}

/** The newest backup of this node that still lies in the folder, and all that it goes on from. */
async function findEarlier(node: CaudalNode, folder: string) {
  const there = new Set(listArchives(folder).map(({ preface }) => preface.id))
  const rows = await node.register.query<{ id: string; manifest: ManifestFile[] }>(
    'select id, manifest from backups order by at desc',
  )
  return rows.find(
    ({ id, manifest }) => there.has(id) && manifest.every(({ archive }) => there.has(archive)),
  )
}
