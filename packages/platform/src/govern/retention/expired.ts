import {
  type Batch,
  type BatchStatus,
  type CaudalNode,
  listBatches,
  listDatasets,
} from '../../store/index.ts'
import { listDocuments } from '../registers/documents.ts'

/** Something that has been kept as long as its activity allows: of a batch, or of what waits in none. */
export interface Expired {
  /** Null of what is in no batch yet. */
  readonly batch: number | null
  readonly dataset: string
  /** What people call the dataset. */
  readonly title: Readonly<Record<string, string>>
  /**
   * `identities`: names go and facts stay; `records`: all of it goes. In no batch yet: `entries` that wait in
   * forms, `drafts` of them, `files` that were sent in.
   */
  readonly what: 'identities' | 'records' | 'entries' | 'drafts' | 'files'
  /** How many, of what is in no batch. */
  readonly count?: number
  /** Day from which it is no longer kept, ISO date. */
  readonly since: string
}

/** The same with the batch as it was found. */
export interface ExpiredBatch extends Expired {
  readonly batch: number
  readonly what: 'identities' | 'records'
  readonly held: Batch
}

/** Every state of a batch: what was superseded or withdrawn is kept no longer than what counts. */
export const everyStatus: readonly BatchStatus[] = ['accepted', 'superseded', 'withdrawn']

/** What the retention schedules of the activities say is to go, as of a day (ISO date). */
export async function findExpired(
  node: CaudalNode,
  today: string,
): Promise<readonly ExpiredBatch[]> {
  const [datasets, activities, known, batches] = await Promise.all([
    listDocuments(node.register, 'dataset'),
    listDocuments(node.register, 'activity'),
    listDatasets(node),
    listBatches(node, { statuses: everyStatus }),
  ])
  return batches.flatMap((held): ExpiredBatch[] => {
    const owned = datasets.find(({ id }) => id === held.dataset)
    const activity = activities.find(({ id }) => id === owned?.content.activity)
    if (activity === undefined || held.files.length === 0) return []
    const { identitiesDays, recordsDays } = activity.content.retention
    const names = daysAfter(held.receivedAt, identitiesDays)
    const all = daysAfter(held.receivedAt, recordsDays)
    const title = known.find(({ id }) => id === held.dataset)?.title ?? {}
    const place = { held, batch: held.id, dataset: held.dataset, title }
    if (all <= today) return [{ ...place, what: 'records', since: all }]
    if (names > today || held.wrappedKey === null) return []
    return [{ ...place, what: 'identities', since: names }]
  })
}

/** The day that many days after an instant. */
export function daysAfter(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 10)
}
