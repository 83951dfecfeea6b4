import type { RegisterDocument } from '@caudal/methods/govern'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import type { SearchedIdentity } from '../requests/find-records.ts'
import {
  waitingKeepers,
  type WaitingChange,
  type WaitingPlace,
  type WaitingRecord,
  type WaitingRights,
} from './waiting-keeper.ts'

/** Records of a person among all that waits, whoever keeps it. */
export function findWaitingRecords(
  node: CaudalNode,
  searched: SearchedIdentity,
): Promise<readonly WaitingRecord[]> {
  return ofAll((rights) => rights.find(node, searched))
}

/** What still waits of some records. @throws {Refusal} where one has joined a batch */
export function readWaitingRecords(
  node: CaudalNode,
  places: readonly WaitingPlace[],
): Promise<readonly WaitingRecord[]> {
  return places.length === 0 ? Promise.resolve([]) : ofAll((rights) => rights.read(node, places))
}

/** Makes the erasure of records ready; with none, there is nothing to do. */
export function eraseWaitingRecords(
  node: CaudalNode,
  places: readonly WaitingPlace[],
): Promise<WaitingChange> {
  return allTogether(places, (rights) => rights.erase(node, places))
}

/** Makes the correction of records ready. @throws {Refusal} where a value cannot stand there */
export function correctWaitingRecords(
  node: CaudalNode,
  places: readonly WaitingPlace[],
  values: Readonly<Record<string, string | null>>,
): Promise<WaitingChange> {
  return allTogether(places, (rights) => rights.correct(node, places, values))
}

/** The records that a request names and that wait. */
export function waitingPlacesOf({
  content,
}: {
  readonly content: RegisterDocument<'request'>
}): readonly WaitingPlace[] {
  return content.entries ?? []
}

/**
 * Erases once more what an erasure had erased, after an earlier state was restored: every request that
 * was met, of those that the register knows now.
 *
 * @returns records that had come back
 */
export async function eraseWaitingAgain(node: CaudalNode): Promise<number> {
  const met = await node.register.query<{ entries: readonly WaitingPlace[] }>(
    `select content -> 'entries' as entries from (
       select distinct on (id) content from register_documents
       where register = 'request' order by id, version desc
     ) as requests
     where content ->> 'kind' = 'erasure' and content ->> 'state' = 'done'
       and jsonb_array_length(coalesce(content -> 'entries', '[]')) > 0`,
  )
  // what was left of an entry has joined a batch since, where the records are heeded
  const named = met.flatMap(({ entries }) => entries)
  const places = (
    await Promise.all(rightsOfAll().map((rights) => rights.takeBack(node, named)))
  ).flat()
  const back = await readWaitingRecords(node, places)
  if (back.length === 0) return 0
  const erase = await eraseWaitingRecords(node, back)
  await node.register.transaction(erase)
  return back.length
}

function rightsOfAll(): readonly WaitingRights[] {
  return waitingKeepers().flatMap(({ rights }) => rights ?? [])
}

async function ofAll(
  ask: (rights: WaitingRights) => Promise<readonly WaitingRecord[]>,
): Promise<readonly WaitingRecord[]> {
  return (await Promise.all(rightsOfAll().map(ask))).flat()
}

async function allTogether(
  places: readonly WaitingPlace[],
  prepare: (rights: WaitingRights) => Promise<WaitingChange>,
): Promise<WaitingChange> {
  const changes = places.length === 0 ? [] : await Promise.all(rightsOfAll().map(prepare))
  return async (transaction: Queryable) => {
    for (const change of changes) await change(transaction)
  }
}
