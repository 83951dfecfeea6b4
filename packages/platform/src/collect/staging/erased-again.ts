import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  findKnownAgain,
  isAnybodyErased,
  type KnownAgain,
} from '../../govern/erasure/known-again.ts'
import type { CaudalNode, IncomingBatch, LakeEngine } from '../../store/index.ts'
import type { RecordLog } from '../reading/record-log.ts'
import { erasedAgainSelect } from './findings-sql.ts'
import { copy } from './stage-file.ts'
import type { Staging } from './staged-rows.ts'
import type { Split, WrittenFile } from './write-lake-files.ts'

/** Records of erased persons in a batch that is being written, and the finding on each of them. */
export interface ErasedAgain {
  readonly known: readonly KnownAgain[]
  readonly findings: readonly WrittenFile[]
}

/**
 * Looks for persons who were erased among the records of a batch. Their identities are plain in the
 * folder of the import while that lasts; where nobody was ever erased nothing is looked at.
 */
export async function findErasedAgain(
  node: CaudalNode,
  engine: LakeEngine,
  batch: IncomingBatch,
  staging: Staging,
  { files, wrappedKey }: Split,
  log: RecordLog,
  folder: string,
): Promise<ErasedAgain> {
  const sealed = files.find(({ kind }) => kind === 'identities')
  if (sealed === undefined || wrappedKey === undefined || !(await isAnybodyErased(node))) {
    return { known: [], findings: [] }
  }
  const plain = join(folder, 'known-again.parquet')
  const key = node.keyring.unwrapDataKey(wrappedKey)
  await node.keyring.decryptFile(batch.pathOf('identities', sealed.name), plain, key)
  const known = await findKnownAgain(node, engine, plain)
  await rm(plain)
  if (known.length === 0) return { known, findings: [] }
  const ids = known.map(({ recordId }) => recordId)
  const name = '2.parquet'
  const select = erasedAgainSelect(staging, ids, log)
  const rows = await copy(engine, select, batch.pathOf('findings', name), 'zstd')
  return { known, findings: [{ kind: 'findings', name, rows }] }
}
