import { join, relative, sep } from 'node:path'
import { type Incoming, listParts, measureFile, movePart, openIncoming } from './incoming.ts'
import type { CaudalNode } from './node.ts'
import { readQuery } from './read-query.ts'
import { storeRefusals } from './refusals.ts'
import type { Queryable } from './register.ts'
import { rmSync } from 'node:fs'

/**
 * What a file of a batch holds. `persons` (which person each record is) and `pairs` (records that may
 * be one person) belong to batches of journeys, which linkage writes.
 */
export const fileKinds = [
  'facts',
  'identities',
  'findings',
  'duplicates',
  'persons',
  'pairs',
  // records whose use a person restricts: nothing is counted from these
  'withheld-facts',
  'withheld-identities',
] as const

export type FileKind = (typeof fileKinds)[number]

/** A file of the lake as the register knows it. */
export interface BatchFile {
  readonly kind: FileKind
  /** Relative to the root of the data folder, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly rows: number
}

export type BatchStatus = 'accepted' | 'superseded' | 'withdrawn'

/** A file that was received whole, and what became of its rows. */
export interface Batch {
  readonly id: number
  readonly dataset: string
  readonly recordType: string
  readonly profileId: string
  readonly profileVersion: number
  readonly fileName: string
  readonly fileSha256: string
  readonly fileBytes: number
  readonly status: BatchStatus
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly rowsRejected: number
  readonly rowsFlaggedDuplicate: number
  /** Records that were accepted and are set aside, because the person restricts their use. */
  readonly rowsWithheld: number
  readonly quality: Record<string, unknown>
  readonly files: readonly BatchFile[]
  readonly wrappedKey: string | null
  /** The institution whose people brought it, to which its records belong; '' for the node's own. */
  readonly institution: string
  /** The days that its records cover, ISO dates; null where they have none. */
  readonly coversFrom: string | null
  readonly coversUntil: string | null
  /** ISO instant. */
  readonly receivedAt: string
  /** Why it was withdrawn; null where it was not. */
  readonly withdrawnBecause: string | null
  /** The batch that took its place, and why; null where none did. */
  readonly supersededBy: number | null
  readonly supersededBecause: string | null
}

/** What is to be recorded of a batch, besides its files. */
export interface BatchRecord {
  readonly dataset: {
    readonly id: string
    readonly title: object
    readonly source: object
    readonly country?: string
    readonly synthetic: boolean
  }
  readonly profile: {
    readonly id: string
    readonly version: number
    readonly content: object
    readonly sha256: string
  }
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number }
  readonly rows: {
    readonly read: number
    readonly accepted: number
    readonly rejected: number
    readonly flaggedDuplicate: number
  }
  readonly quality: object
  /** The files written under the incoming batch; `sha256` where the writer knows it already. */
  readonly files: readonly {
    readonly kind: FileKind
    readonly name: string
    readonly rows: number
    readonly sha256?: string
  }[]
  readonly wrappedKey?: string
  /** The institution whose people brought it; '' where whoever runs the node did. */
  readonly institution?: string
  /** The days that its records cover, ISO dates. */
  readonly covers?: { readonly from: string; readonly until: string }
  /** Batches of the same dataset that this one takes the place of. */
  readonly supersedes?: readonly number[]
  /** Why it does. */
  readonly because?: string
  /** What else is to be part of the transaction that records the batch: the log. */
  readonly within?: (transaction: Queryable) => Promise<void>
}

/** A batch that is being written: its id is given, its files are not yet part of the lake. */
export interface IncomingBatch {
  readonly id: number
  readonly recordType: string
  /** Where to write a file of the batch; on the disk of the lake, moved by `acceptBatch`. */
  pathOf(kind: FileKind, name: string): string
  /** Gives the batch up and removes what was written of it. */
  discard(): void
}

interface OpenBatch extends IncomingBatch {
  readonly incoming: Incoming
}

/** Begins a batch: takes an id that no other batch ever has, and a place to write its files. */
export async function beginBatch(node: CaudalNode, recordType: string): Promise<IncomingBatch> {
  const [row] = await node.register.query<{ id: number }>(
    "select nextval(pg_get_serial_sequence('batches', 'id')) as id",
  )
  const incoming = openIncoming(node.folder.lake, String(row!.id))
  const batch: OpenBatch = {
    id: row!.id,
    recordType,
    incoming,
    pathOf: (kind, name) => incoming.pathOf(kind, name),
    discard: () => incoming.discard(),
  }
  return batch
}

/**
 * Makes a batch part of the lake, whole or not at all: its files are moved to their places, then
 * one transaction records it. Where that is refused, the files are removed.
 * @throws {Refusal} store.file-already-received, store.profile-version-altered, store.dataset-differs
 */
export async function acceptBatch(
  node: CaudalNode,
  batch: IncomingBatch,
  record: BatchRecord,
): Promise<Batch> {
  const { incoming } = batch as OpenBatch
  try {
    const files = await describeFiles(node, batch, record)
    for (const part of listParts(incoming)) {
      await movePart(incoming, part, placeOf(node, batch.recordType, part, batch.id))
    }
    await node.register.transaction(async (transaction) => {
      await recordBatch(transaction, batch, record, files)
      await record.within?.(transaction)
    })
  } catch (error) {
    // a lost connection does not tell whether the transaction was committed: the next owner decides
    if ((error as { code?: string }).code !== 'store.register-gone') {
      removeBatchFiles(node, batch.recordType, batch.id)
      incoming.discard()
    }
    throw sameFile(error) ? await alreadyReceived(node, record) : error
  }
  incoming.discard()
  return await getBatch(node, batch.id)
}

export interface BatchConditions {
  readonly dataset?: string
  readonly recordType?: string
  readonly fileSha256?: string
  /** Accepted ones alone where absent. */
  readonly statuses?: readonly BatchStatus[]
}

/**
 * Batches in the order in which they were begun.
 *
 * @param within the transaction that they are looked at in, where there is one
 */
export async function listBatches(
  node: CaudalNode,
  conditions: BatchConditions = {},
  within: Queryable = node.register,
): Promise<Batch[]> {
  return selectBatches(within, null, conditions)
}

/** The accepted batch that a file was received as, where it was. */
export async function findBatchOfFile(
  node: CaudalNode,
  file: { dataset: string; sha256: string; profileId: string; profileVersion: number },
): Promise<Batch | undefined> {
  const batches = await listBatches(node, { dataset: file.dataset, fileSha256: file.sha256 })
  return batches.find(
    (batch) => batch.profileId === file.profileId && batch.profileVersion === file.profileVersion,
  )
}

/** @throws {Refusal} store.batch-unknown */
export async function getBatch(node: CaudalNode, id: number): Promise<Batch> {
  const [batch] = await selectBatches(node.register, [id], {
    statuses: ['accepted', 'superseded', 'withdrawn'],
  })
  if (batch === undefined) throw storeRefusals.refuse('batch-unknown', { batch: id })
  return batch
}

/**
 * Takes a batch out of every later snapshot; its files stay, so that earlier numbers can still be
 * recomputed.
 * @param because why, in the words of whoever does it
 * @param within what else is to be part of the transaction: the log
 * @throws {Refusal} store.batch-unknown where there is no accepted batch of this id
 */
export async function withdrawBatch(
  node: CaudalNode,
  id: number,
  because = '',
  within: (transaction: Queryable) => Promise<void> = async () => {},
): Promise<void> {
  await node.register.transaction(async (transaction) => {
    const rows = await transaction.query(
      `update batches set status = 'withdrawn', withdrawn_because = $2
       where id = $1 and status = 'accepted' returning id`,
      [id, because],
    )
    if (rows.length === 0) throw storeRefusals.refuse('batch-unknown', { batch: id })
    await within(transaction)
  })
}

/** Where a part of a batch lies in the lake. */
export function placeOf(node: CaudalNode, recordType: string, part: string, id: number): string {
  return join(node.folder.lake, recordType, part, String(id))
}

function removeBatchFiles(node: CaudalNode, recordType: string, id: number): void {
  for (const kind of fileKinds)
    rmSync(placeOf(node, recordType, kind, id), { recursive: true, force: true })
}

async function describeFiles(
  node: CaudalNode,
  batch: IncomingBatch,
  record: BatchRecord,
): Promise<BatchFile[]> {
  const files: BatchFile[] = []
  for (const { kind, name, rows, sha256 } of record.files) {
    const measured = await measureFile(batch.pathOf(kind, name), sha256)
    const place = join(placeOf(node, batch.recordType, kind, batch.id), name)
    files.push({
      kind,
      path: relative(node.folder.root, place).split(sep).join('/'),
      ...measured,
      rows,
    })
  }
  return files
}

async function recordBatch(
  transaction: Queryable,
  batch: IncomingBatch,
  record: BatchRecord,
  files: readonly BatchFile[],
): Promise<void> {
  const { dataset, profile, file, rows } = record
  const accepted = await transaction.query(query('upsert-dataset'), [
    dataset.id,
    batch.recordType,
    JSON.stringify(dataset.title),
    JSON.stringify(dataset.source),
    dataset.country ?? null,
    dataset.synthetic,
  ])
  if (accepted.length === 0) throw storeRefusals.refuse('dataset-differs', { dataset: dataset.id })
  const [known] = await transaction.query<{ sha256: string }>(query('insert-source-profile'), [
    profile.id,
    profile.version,
    JSON.stringify(profile.content),
    profile.sha256,
  ])
  if (known?.sha256 !== profile.sha256) {
    throw storeRefusals.refuse('profile-version-altered', {
      profile: profile.id,
      version: profile.version,
    })
  }
  if (record.supersedes !== undefined && record.supersedes.length > 0) {
    const superseded = await transaction.query<{ id: number }>(
      `update batches set status = 'superseded', superseded_by = $3, superseded_because = $4
       where id = any ($1) and dataset = $2 and status = 'accepted' returning id`,
      [record.supersedes, dataset.id, batch.id, record.because ?? null],
    )
    const missing = record.supersedes.find((id) => !superseded.some((row) => row.id === id))
    if (missing !== undefined) throw storeRefusals.refuse('batch-unknown', { batch: missing })
  }
  await transaction.query(query('insert-batch'), [
    batch.id,
    dataset.id,
    batch.recordType,
    profile.id,
    profile.version,
    file.name,
    file.sha256,
    file.bytes,
    rows.read,
    rows.accepted,
    rows.rejected,
    rows.flaggedDuplicate,
    JSON.stringify(record.quality),
    JSON.stringify(files),
    record.wrappedKey ?? null,
    record.institution ?? '',
    record.covers?.from ?? null,
    record.covers?.until ?? null,
  ])
}

async function alreadyReceived(node: CaudalNode, record: BatchRecord): Promise<Error> {
  const batch = await findBatchOfFile(node, {
    dataset: record.dataset.id,
    sha256: record.file.sha256,
    profileId: record.profile.id,
    profileVersion: record.profile.version,
  })
  return storeRefusals.refuse('file-already-received', {
    file: record.file.name,
    batch: batch?.id ?? '?',
  })
}

function sameFile(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'batches_same_file'
}

function selectBatches(
  register: Queryable,
  ids: readonly number[] | null,
  { dataset, recordType, fileSha256, statuses = ['accepted'] }: BatchConditions,
): Promise<Batch[]> {
  return register.query<Batch>(query('batches'), [
    ids,
    dataset ?? null,
    recordType ?? null,
    fileSha256 ?? null,
    statuses,
  ])
}

function query(name: string): string {
  return readQuery(`./queries/${name}.sql`, import.meta.url)
}
