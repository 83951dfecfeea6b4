import type { Queryable } from '../../store/index.ts'
import { addVersion } from '../registers/documents.ts'
import { enterRestrictions } from '../requests/restrictions.ts'
import type { KnownAgain } from './known-again.ts'

/** Days within which it is decided what becomes of records of an erased person that came in again. */
const daysToDecide = 30

/**
 * Enters records of erased persons that a batch has brought again, as part of the transaction that records
 * it: they are restricted, and a request of erasure waits for the protection officer, who erases them
 * again or refuses, because the person has crossed anew, and lifts the restriction.
 *
 * @returns the id of the request
 */
export async function enterKnownAgain(
  transaction: Queryable,
  batch: number,
  known: readonly KnownAgain[],
  owner: string,
  today: string,
): Promise<string> {
  const id = `erased-again-${batch}`
  const dueOn = new Date(Date.parse(today) + daysToDecide * 86_400_000).toISOString().slice(0, 10)
  const reasons = [...new Set(known.map(({ reason }) => reason))].sort().join(', ')
  const content = {
    kind: 'erasure',
    receivedOn: today,
    dueOn,
    owner: owner === '' ? 'nobody' : owner,
    identityCheckedBy: `digest (${reasons})`.slice(0, 200),
    records: known.map(({ recordId }) => ({ batch, record: recordId })),
    state: 'verified',
  }
  await addVersion(transaction, 'request', id, content, 0, 'node')
  const places = known.map(({ recordId }) => ({ batch, recordId }))
  await enterRestrictions(transaction, places, id)
  return id
}
