import { rmSync } from 'node:fs'
import type { Actor } from '@caudal/methods/govern'
import { Refusal } from '@caudal/methods/vocabulary'
import type { CaudalNode } from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { actOf } from '../authorise.ts'
import { type FoundArchive, readRows, surveyArchives } from './read-archive.ts'
import { backupRefusals } from './refusals.ts'
import type { WrittenArchive } from './write-archive.ts'

/**
 * The archives that may go: all but the newest `keep` of the node, the one just written, and every one
 * that one of these goes on from. Archives of other nodes are nobody's to remove here.
 *
 * @param archives all of the folder, the oldest first
 * @returns the newest first, so that a removal cut short leaves no archive without its base
 */
export function choosePrunable(
  archives: readonly FoundArchive[],
  { node, written, keep }: { node: string; written: string; keep: number },
): FoundArchive[] {
  const own = archives.filter(({ preface }) => preface.node === node)
  const kept = new Set([written, ...own.slice(-keep).map(({ preface }) => preface.id)])
  for (const { preface } of own.toReversed()) {
    if (kept.has(preface.id) && preface.base !== null) kept.add(preface.base)
  }
  return own.filter(({ preface }) => !kept.has(preface.id)).toReversed()
}

/** How many archives hang together up to this one: 1 for a whole one. */
export function lengthOfChain(archives: readonly FoundArchive[], id: string): number {
  let length = 0
  for (let at: string | null = id; at !== null && length <= archives.length; length += 1) {
    const found = archives.find(({ preface }) => preface.id === at)
    at = found?.preface.base ?? null
  }
  return length
}

/**
 * Removes backups that are older than those to keep. Before anything goes, the backup just written is
 * read from end to end, with all that it needs of earlier ones: where it does not hold, all stay. What
 * goes is in the log before it is gone.
 *
 * @throws {Refusal} backup.not-good
 */
export async function pruneArchives(
  node: CaudalNode,
  actor: Actor,
  folder: string,
  written: WrittenArchive,
  keep: number,
): Promise<FoundArchive[]> {
  const { archives, unreadable } = surveyArchives(folder)
  const [identity] = await node.register.query<{ id: string }>('select id from node')
  const chosen = { node: identity!.id, written: written.id, keep }
  const prunable = choosePrunable(archives, chosen)
  await forgetRemoved(node, folder, archives, unreadable)
  if (prunable.length === 0) return []
  await checkGood(node, archives, written)
  await node.register.transaction(async (transaction) => {
    await transaction.query('update backups set pruned_at = now() where id::text = any ($1)', [
      prunable.map(({ preface }) => preface.id),
    ])
    await auditLogOf(node).appendWithin(
      transaction,
      prunable.map(({ preface: { id, at } }) =>
        actOf(actor, 'govern.backup', { subject: `archive:${id}`, details: { act: 'prune', at } }),
      ),
    )
  })
  for (const { path } of prunable) rmSync(path, { force: true })
  return prunable
}

/**
 * Reads what a restore of the archive would read.
 * @throws {Refusal} backup.not-good, with the `damaged` file where it is that of an earlier one
 */
export async function checkGood(
  node: CaudalNode,
  archives: readonly FoundArchive[],
  written: WrittenArchive,
): Promise<void> {
  const needed = new Set([written.id, ...written.manifest.map(({ archive }) => archive)])
  try {
    for (const id of needed) {
      const found = archives.find(({ preface }) => preface.id === id)
      if (found === undefined)
        throw backupRefusals.refuse('base-missing', { base: id, file: written.path })
      await readRows(found.path, node.keyring, [])
    }
  } catch (error) {
    const damaged = error instanceof Refusal ? error.details['file'] : undefined
    throw backupRefusals.refuse('not-good', {
      file: written.path,
      reason: reasonOf(error),
      ...(typeof damaged !== 'string' || damaged === written.path ? {} : { damaged }),
    })
  }
}

/** Archives that somebody else has removed from the folder are in none that is kept; damaged ones are there. */
async function forgetRemoved(
  node: CaudalNode,
  folder: string,
  archives: readonly FoundArchive[],
  unreadable: readonly string[],
): Promise<void> {
  await node.register.query(
    `update backups set pruned_at = now()
     where pruned_at is null and id::text <> all ($1) and starts_with(path, $2) and path <> all ($3)`,
    [archives.map(({ preface }) => preface.id), `${folder}/`, unreadable],
  )
}

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.what('en')
  return error instanceof Error ? error.message : String(error)
}
