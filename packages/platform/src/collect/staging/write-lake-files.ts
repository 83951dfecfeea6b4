import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordType } from '@caudal/methods/collect'
import type { CaudalNode, IncomingBatch } from '../../store/index.ts'
import type { LakeEngine } from '../../store/lake-engine.ts'
import type { RecordLog } from '../reading/record-log.ts'
import { missingValuesSelect } from '../quality/quality-sql.ts'
import { faultsSelect, findingsSelect } from './findings-sql.ts'
import { factsSelect, hasIdentities, identitiesSelect } from './lake-files-sql.ts'
import type { RowCounts } from './row-counts.ts'
import { copy } from './stage-file.ts'
import type { Staging } from './staged-rows.ts'

/** A file of a batch, as the register wants it described. */
export interface WrittenFile {
  readonly kind: 'facts' | 'identities' | 'findings' | 'duplicates'
  readonly name: string
  readonly rows: number
  readonly sha256?: string
}

/** Share of the accepted records that have each field, from 0 to 1. */
export type Completeness = Record<string, number>

export interface Split {
  readonly files: readonly WrittenFile[]
  readonly wrappedKey?: string
  readonly completeness: Completeness
}

/**
 * Splits the staging file into facts and identities. Identities are plain in the workspace alone:
 * their file in the lake is encrypted from there, while the facts are being written.
 */
export async function writeRecords(
  node: CaudalNode,
  engine: LakeEngine,
  batch: IncomingBatch,
  staging: Staging,
  recordType: RecordType,
  dataset: string,
  folder: string,
): Promise<Split> {
  const completeness: Completeness = {}
  const files: WrittenFile[] = []
  let sealed: Promise<WrittenFile> | undefined
  let wrappedKey: string | undefined
  if (hasIdentities(recordType.fields)) {
    const plain = join(folder, 'identities.parquet')
    const rows = await copy(engine, identitiesSelect(staging, recordType.fields), plain, 'zstd-v2')
    Object.assign(completeness, await measureCompleteness(engine, plain))
    const { key, wrapped } = node.keyring.createDataKey()
    wrappedKey = wrapped
    const name = '0.parquet.enc'
    sealed = node.keyring
      .encryptFile(plain, batch.pathOf('identities', name), key)
      .then(({ sha256 }) => ({ kind: 'identities', name, rows, sha256 }))
    // Its failure is met below; until then it must not count as one that nobody waits for.
    sealed.catch(() => {})
  }
  const facts = batch.pathOf('facts', '0.parquet')
  const rows = await copy(engine, factsSelect(staging, dataset, recordType.fields), facts, 'zstd')
  Object.assign(completeness, await measureCompleteness(engine, facts))
  files.push({ kind: 'facts', name: '0.parquet', rows })
  if (sealed !== undefined) {
    files.push(await sealed)
    await rm(join(folder, 'identities.parquet'))
  }
  const ordered = Object.fromEntries(
    recordType.fields.flatMap(({ id }) => (id in completeness ? [[id, completeness[id]!]] : [])),
  )
  return { files, completeness: ordered, ...(wrappedKey === undefined ? {} : { wrappedKey }) }
}

/** Writes what was found: on records that were read, and on those that could not be. */
export async function writeFindings(
  engine: LakeEngine,
  batch: IncomingBatch,
  staging: Staging,
  counts: RowCounts,
  log: RecordLog,
): Promise<WrittenFile[]> {
  const files: WrittenFile[] = []
  const write = async (name: string, select: string) => {
    const rows = await copy(engine, select, batch.pathOf('findings', name), 'zstd')
    files.push({ kind: 'findings', name, rows })
  }
  const failed = [...counts.failed.keys()]
  if (failed.length > 0) await write('0.parquet', findingsSelect(staging, failed, log))
  if (log.faultCounts.size > 0) await write('1.parquet', faultsSelect(log))
  return files
}

async function measureCompleteness(engine: LakeEngine, path: string): Promise<Completeness> {
  const rows = await engine.rows<{ field: string; missing: number; row_count: number }>(
    missingValuesSelect(path),
  )
  return Object.fromEntries(
    rows.map(({ field, missing, row_count: all }) => [field, all === 0 ? 0 : 1 - missing / all]),
  )
}
