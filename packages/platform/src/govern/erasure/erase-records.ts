import { placesOfPersons, type RecordPlace } from './places-of-persons.ts'
import {
  type CaudalNode,
  recordRewrite,
  removeFiles,
  rewriteBatch,
  type Queryable,
} from '../../store/index.ts'

/** A record that was erased, as the register remembers it: nothing of the person is in here. */
export interface ErasedRecord {
  readonly batch: number
  /** Number of the record in the lake, as digits. */
  readonly record_id: string
  readonly reason: string
  readonly erased_at: string
}

/**
 * Takes records out of the lake: the files of each batch are written anew without them, identities
 * under a new key, and the old files are removed once the register counts the new ones. The register
 * remembers the numbers, so that a restore of an earlier state erases them again. Whoever the records
 * are of leaves the person index and the journeys whole, in every run; what is left of him or her comes
 * back with the next run.
 *
 * @param within what else is to be part of the last batch's transaction: a certificate, the log
 * @returns records that were in the facts and are no longer
 */
export async function eraseRecords(
  node: CaudalNode,
  places: readonly RecordPlace[],
  reason: string,
  within: (transaction: Queryable, erased: number) => Promise<void> = async () => {},
): Promise<number> {
  const derived = await placesOfPersons(node, places)
  // what was made from the records goes first: it counts in nobody's certificate
  const batches = groupBy([...derived, ...places], ({ batch }) => batch)
  const made = new Set(derived.map(({ batch }) => batch))
  let erased = 0
  for (const [place, [batch, records]] of [...batches].entries()) {
    const ids = [...new Set(records.map(({ recordId }) => recordId))]
    const rewritten = await rewriteBatch(node, batch, ids)
    const counted = made.has(batch) ? 0 : rewritten.erased
    try {
      await node.register.transaction(async (transaction) => {
        await recordRewrite(transaction, rewritten)
        await transaction.query(
          `insert into erased_records (batch, record_id, reason)
           select $1, id, $3 from unnest($2::text[]) as id on conflict do nothing`,
          [batch, ids, reason],
        )
        if (place === batches.size - 1) await within(transaction, erased + counted)
      })
    } catch (error) {
      // a lost connection does not tell whether it counted: the next start decides
      if ((error as { code?: string }).code !== 'store.register-gone') {
        removeFiles(node, rewritten.files)
      }
      throw error
    }
    removeFiles(node, rewritten.batch.files)
    erased += counted
  }
  return erased
}

/**
 * Erases what a later state had erased, after an earlier one was restored.
 * @returns records that had come back, and are gone again
 */
export async function eraseAgain(
  node: CaudalNode,
  records: readonly ErasedRecord[],
): Promise<number> {
  const rows = await node.register.query<{ batch: number; recordId: string; reason: string }>(
    `select e.batch, e.record_id as "recordId", e.reason
     from jsonb_to_recordset($1::jsonb) as e (batch integer, record_id text, reason text)
     join batches on batches.id = e.batch
     where not exists (
       select from erased_records as k where k.batch = e.batch and k.record_id = e.record_id
     )`,
    [JSON.stringify(records)],
  )
  let erased = 0
  for (const [reason, places] of groupBy(rows, ({ reason }) => reason)) {
    erased += await eraseRecords(node, places, reason)
  }
  return erased
}

/** Items by a key of theirs, in the order in which the keys are met. */
export function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
