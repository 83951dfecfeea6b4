import type { Actor } from '@caudal/methods/govern'
import { type CaudalNode, listBatches, listDatasets } from '../../store/index.ts'
import { authorise } from '../authorise.ts'
import type { RecordPlace } from '../erasure/places-of-persons.ts'
import { checkSearched } from './check-searched.ts'
import { findAlike } from './find-alike.ts'
import { findLinked } from './find-linked.ts'
import type { SearchedIdentity } from './find-records.ts'
import { checkSearcher, listReach } from './reach.ts'

/** How a record is tied to a person without saying all that was looked for, the surest first. */
export const ties = ['open', 'linked', 'document', 'possible'] as const

/** A record that is the person's, or may be, beside those that say all that was looked for. */
export interface TiedRecord extends RecordPlace {
  readonly by: (typeof ties)[number]
  /** That it is the same person, as linkage estimates; null where nothing is estimated. */
  readonly probability: number | null
  readonly dataset: string
  /** What people call the dataset, by language. */
  readonly title: Readonly<Record<string, string>>
  /** Whether there is no reasonable doubt that it is the person’s; else whoever answers decides. */
  readonly sure: boolean
}

/** From which probability a link is beyond reasonable doubt: one of a thousand is a stranger's. */
const sureFrom = 0.999

/**
 * Records that a search for whole identities passes over: those that leave open what was looked for and contradict
 * nothing, those that linkage ties to what was found, those of the same document under another name, and those that
 * linkage could not tell apart. What is not sure is said to be so: a stranger's record given out or erased is a harm too.
 *
 * @param found what the search for whole identities has found (`findPerson`)
 */
export async function findTied(
  node: CaudalNode,
  actor: Actor,
  searched: SearchedIdentity,
  found: readonly RecordPlace[],
): Promise<TiedRecord[]> {
  await authorise(node, actor, 'govern.answer-requests')
  await checkSearcher(node, actor)
  checkSearched(searched)
  const reach = await listReach(node, actor)
  const alike = (await findAlike(node, searched)).filter(({ batch }) => reach.reaches(batch))
  const open = alike.filter(({ by }) => by === 'open')
  const linked = await findLinked(node, [...found, ...open])
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  const batches = new Map((await listBatches(node, { statuses })).map((each) => [each.id, each]))
  const titles = new Map((await listDatasets(node)).map(({ id, title }) => [id, title]))
  const named = new Set(found.map(({ recordId }) => recordId))
  const tied = new Map<string, TiedRecord>()
  const all = [...alike.map((each) => ({ ...each, probability: null })), ...linked].sort(
    (one, other) => ties.indexOf(one.by) - ties.indexOf(other.by),
  )
  for (const each of all) {
    const { batch, recordId, by, probability } = each
    const dataset = batches.get(batch)?.dataset
    if (named.has(recordId) || tied.has(recordId) || dataset === undefined) continue
    if (!reach.reaches(batch)) continue
    const sure = by === 'open' || (by === 'linked' && (probability ?? 1) >= sureFrom)
    const title = titles.get(dataset) ?? {}
    tied.set(recordId, { batch, recordId, by, probability, dataset, title, sure })
  }
  return [...tied.values()]
}
