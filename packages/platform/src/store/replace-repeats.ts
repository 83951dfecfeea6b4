import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type Batch, type BatchFile, placeOf } from './batches.ts'
import { syncDirectory, syncFile } from './durable-file.ts'
import { measureFile } from './incoming.ts'
import type { CaudalNode } from './node.ts'
import { storeRefusals } from './refusals.ts'
import { removeFiles } from './rewrite-batch.ts'

/** What a batch is to say of its repeats from now on. */
export interface ReplacedRepeats {
  /** The new file, wherever it was written, and its rows; undefined where there is no repeat any more. */
  readonly file: { readonly path: string; readonly rows: number } | undefined
  /** Records flagged beyond the first of their group. */
  readonly flagged: number
  /** What changes of its quality. */
  readonly quality: object
}

/**
 * Puts other repeats in the place of those that a batch has: its records were corrected, erased or set
 * aside, and others count in their place.
 *
 * @throws {Refusal} store.batch-changed where somebody else has changed the batch meanwhile
 */
export async function replaceRepeats(
  node: CaudalNode,
  batch: Batch,
  { file, flagged, quality }: ReplacedRepeats,
): Promise<void> {
  const old = batch.files.filter(({ kind }) => kind === 'duplicates')
  const written: BatchFile[] = []
  if (file !== undefined) {
    const folder = placeOf(node, batch.recordType, 'duplicates', batch.id)
    const target = join(folder, `${randomBytes(4).toString('hex')}-0.parquet`)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    copyFileSync(file.path, target)
    await syncFile(target)
    syncDirectory(dirname(target))
    const path = relative(node.folder.root, target).split(sep).join('/')
    written.push({ kind: 'duplicates', path, rows: file.rows, ...(await measureFile(target)) })
  }
  const others = batch.files.filter(({ kind }) => kind !== 'duplicates')
  try {
    const changed = await node.register.query(
      `update batches
       set files = $2, rows_flagged_duplicate = $3, quality = quality || $4::jsonb
       where id = $1 and files = $5::jsonb returning id`,
      [
        batch.id,
        JSON.stringify([...others, ...written]),
        flagged,
        JSON.stringify(quality),
        JSON.stringify(batch.files),
      ],
    )
    if (changed.length === 0) throw storeRefusals.refuse('batch-changed', { batch: batch.id })
  } catch (error) {
    removeFiles(node, written)
    throw error
  }
  removeFiles(node, old)
}
