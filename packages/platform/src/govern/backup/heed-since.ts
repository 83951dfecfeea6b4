import type { RegisterDocument, RegisterName } from '@caudal/methods/govern'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { eraseAgain, type ErasedRecord } from '../erasure/erase-records.ts'
import { addVersion, findDocument } from '../registers/documents.ts'
import { applyRestrictions } from '../requests/restrictions.ts'
import { eraseWaitingAgain } from '../waiting/waiting-of-person.ts'

/** Tables of the newest archive that an earlier state must know of. */
export const tablesSince = [
  'erased_records',
  'erasure_secrets',
  'erased_persons',
  'restricted_records',
  'register_documents',
] as const

export type RowsSince = Readonly<Record<(typeof tablesSince)[number], readonly object[]>>

/** What was done again in a state that did not know of it. */
export interface Heeded {
  readonly erasedAgain: number
  /** Records that were set aside, or put back, as persons had asked since. */
  readonly restrictedAgain: number
  /** Agreements and derogations that were ended since, and are ended again. */
  readonly endedAgain: number
}

/**
 * Has a restored state heed what persons obtained after it: whoever was erased is erased, restrictions
 * hold or are lifted as they were last, requests and notices are all known, and what was shared by an
 * agreement or opened by a derogation that has ended since stays closed. Everything else is as it was.
 *
 * @param since rows of the newest archive that is known of
 */
export async function heedSince(node: CaudalNode, since: RowsSince): Promise<Heeded> {
  const erased = await eraseAgain(node, since.erased_records as ErasedRecord[])
  const endedAgain = await node.register.transaction(async (transaction) => {
    await addRows(transaction, 'erasure_secrets', since.erasure_secrets)
    await addRows(transaction, 'erased_persons', since.erased_persons)
    const documents = since.register_documents as StoredRow[]
    await addRows(
      transaction,
      'register_documents',
      documents.filter(({ register }) => register === 'request' || register === 'notice'),
    )
    await restrict(transaction, since.restricted_records)
    return await endAgain(transaction, documents)
  })
  // by the requests, which are all known by now; what they hold back in forms is held with them
  const erasedAgain = erased + (await eraseWaitingAgain(node))
  const restrictedAgain = await applyRestrictions(node)
  return { erasedAgain, restrictedAgain, endedAgain }
}

interface StoredRow {
  readonly register: RegisterName
  readonly id: string
  readonly version: number
  readonly content: object
  readonly changed_by: string
}

async function addRows(
  transaction: Queryable,
  table: 'erasure_secrets' | 'erased_persons' | 'register_documents',
  rows: readonly object[],
): Promise<void> {
  await transaction.query(
    `insert into ${table}
     select * from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}

/** Restrictions as they were last; where the records lie is for `applyRestrictions` to change. */
async function restrict(transaction: Queryable, rows: readonly object[]): Promise<void> {
  await transaction.query(
    `insert into restricted_records (batch, record_id, request, since, lifted_at)
     select r.batch, r.record_id, r.request, r.since, r.lifted_at
     from jsonb_populate_recordset(null::restricted_records, $1::jsonb) as r
     join batches as b on b.id = r.batch
     on conflict (batch, record_id, request) do update set lifted_at = excluded.lifted_at`,
    [JSON.stringify(rows)],
  )
}

/** Where an agreement or a derogation was ended since, it is ended in the version that was restored. */
async function endAgain(transaction: Queryable, rows: readonly StoredRow[]): Promise<number> {
  let ended = 0
  for (const [register, place] of [
    ['agreement', 'endedOn'],
    ['derogation', 'revokedAt'],
  ] as const) {
    const newest = new Map<string, StoredRow>()
    for (const row of rows) {
      if (row.register !== register || row.version <= (newest.get(row.id)?.version ?? 0)) continue
      newest.set(row.id, row)
    }
    for (const { id, content, changed_by: by } of newest.values()) {
      const end = (content as Readonly<Record<string, string>>)[place]
      if (end === undefined) continue
      const restored = await findDocument(transaction, register, id)
      if (restored === undefined) continue
      const known = restored.content as RegisterDocument<'agreement' | 'derogation'>
      if (place in known) continue
      await addVersion(transaction, register, id, { ...known, [place]: end }, restored.version, by)
      ended += 1
    }
  }
  return ended
}
