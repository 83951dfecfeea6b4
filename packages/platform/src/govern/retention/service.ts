import { type Actor, decideKeeping } from '@caudal/methods/govern'
import type { Text } from '@caudal/methods/vocabulary'
import {
  type CaudalNode,
  destroyDataKey,
  listBatches,
  listDatasets,
  problemOf,
  removeFiles,
} from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { actOf, authorise, heed } from '../authorise.ts'
import { listDocuments } from '../registers/documents.ts'
import { eraseFiles } from './erase-files.ts'
import { daysAfter, type Expired, type ExpiredBatch, findExpired } from './expired.ts'
import { type FoundWaiting, findExpiredWaiting, listedWaiting } from './expired-waiting.ts'
import { retentionRefusals } from './refusals.ts'
import { eraseReplacedRuns } from './replaced-runs.ts'
import { waitingKeepers } from '../waiting/waiting-keeper.ts'
import { countriesOfExpired, type IsOwn, whoseExpired } from './whose-expired.ts'
import { addErased, beginRun, endRun, getRun, listRuns, type RetentionRun } from './runs.ts'

export type { Expired, RetentionRun }

/** Days by which the clock may be ahead of the last day known before nothing is erased by itself. */
const mostDaysAhead = 31

/** Something that has expired, and whether it is of the country of whoever looks. */
export interface ListedExpired extends Expired {
  readonly isOwn: boolean
}

/** What the retention schedules of the activities say is to go, as of a day. */
export async function listExpired(
  node: CaudalNode,
  actor: Actor,
  today: string,
): Promise<readonly ListedExpired[]> {
  await authorise(node, actor, 'govern.read-registers')
  const isOwn = whoseExpired(node.register, actor)
  const batches = (await findExpired(node, today)).map(
    async ({ batch, dataset, title, what, since }): Promise<ListedExpired> => {
      return { batch, dataset, title, what, since, isOwn: await isOwn({ dataset }) }
    },
  )
  const waiting = (await findExpiredWaiting(node, today)).map(
    async ({ expired }): Promise<ListedExpired> => {
      return { ...listedWaiting(expired), isOwn: await isOwn(expired) }
    },
  )
  return await Promise.all([...batches, ...waiting])
}

/** Datasets of records that no activity limits: they are kept until somebody says for how long. */
export async function listUnscheduled(
  node: CaudalNode,
  actor: Actor,
): Promise<readonly { readonly dataset: string; readonly title: Text }[]> {
  await authorise(node, actor, 'govern.read-registers')
  const [datasets, activities, known, batches] = await Promise.all([
    listDocuments(node.register, 'dataset'),
    listDocuments(node.register, 'activity'),
    listDatasets(node),
    listBatches(node),
  ])
  const scheduled = new Set(
    datasets
      .filter(({ content }) => activities.some(({ id }) => id === content.activity))
      .map(({ id }) => id),
  )
  // what waits for a dataset that has no batch yet is kept for ever as well
  const waiting = await listStock(node)
  const named = new Map(waiting.map(({ dataset, title }) => [dataset, title]))
  // what holds no record of a person, or is made anew from records, has no schedule of its own
  const personal = new Set(
    batches
      .filter(({ recordType, wrappedKey }) => recordType !== 'journey' && wrappedKey !== null)
      .map(({ dataset }) => dataset),
  )
  const batched = known
    .filter(({ id, synthetic }) => personal.has(id) && !scheduled.has(id) && !synthetic)
    .map(({ id, title }) => ({ dataset: id, title }))
  const only = [...named]
    .filter(([id]) => id !== '' && !scheduled.has(id) && !known.some((each) => each.id === id))
    .map(([id, title]) => ({ dataset: id, title }))
  return [...batched, ...only]
}

/** What waits in forms, and would wait for ever where no activity says for how long. */
async function listStock(node: CaudalNode) {
  const stock = await Promise.all(
    waitingKeepers().map((keeper) => keeper.takeStock(node, () => undefined)),
  )
  return stock.flat().filter(({ what }) => what === 'entries')
}

/** The runs of retention, the newest first: when what had expired was erased, and what that was. */
export async function listRetentionRuns(
  node: CaudalNode,
  actor: Actor,
  limit = 10,
): Promise<readonly RetentionRun[]> {
  await authorise(node, actor, 'govern.read-registers')
  return await listRuns(node.register, limit)
}

/**
 * Erases by hand what is no longer to be kept and is of the officer's country, batch by batch; each stands in the
 * log. What is of other countries is left to their officers, and to the daily run.
 * @param rebuild has what was made from records made anew, where records went
 * @throws {Refusal} retention.running; policy.another-country where all that has expired is of others
 */
export async function applyRetention(
  node: CaudalNode,
  actor: Actor,
  today: string,
  rebuild: () => Promise<void>,
): Promise<RetentionRun> {
  await authorise(node, actor, 'govern.erase')
  const isOwn = whoseExpired(node.register, actor)
  await checkAnyOwn(node, actor, today, isOwn)
  const run = await beginRun(node, 'by-hand', actor, today)
  return await erase(node, actor, run, today, rebuild, isOwn)
}

/** Refuses an officer who could erase nothing, instead of telling that there was nothing to erase. */
async function checkAnyOwn(
  node: CaudalNode,
  actor: Actor,
  today: string,
  isOwn: IsOwn,
): Promise<void> {
  const places = [
    ...(await findExpired(node, today)).map(({ dataset }) => ({ dataset })),
    ...(await findExpiredWaiting(node, today)).map(({ expired }) => expired),
  ]
  if (places.length === 0) return
  for (const place of places) if (await isOwn(place)) return
  const decision = decideKeeping(actor, await countriesOfExpired(node.register, places[0]!))
  await heed(node, actor, 'govern.erase', decision, { subject: 'retention' })
}

/**
 * The daily run: erases what has expired, unless the clock is so far ahead of the last day known (of a
 * run, or of a file received) that it may be wrong. A node that was away for longer waits for one run
 * by hand: records that a wrong date erased would not come back.
 * @throws {Refusal} retention.running
 */
export async function runDailyRetention(
  node: CaudalNode,
  actor: Actor,
  today: string,
  rebuild: () => Promise<void>,
): Promise<RetentionRun> {
  await authorise(node, actor, 'govern.erase')
  const known = await lastDayKnown(node)
  const run = await beginRun(node, 'daily', actor, today)
  if (known !== undefined && daysAfter(known, mostDaysAhead) < today) {
    const doubt = retentionRefusals.refuse('clock-doubtful', { today, known })
    await endRun(node, run, 'held', problemOf(doubt))
    return await getRun(node.register, run)
  }
  return await erase(node, actor, run, today, rebuild)
}

/** Whether a daily run is to be asked for: none was made that day, and none has just failed. */
export async function isRetentionDue(node: CaudalNode, now: Date): Promise<boolean> {
  const day = now.toISOString().slice(0, 10)
  const [row] = await node.register.query<{ due: boolean }>(
    `select not exists (
       select from retention_runs
       where (day = $1 and outcome in ('done', 'held') and left_to_others = 0)
         -- one that failed in a future that the clock has been set back from keeps nobody waiting
         or (outcome = 'failed' and ended_at > $2::timestamptz - interval '1 hour'
           and ended_at < $2::timestamptz + interval '1 hour')
     ) as due`,
    [day, now.toISOString()],
  )
  return row!.due
}

async function erase(
  node: CaudalNode,
  actor: Actor,
  run: number,
  today: string,
  rebuild: () => Promise<void>,
  isOwn: IsOwn = async () => true,
): Promise<RetentionRun> {
  let left = 0
  try {
    const expired: ExpiredBatch[] = []
    for (const each of await findExpired(node, today)) {
      if (await isOwn({ dataset: each.dataset })) expired.push(each)
      else left++
    }
    for (const each of expired) await eraseOne(node, actor, run, each)
    for (const each of await findExpiredWaiting(node, today)) {
      if (await isOwn(each.expired)) await eraseWaiting(node, actor, run, each)
      else left++
    }
    if (expired.some(({ what }) => what === 'records')) await rebuild()
    await eraseReplacedRuns(node, actor)
  } catch (error) {
    await endRun(node, run, 'failed', problemOf(error))
    throw error
  }
  await endRun(node, run, 'done', null, left)
  return await getRun(node.register, run)
}

async function eraseOne(
  node: CaudalNode,
  actor: Actor,
  run: number,
  { held, ...expired }: ExpiredBatch,
): Promise<void> {
  const files = await node.register.transaction(async (transaction) => {
    const gone =
      expired.what === 'identities'
        ? await destroyDataKey(transaction, held)
        : await eraseFiles(transaction, held)
    await addErased(transaction, run, expired)
    const { batch, what } = expired
    const noted = { subject: `batch:${batch}`, details: { act: 'retention', what } }
    await auditLogOf(node).appendWithin(transaction, [actOf(actor, 'govern.erase', noted)])
    return gone
  })
  removeFiles(node, files)
}

async function eraseWaiting(
  node: CaudalNode,
  actor: Actor,
  run: number,
  { keeper, expired }: FoundWaiting,
): Promise<void> {
  await keeper.eraseExpired(node, expired, async (transaction) => {
    await addErased(transaction, run, listedWaiting(expired))
    const { what, dataset, owner, count } = expired
    const details = { act: 'retention', what, owner, count }
    const subject = dataset === '' ? `institution:${owner}` : `dataset:${dataset}`
    const noted = { subject, details }
    await auditLogOf(node).appendWithin(transaction, [actOf(actor, 'govern.erase', noted)])
  })
}

/** The last day that the node is known to have seen: of a run that went well; before any, of a file received. */
async function lastDayKnown(node: CaudalNode): Promise<string | undefined> {
  const [row] = await node.register.query<{ day: string | null }>(
    `select coalesce(
       (select max(day) from retention_runs where outcome = 'done' and left_to_others = 0),
       (select max(received_at at time zone 'UTC')::date from batches)
     )::text as day`,
  )
  return row?.day ?? undefined
}
