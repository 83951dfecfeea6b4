import type { CaudalNode } from '../../store/index.ts'
import { listDocuments } from '../registers/documents.ts'
import {
  waitingKeepers,
  type DaysOfNames,
  type ExpiredWaiting,
  type WaitingKeeper,
} from '../waiting/waiting-keeper.ts'
import type { Expired } from './expired.ts'

/** What waits and is kept no longer, with the keeper that erases it. */
export interface FoundWaiting {
  readonly keeper: WaitingKeeper
  readonly expired: ExpiredWaiting
}

/** For how many days the activity of a dataset keeps names: what waits is a name with all that was said. */
export async function readDaysOfNames(node: CaudalNode): Promise<DaysOfNames> {
  const [datasets, activities] = await Promise.all([
    listDocuments(node.register, 'dataset'),
    listDocuments(node.register, 'activity'),
  ])
  const days = new Map(
    activities.map(({ id, content }) => [id, content.retention.identitiesDays] as const),
  )
  const ofDatasets = new Map(datasets.map(({ id, content }) => [id, days.get(content.activity)]))
  return (dataset) => ofDatasets.get(dataset)
}

/** What waits outside of batches and has been kept for as long as it may, as of a day (ISO date). */
export async function findExpiredWaiting(
  node: CaudalNode,
  today: string,
): Promise<readonly FoundWaiting[]> {
  const daysOf = await readDaysOfNames(node)
  const found = await Promise.all(
    waitingKeepers().map(async (keeper) =>
      (await keeper.findExpired(node, today, daysOf)).map((expired) => ({ keeper, expired })),
    ),
  )
  return found.flat()
}

/** The same as a run lists it. */
export function listedWaiting({ what, dataset, title, since, count }: ExpiredWaiting): Expired {
  return { batch: null, dataset, title, what, since, count }
}
