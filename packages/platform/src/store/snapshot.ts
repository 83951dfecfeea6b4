import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Batch, type FileKind, fileKinds, listBatches } from './batches.ts'
import type { CaudalNode } from './node.ts'

/**
 * What a number was computed from: the accepted batches of a record type at one moment. Files of a
 * batch never change, so the same snapshot gives the same number at any time.
 */
export interface Snapshot {
  /** 16 hexadecimal digits; the same batches with the same facts have the same id. */
  readonly id: string
  readonly recordType: string
  /** In the order of their ids. */
  readonly batches: readonly Batch[]
  /** Absolute paths, in the order of the batches. */
  readonly files: Readonly<Record<FileKind, readonly string[]>>
}

/**
 * The present snapshot of a record type.
 * @param datasets only these; all of the record type where absent
 */
export async function snapshot(
  node: CaudalNode,
  recordType: string,
  datasets?: readonly string[],
): Promise<Snapshot> {
  const all = await listBatches(node, { recordType })
  const batches =
    datasets === undefined ? all : all.filter((batch) => datasets.includes(batch.dataset))
  const files = Object.fromEntries(
    fileKinds.map((kind) => [
      kind,
      batches.flatMap((batch) =>
        batch.files
          .filter((file) => file.kind === kind)
          .map((file) => join(node.folder.root, file.path)),
      ),
    ]),
  ) as Record<FileKind, string[]>
  return { id: snapshotId(batches), recordType, batches, files }
}

/**
 * Sixteen hexadecimal digits of SHA-256 over one line a batch, in the order of the ids: the id and
 * the digests of its facts files. (Not of its identities: encrypting them again changes no number.)
 *
 * @example snapshotId([]) // => 'e3b0c44298fc1c14'
 */
export function snapshotId(batches: readonly Pick<Batch, 'id' | 'files'>[]): string {
  const digest = createHash('sha256')
  for (const batch of [...batches].sort((one, other) => one.id - other.id)) {
    const facts = batch.files.filter((file) => file.kind === 'facts').map((file) => file.sha256)
    digest.update(`${[batch.id, ...facts.sort()].join(' ')}\n`)
  }
  return digest.digest('hex').slice(0, 16)
}
