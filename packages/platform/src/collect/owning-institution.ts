import type { SourceProfile } from '@caudal/methods/collect'
import type { Actor } from '@caudal/methods/govern'
import type { Refusal } from '@caudal/methods/vocabulary'
import { authorise } from '../govern/authorise.ts'
import { activityToBeNamed } from '../govern/registers/activity-to-be-named.ts'
import { addVersion, findDocument } from '../govern/registers/documents.ts'
import { findHolding } from '../govern/registers/policy-registers.ts'
import {
  type Batch,
  type CaudalNode,
  type Queryable,
  titleOfDataset,
  withSight,
} from '../store/index.ts'
import { collectRefusals } from './refusals.ts'

/**
 * A dataset that has an owner is changed by its owner's people alone; the first file of one that
 * nobody has entered in the register yet enters it (`enterOwner`). One that holds files of others, or of whoever runs
 * the node, is nobody's to take: whose it is, the protection officer enters.
 *
 * @throws {Refusal} policy.another-institution; collect.dataset-unowned
 */
export async function checkOwner(
  node: CaudalNode,
  actor: Actor,
  operation: 'collect.import',
  profile: Pick<SourceProfile, 'dataset' | 'recordType' | 'country'>,
): Promise<void> {
  const { dataset, recordType, country = null } = profile
  const { owner } = await findHolding(node.register, { id: dataset, recordType, country })
  if (owner === '') return await checkUnowned(node, actor, dataset)
  await authorise(node, actor, operation, `dataset:${dataset}`, { owner })
}

async function checkUnowned(node: CaudalNode, actor: Actor, dataset: string): Promise<void> {
  if (actor.kind === 'terminal') return
  // rows of nobody are in nobody's sight, so the node looks
  const others = await withSight({ of: 'node' }, () =>
    node.register.query('select 1 from batches where dataset = $1 and institution <> $2 limit 1', [
      dataset,
      actor.institution,
    ]),
  )
  if (others.length > 0) throw await unowned(node, dataset)
}

/**
 * A batch is withdrawn by the people of the institution that owns its dataset or, where nobody does, that has brought it.
 *
 * @throws {Refusal} policy.another-institution; collect.dataset-unowned
 */
export async function checkOwnBatch(
  node: CaudalNode,
  actor: Actor,
  { id, dataset, recordType, institution }: Batch,
): Promise<void> {
  const known = await findHolding(node.register, { id: dataset, recordType, country: null })
  const owner = known.owner === '' ? institution : known.owner
  if (owner !== '') {
    return await authorise(node, actor, 'collect.withdraw', `batch:${id}`, { owner })
  }
  if (actor.kind !== 'terminal') throw await unowned(node, dataset)
}

async function unowned(node: CaudalNode, dataset: string): Promise<Refusal> {
  const datasetLabel = await titleOfDataset(node.register, dataset)
  return collectRefusals.refuse('dataset-unowned', { dataset, datasetLabel })
}

/**
 * Enters a dataset in the register of datasets as that of the institution whose people bring its first
 * file, so that no other institution adds to it or sees its records. What its records may be used for
 * is for the protection officer to say. Whoever runs the node brings files of many institutions, and
 * enters none.
 *
 * @returns whether it was entered
 */
export async function enterOwner(
  transaction: Queryable,
  actor: Actor,
  { dataset }: Pick<SourceProfile, 'dataset'>,
): Promise<boolean> {
  const { institution: owner, country, id } = actor
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(owner) || !/^[A-Z]{3}$/.test(country)) return false
  if ((await findDocument(transaction, 'dataset', dataset)) !== undefined) return false
  const content = { owner, country, activity: activityToBeNamed }
  await addVersion(transaction, 'dataset', dataset, content, 0, id)
  return true
}
