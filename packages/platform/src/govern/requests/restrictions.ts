import { type CaudalNode, moveRecords, type Queryable } from '../../store/index.ts'
import { groupBy } from '../erasure/erase-records.ts'
import type { RecordPlace } from '../erasure/places-of-persons.ts'

/** Enters records as restricted, as part of a transaction; `applyRestrictions` sets them aside. */
export async function enterRestrictions(
  transaction: Queryable,
  places: readonly RecordPlace[],
  request: string,
): Promise<void> {
  await transaction.query(
    `insert into restricted_records (batch, record_id, request)
     select b, r, $3 from unnest($1::integer[], $2::text[]) as p (b, r) on conflict do nothing`,
    [places.map(({ batch }) => batch), places.map(({ recordId }) => recordId), request],
  )
}

/** Strikes out the restrictions of a request, as part of a transaction. */
export async function liftRestrictions(transaction: Queryable, request: string): Promise<void> {
  await transaction.query(
    'update restricted_records set lifted_at = now() where request = $1 and lifted_at is null',
    [request],
  )
}

/** Whether a request holds records set aside. */
export async function isRestricting(register: Queryable, request: string): Promise<boolean> {
  const rows = await register.query(
    'select request from restricted_records where request = $1 and lifted_at is null limit 1',
    [request],
  )
  return rows.length > 0
}

/**
 * Moves records to where the register of restrictions says that they belong: set aside, or back among
 * those that count. What was cut short is taken up by the next call, so cubes are not built before it.
 *
 * @returns records that were moved
 */
export async function applyRestrictions(node: CaudalNode): Promise<number> {
  const rows = await node.register.query<{
    batch: number
    recordId: string
    to: 'aside' | 'back'
  }>(
    `select r.batch, r.record_id as "recordId",
       case when bool_or(r.lifted_at is null) then 'aside' else 'back' end as to
     from restricted_records as r join batches as b on b.id = r.batch
     where not exists (
       select from erased_records as e where e.batch = r.batch and e.record_id = r.record_id
     )
     group by r.batch, r.record_id
     having bool_or(r.lifted_at is null) <> bool_or(r.aside)
     order by r.batch, r.record_id`,
  )
  let moved = 0
  for (const records of groupBy(rows, ({ batch, to }) => `${batch} ${to}`).values()) {
    const { batch, to } = records[0]!
    const ids = records.map(({ recordId }) => recordId)
    moved += await moveRecords(node, batch, ids, to, async (transaction) => {
      await transaction.query(
        'update restricted_records set aside = $3 where batch = $1 and record_id = any ($2)',
        [batch, ids, to === 'aside'],
      )
    })
  }
  return moved
}
