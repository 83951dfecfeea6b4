import { type AuditEvent, type Frontier, writeEntry } from '@caudal/methods/govern'
import { beforeClosing, type CaudalNode, type Queryable, readQuery } from '../../store/index.ts'
import { draftGroup, type GroupDraft } from './group-draft.ts'
import { keepHead } from './head.ts'
import { type LogKeys, openLogKeys } from './log-keys.ts'
import {
  findCheckpoint,
  type InclusionProof,
  proveConsistency,
  proveInclusion,
  type SignedCheckpoint,
} from './proofs.ts'
import { auditRefusals } from './refusals.ts'
import { readFrontier } from './subtrees.ts'

/** Entries of one group at most. */
const mostInGroup = 256
const writersLock = 4_236_830_502

/** Where an entry stands in the log. */
export interface Receipt {
  /** Place of the entry, from 0. */
  readonly index: number
}

/**
 * The audit log of a node. Whoever appends is answered once the entry is durable in the register, so
 * an act that must be logged waits for it and is not done where it cannot be (fail closed).
 *
 * Entries that come while others are on their way to the disk are written together (group commit):
 * one statement, one signature, one flush for all of them. Any number of processes may write; the
 * register lets one group follow another and refuses a fork.
 */
export class AuditLog {
  readonly #node: CaudalNode
  readonly #clock: () => Date
  #keys: Promise<LogKeys> | undefined
  /** The edge of the tree as this process last saw it; another process may have gone on. */
  #frontier: Frontier | undefined
  #waiting: {
    entry: string
    done: (receipt: Receipt) => void
    failed: (error: unknown) => void
  }[] = []
  #flushing: Promise<void> | undefined
  /** The last group that this process wrote. */
  #newest: GroupDraft | undefined

  constructor(node: CaudalNode, clock: () => Date = () => new Date()) {
    this.#node = node
    this.#clock = clock
    beforeClosing(node, async () => {
      await this.#flushing
      if (this.#newest !== undefined) keepHead(node, this.#newest, true)
    })
  }

  /** The keys of the log, drawn the first time. */
  keys(): Promise<LogKeys> {
    this.#keys ??= openLogKeys(this.#node.register, this.#node.keyring).catch((error: unknown) => {
      this.#keys = undefined
      throw error
    })
    return this.#keys
  }

  /**
   * Adds an entry; resolves when it is durable. Not inside a transaction of the register: there use
   * `appendWithin`.
   * @throws {Refusal} audit.unavailable: then what was to be logged must not be done
   */
  append(event: AuditEvent): Promise<Receipt> {
    if (this.#node.register.isInTransaction()) {
      return Promise.reject(new Error('Inside a transaction, use appendWithin.'))
    }
    const entry = writeEntry(event, this.#clock().toISOString())
    return new Promise((done, failed) => {
      this.#waiting.push({ entry, done, failed })
      this.#flushing ??= this.#flush().finally(() => {
        this.#flushing = undefined
      })
    })
  }

  /**
   * Adds entries as part of a transaction: they stand exactly where the transaction is committed.
   * To be the last statement of it, because other writers wait until it ends.
   */
  async appendWithin(transaction: Queryable, events: readonly AuditEvent[]): Promise<Receipt[]> {
    if (events.length === 0) return []
    const at = this.#clock().toISOString()
    const entries = events.map((event) => writeEntry(event, at))
    // keys drawn here go with the transaction, so they are not kept
    const keys = await (this.#keys ?? openLogKeys(transaction, this.#node.keyring))
    const { first } = await this.#writeInTurn(transaction, entries, keys)
    return entries.map((_, place) => ({ index: first + place }))
  }

  /** The newest checkpoint with its signatures; undefined for a log without entries. */
  checkpoint(): Promise<SignedCheckpoint | undefined> {
    return findCheckpoint(this.#node.register)
  }

  /** @throws {Refusal} audit.entry-unknown */
  proveInclusion(index: number): Promise<InclusionProof> {
    return proveInclusion(this.#node.register, index)
  }

  /** @throws {Refusal} audit.sizes-unknown */
  proveConsistency(earlier: number, later: number) {
    return proveConsistency(this.#node.register, earlier, later)
  }

  async #flush(): Promise<void> {
    // entries of the same turn of the event loop go together
    await new Promise((resume) => setImmediate(resume))
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, mostInGroup)
      try {
        const first = await this.#write(group.map(({ entry }) => entry))
        group.forEach(({ done }, place) => done({ index: first + place }))
        // those who waited may have more to say: it goes into the next group
        await new Promise((resume) => setImmediate(resume))
      } catch (error) {
        this.#frontier = undefined
        const refusal = unavailable(error)
        for (const { failed } of group) failed(refusal)
      }
    }
  }

  /** @returns the place of the first entry */
  async #write(entries: readonly string[]): Promise<number> {
    const keys = await this.keys()
    const { register } = this.#node
    if (this.#frontier !== undefined) {
      const draft = draftGroup(this.#frontier, entries, keys)
      try {
        await register.query(appendQuery(), draft.parameters)
        return this.#written(draft)
      } catch (error) {
        if (!isOvertaken(error)) throw error
      }
    }
    // another process has gone on, or this one begins: take a turn
    const draft = await register.transaction((transaction) =>
      this.#writeInTurn(transaction, entries, keys),
    )
    return this.#written(draft)
  }

  #written(draft: GroupDraft): number {
    this.#frontier = draft.frontier
    this.#newest = draft
    keepHead(this.#node, draft)
    return draft.first
  }

  async #writeInTurn(transaction: Queryable, entries: readonly string[], keys: LogKeys) {
    await transaction.query('select pg_advisory_xact_lock($1)', [writersLock])
    const [row] = await transaction.query<{ size: number }>(
      'select coalesce(max(size), 0) as size from audit_groups',
    )
    const draft = draftGroup(await readFrontier(transaction, row!.size), entries, keys)
    await transaction.query(appendQuery(), draft.parameters)
    return draft
  }
}

const logs = new WeakMap<CaudalNode, AuditLog>()

/** The audit log of a node: one for each process that has the node open. */
export function auditLogOf(node: CaudalNode): AuditLog {
  let log = logs.get(node)
  if (log === undefined) {
    log = new AuditLog(node)
    logs.set(node, log)
  }
  return log
}

function appendQuery(): string {
  return readQuery('./queries/append.sql', import.meta.url)
}

/** Whether another writer was faster: serialization failure, or its rows stand there already. */
function isOvertaken(error: unknown): boolean {
  return ['40001', '23505'].includes((error as { code?: string }).code ?? '')
}

function unavailable(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string }
  // a refusal says already what is the matter; a bug of ours is not to be dressed up
  if (error instanceof TypeError || error instanceof RangeError) return error
  return Object.assign(auditRefusals.refuse('unavailable', { reason: code ?? message ?? '?' }), {
    cause: error,
  })
}
