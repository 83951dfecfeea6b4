import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { asBatchChanged } from './batch-changed.ts'
import { type Batch, type BatchFile, type FileKind, getBatch, placeOf } from './batches.ts'
import { syncDirectory, syncFile } from './durable-file.ts'
import { measureFile } from './incoming.ts'
import type { CaudalNode } from './node.ts'
import type { Queryable } from './register.ts'
import { storeRefusals } from './refusals.ts'
import { removeFiles } from './rewrite-batch.ts'

/** The kinds of files in which the records of a batch themselves lie. */
const recordKinds: ReadonlySet<FileKind> = new Set([
  'facts',
  'identities',
  'withheld-facts',
  'withheld-identities',
])

/**
 * Writes the records of a batch anew as a new generation of files beside the old one, which counts once
 * the register has said so, and removes the old one then. Identities stay encrypted under the key of
 * the batch. Files that hold no records stay as they are.
 *
 * @param work writes every kind of file that the batch is to have
 * @param change how many records were accepted and are set aside now, or the other way round
 * @param within what else is to be part of the transaction: registers, the log
 * @throws {Refusal} store.batch-changed where somebody else has changed the batch meanwhile
 */
export async function writeBatchAnew<Result extends { readonly setAside: number }>(
  node: CaudalNode,
  batchId: number,
  work: (writing: BatchWriting) => Promise<Result>,
  within: (transaction: Queryable) => Promise<void>,
): Promise<Result> {
  const batch = await getBatch(node, batchId)
  const workspace = mkdtempSync(join(node.folder.workspace, 'records-'))
  const writing = new BatchWriting(node, batch, workspace)
  try {
    const result = await work(writing)
    const others = batch.files.filter(({ kind }) => !recordKinds.has(kind))
    await node.register.transaction(async (transaction) => {
      const changed = await transaction.query(
        `update batches
         set files = $2, rows_accepted = rows_accepted - $3, rows_withheld = rows_withheld + $3
         where id = $1 and files = $4::jsonb returning id`,
        [
          batch.id,
          JSON.stringify([...writing.written, ...others]),
          result.setAside,
          JSON.stringify(batch.files),
        ],
      )
      if (changed.length === 0) throw storeRefusals.refuse('batch-changed', { batch: batch.id })
      await within(transaction)
    })
    removeFiles(
      node,
      batch.files.filter(({ kind }) => recordKinds.has(kind)),
    )
    return result
  } catch (error) {
    // a lost connection does not tell whether it counted: the next start decides
    if ((error as { code?: string }).code !== 'store.register-gone') {
      removeFiles(node, writing.written)
    }
    throw await asBatchChanged(node, batch, error)
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}

/** The files of one batch while they are written anew. */
export class BatchWriting {
  readonly node: CaudalNode
  readonly batch: Batch
  readonly written: BatchFile[] = []
  readonly #workspace: string
  readonly #generation = randomBytes(4).toString('hex')

  constructor(node: CaudalNode, batch: Batch, workspace: string) {
    this.node = node
    this.batch = batch
    this.#workspace = workspace
  }

  /** The plain records of a kind, to be selected from; undefined where the batch has none. */
  async relation(kind: FileKind): Promise<string | undefined> {
    const paths: string[] = []
    for (const [place, file] of this.batch.files.entries()) {
      if (file.kind !== kind) continue
      const path = join(this.node.folder.root, file.path)
      if (!isSealed(kind)) {
        paths.push(path)
        continue
      }
      // the key was destroyed, and what it opened is erased
      if (this.batch.wrappedKey === null) continue
      const plain = join(this.#workspace, `${place}.plain`)
      await this.node.keyring.decryptFile(path, plain, this.#key())
      paths.push(plain)
    }
    return paths.length === 0 ? undefined : `read_parquet([${paths.map(quoted).join(', ')}])`
  }

  /** Writes a file anew; one without a record is not there, unless it is the batch's own. */
  async write(kind: FileKind, select: string): Promise<void> {
    const { id, recordType } = this.batch
    const name = `${this.#generation}-0.parquet${isSealed(kind) ? '.enc' : ''}`
    const target = join(placeOf(this.node, recordType, kind, id), name)
    const plain = join(this.#workspace, `${kind}.next`)
    await this.node.lake.run(
      `copy (${select}) to ${quoted(plain)} (format parquet, compression zstd)`,
    )
    const [row] = await this.node.lake.rows<{ rows: number }>(
      `select count(*) as rows from read_parquet(${quoted(plain)})`,
    )
    if (row!.rows === 0 && kind.startsWith('withheld-')) return
    mkdirSync(dirname(target), { recursive: true })
    if (isSealed(kind)) await this.node.keyring.encryptFile(plain, target, this.#key())
    else {
      copyFileSync(plain, target)
      await syncFile(target)
    }
    syncDirectory(dirname(target))
    const path = relative(this.node.folder.root, target).split(sep).join('/')
    this.written.push({ kind, path, rows: row!.rows, ...(await measureFile(target)) })
  }

  #key(): Buffer {
    return this.node.keyring.unwrapDataKey(this.batch.wrappedKey!)
  }
}

function isSealed(kind: FileKind): boolean {
  return kind === 'identities' || kind === 'withheld-identities'
}

/** Numbers of records for a condition of SQL. */
export function listOf(recordIds: readonly string[]): string {
  if (recordIds.length === 0 || recordIds.some((id) => !/^\d{1,19}$/.test(id))) {
    throw new Error('Records are named by the digits of their numbers.')
  }
  return recordIds.join(', ')
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`
}
