import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { asBatchChanged } from './batch-changed.ts'
import { type Batch, type BatchFile, type FileKind, getBatch, placeOf } from './batches.ts'
import { syncDirectory, syncFile } from './durable-file.ts'
import { measureFile } from './incoming.ts'
import type { CaudalNode } from './node.ts'
import type { Queryable } from './register.ts'
import { storeRefusals } from './refusals.ts'

/** What a batch becomes without some of its records. */
export interface RewrittenBatch {
  readonly batch: Batch
  readonly files: readonly BatchFile[]
  readonly wrappedKey: string | null
  /** Records that are no longer in the facts, set aside or not. */
  readonly erased: number
  /** Those of them that were set aside. */
  readonly erasedAside: number
}

/**
 * Writes the files of a batch anew without some records: a new generation beside the old one, which
 * counts once `recordRewrite` has said so. Identities get a new data key, so that the old one opens
 * nothing any more.
 *
 * @param recordIds numbers of records in the lake, as digits
 */
export async function rewriteBatch(
  node: CaudalNode,
  batchId: number,
  recordIds: readonly string[],
): Promise<RewrittenBatch> {
  const batch = await getBatch(node, batchId)
  const workspace = mkdtempSync(join(node.folder.workspace, 'erasure-'))
  const generation = randomBytes(4).toString('hex')
  const files: BatchFile[] = []
  const old = batch.wrappedKey === null ? undefined : node.keyring.unwrapDataKey(batch.wrappedKey)
  const fresh = old === undefined ? undefined : node.keyring.createDataKey()
  const before = rowsOf(batch.files, 'facts')
  const aside = rowsOf(batch.files, 'withheld-facts')
  try {
    for (const file of batch.files) {
      const source = join(node.folder.root, file.path)
      const name = `${generation}-${basename(file.path)}`
      const target = join(placeOf(node, batch.recordType, file.kind, batch.id), name)
      const without = excluding(recordIds, file.kind)
      let rows: number
      if (file.kind === 'identities' || file.kind === 'withheld-identities') {
        if (old === undefined || fresh === undefined) continue
        const [plain, next] = [join(workspace, `${name}.plain`), join(workspace, `${name}.next`)]
        await node.keyring.decryptFile(source, plain, old)
        rows = await copyWithout(node, plain, next, without)
        await node.keyring.encryptFile(next, target, fresh.key)
        for (const path of [plain, next]) rmSync(path)
      } else {
        rows = await copyWithout(node, source, target, without)
        await syncFile(target)
      }
      syncDirectory(dirname(target))
      const path = join(dirname(file.path), name).replaceAll('\\', '/')
      files.push({ kind: file.kind, path, rows, ...(await measureFile(target)) })
    }
  } catch (error) {
    removeFiles(node, files)
    throw await asBatchChanged(node, batch, error)
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
  const erasedAside = aside - rowsOf(files, 'withheld-facts')
  return {
    batch,
    files,
    wrappedKey: fresh?.wrapped ?? null,
    erased: before - rowsOf(files, 'facts') + erasedAside,
    erasedAside,
  }
}

/**
 * Puts the new generation in the place of the old one, as part of a transaction.
 * @throws {Refusal} store.batch-changed where somebody else has changed the batch meanwhile
 */
export async function recordRewrite(
  transaction: Queryable,
  { batch, files, wrappedKey, erased, erasedAside }: RewrittenBatch,
): Promise<void> {
  const changed = await transaction.query(
    `update batches
     set files = $2, wrapped_key = $3, rows_erased = rows_erased + $4,
       rows_accepted = rows_accepted - ($4 - $6), rows_withheld = rows_withheld - $6
     where id = $1 and files = $5::jsonb returning id`,
    [batch.id, JSON.stringify(files), wrappedKey, erased, JSON.stringify(batch.files), erasedAside],
  )
  if (changed.length === 0) throw storeRefusals.refuse('batch-changed', { batch: batch.id })
}

/** Removes the generation that does not count: the old one once recorded, the new one where it failed. */
export function removeFiles(node: CaudalNode, files: readonly BatchFile[]): void {
  for (const { path } of files) rmSync(join(node.folder.root, path), { force: true })
}

/** Destroys the data key of a batch: its identities are erased with it, wherever copies of them lie. */
export async function destroyDataKey(
  transaction: Queryable,
  batch: Batch,
): Promise<readonly BatchFile[]> {
  const sealed: readonly FileKind[] = ['identities', 'withheld-identities']
  const kept = batch.files.filter(({ kind }) => !sealed.includes(kind))
  const changed = await transaction.query(
    `update batches set files = $2, wrapped_key = null
     where id = $1 and wrapped_key is not null and files = $3::jsonb returning id`,
    [batch.id, JSON.stringify(kept), JSON.stringify(batch.files)],
  )
  if (changed.length === 0) throw storeRefusals.refuse('no-data-key', { batch: batch.id })
  return batch.files.filter(({ kind }) => sealed.includes(kind))
}

async function copyWithout(
  node: CaudalNode,
  source: string,
  target: string,
  condition: string,
): Promise<number> {
  const [from, to] = [source, target].map((path) => `'${path.replaceAll("'", "''")}'`)
  await node.lake.run(
    `copy (select * from read_parquet(${from}) where ${condition})
     to ${to} (format parquet, compression zstd)`,
  )
  const [row] = await node.lake.rows<{ rows: number }>(
    `select count(*) as rows from read_parquet(${to})`,
  )
  return row!.rows
}

/**
 * Findings on records that were rejected have no number and stay: they hold no identity. A pair goes
 * with either of its records.
 */
function excluding(recordIds: readonly string[], kind: FileKind): string {
  if (recordIds.length === 0 || recordIds.some((id) => !/^\d{1,19}$/.test(id))) {
    throw new Error('Records are named by the digits of their numbers.')
  }
  const list = recordIds.join(', ')
  const other = kind === 'pairs' ? ` and other_id not in (${list})` : ''
  return `record_id is null or record_id not in (${list})${other}`
}

function rowsOf(files: readonly BatchFile[], kind: FileKind): number {
  return files.filter((file) => file.kind === kind).reduce((sum, { rows }) => sum + rows, 0)
}
