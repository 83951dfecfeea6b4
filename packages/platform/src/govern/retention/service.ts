import type { Actor } from '@caudal/methods/govern'
import {
  type CaudalNode,
  destroyDataKey,
  listBatches,
  listDatasets,
  removeFiles,
} from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { authorise } from '../authorise.ts'
import { listDocuments } from '../registers/documents.ts'

/** A batch of which something has been kept as long as its activity allows. */
export interface Expired {
  readonly batch: number
  readonly dataset: string
  /** What people call the dataset. */
  readonly title: Readonly<Record<string, string>>
  /** `identities`: names go and facts stay; `records`: all of it goes. */
  readonly what: 'identities' | 'records'
  /** Day from which it is no longer kept, ISO date. */
  readonly since: string
}

/** What the retention schedules of the activities say is to go, as of a day. */
export async function listExpired(
  node: CaudalNode,
  actor: Actor,
  today: string,
): Promise<Expired[]> {
  await authorise(node, actor, 'govern.read-registers')
  const [datasets, activities, known] = await Promise.all([
    listDocuments(node.register, 'dataset'),
    listDocuments(node.register, 'activity'),
    listDatasets(node),
  ])
  const expired: Expired[] = []
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  for (const batch of await listBatches(node, { statuses })) {
    const owned = datasets.find(({ id }) => id === batch.dataset)
    const activity = activities.find(({ id }) => id === owned?.content.activity)
    if (activity === undefined || batch.files.length === 0) continue
    const { identitiesDays, recordsDays } = activity.content.retention
    const [names, all] = [identitiesDays, recordsDays].map((days) =>
      daysAfter(batch.receivedAt, days),
    )
    const title = known.find(({ id }) => id === batch.dataset)?.title ?? {}
    const place = { batch: batch.id, dataset: batch.dataset, title }
    if (all! <= today) expired.push({ ...place, what: 'records', since: all! })
    else if (names! <= today && batch.wrappedKey !== null) {
      expired.push({ ...place, what: 'identities', since: names! })
    }
  }
  return expired
}

/** Erases what is no longer to be kept, batch by batch; each stands in the log. */
export async function applyRetention(
  node: CaudalNode,
  actor: Actor,
  today: string,
): Promise<Expired[]> {
  await authorise(node, actor, 'govern.erase')
  const expired = await listExpired(node, actor, today)
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  const batches = new Map((await listBatches(node, { statuses })).map((batch) => [batch.id, batch]))
  for (const { batch: id, what } of expired) {
    const batch = batches.get(id)!
    const files = await node.register.transaction(async (transaction) => {
      const gone = what === 'identities' ? await destroyDataKey(transaction, batch) : batch.files
      if (what === 'records') {
        await transaction.query(
          `update batches set files = '[]', wrapped_key = null, status = 'withdrawn',
             rows_erased = rows_erased + rows_accepted, rows_accepted = 0
           where id = $1`,
          [id],
        )
      }
      await auditLogOf(node).appendWithin(transaction, [
        {
          actor,
          action: 'govern.erase',
          outcome: 'done',
          subject: `batch:${id}`,
          details: { act: 'retention', what },
        },
      ])
      return gone
    })
    removeFiles(node, files)
  }
  return expired
}

function daysAfter(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 10)
}
