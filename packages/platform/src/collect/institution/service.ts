import { join } from 'node:path'
import {
  nodeCodeLists,
  storeRefusals,
  withdrawBatch,
  getBatch,
  listBatches,
  listDatasets,
  type CaudalNode,
} from '../../store/index.ts'
import type { Actor } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise, heed, noteAllowed } from '../../govern/authorise.ts'
import { checkOwnBatch } from '../owning-institution.ts'
import { findFindings } from '../quality/find-findings.ts'
import { describeBatch, type DescribedBatch } from '../report/describe-batch.ts'
import { compareBatches as compare, type BatchComparison } from './compare-batches.ts'
import { collectRefusals } from '../refusals.ts'
import { checkCounted, decidingCounts, hideCodes, hideValues } from './seen-of-batch.ts'
import { reportDocument, type ReportDocument } from './report-document.ts'
import { measureReport } from './report-figures.ts'

/** Findings that a report shows one by one. */
const mostExamples = 60

/**
 * The report on a batch that is handed to the institution that sent it. Others of its country see the counts, and of
 * single records what an agreement gives them.
 *
 * @param language The institution's; Spanish where absent.
 * @throws {Refusal} store.batch-unknown; of the policy where its counts are another country's figures
 */
export async function institutionReport(
  node: CaudalNode,
  actor: Actor,
  id: number,
  language: Language = 'es',
): Promise<ReportDocument> {
  await authorise(node, actor, 'collect.examine', `batch:${id}`)
  const batch = await getBatch(node, wholeId(id))
  const dataset = (await listDatasets(node, { withdrawn: true })).find(
    (each) => each.id === batch.dataset,
  )
  const decide = await decidingCounts(node, actor)
  await heed(node, actor, 'collect.examine', decide(batch, dataset?.synthetic ?? false), {
    subject: `batch:${id}`,
  })
  const paths = batch.files
    .filter(({ kind }) => kind === 'findings')
    .map(({ path }) => join(node.folder.root, path))
  const { findings } = await findFindings(node.lake, paths, mostExamples, true)
  const owner = dataset?.source['owner']
  await noteAllowed(node, actor, 'collect.examine', {
    purpose: 'collection',
    subject: `batch:${id}`,
    details: { act: 'report' },
  })
  return reportDocument(
    {
      batch: await hideCodes(node, actor, batch),
      institution: typeof owner === 'string' ? owner : (owner?.[language] ?? batch.dataset),
      datasetTitle: dataset?.title[language] ?? batch.dataset,
      synthetic: dataset?.synthetic ?? false,
      figures: await measureReport(node, batch),
      examples: await hideValues(node, actor, batch, findings),
      codeLists: await nodeCodeLists(node),
    },
    language,
  )
}

/** Every batch as the desk lists it, the newest first; how many records it has where that is the reader’s to know. */
export async function describeBatches(
  node: CaudalNode,
  actor: Actor,
  language: Language,
): Promise<DescribedBatch[]> {
  await authorise(node, actor, 'collect.read-batches')
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  const [batches, datasets] = await Promise.all([
    listBatches(node, { statuses }),
    listDatasets(node, { withdrawn: true }),
  ])
  const known = new Map(datasets.map((dataset) => [dataset.id, dataset]))
  const decide = await decidingCounts(node, actor)
  return batches
    .map((batch) => {
      const dataset = known.get(batch.dataset)
      const isTold = decide(batch, dataset?.synthetic ?? false).outcome === 'allow'
      return describeBatch(batch, dataset, language, isTold)
    })
    .toReversed()
}

/**
 * Takes a batch out of every later figure. Its files stay, so that figures already published can
 * still be recomputed.
 *
 * @param because why, in words; kept with the batch
 * @throws {Refusal} store.batch-unknown where there is no accepted batch of this id;
 *   collect.reason-missing
 */
export async function withdraw(
  node: CaudalNode,
  actor: Actor,
  id: number,
  because: string,
): Promise<void> {
  await authorise(node, actor, 'collect.withdraw', `batch:${id}`)
  const batch = await getBatch(node, wholeId(id))
  await checkOwnBatch(node, actor, batch)
  const reason = because.trim().slice(0, 1000)
  if (reason === '') throw collectRefusals.refuse('reason-missing', { batch: id })
  await withdrawBatch(node, batch.id, reason, async (transaction) => {
    const act = actOf(actor, 'collect.withdraw', {
      purpose: 'collection',
      subject: `batch:${batch.id}`,
      details: { dataset: batch.dataset, rows: batch.rowsAccepted },
    })
    await auditLogOf(node).appendWithin(transaction, [act])
  })
}

/**
 * What changed from one batch to another of the same dataset.
 *
 * @throws {Refusal} store.batch-unknown, collect.batches-not-comparable, collect.field-unknown; of the policy where the
 *   records are of another institution, which shares nothing, and the reader sees no figures before protection
 */
export async function compareBatches(
  node: CaudalNode,
  actor: Actor,
  ids: { readonly before: number; readonly after: number },
  by?: readonly string[],
): Promise<BatchComparison> {
  const subject = `batch:${ids.before}, ${ids.after}`
  await authorise(node, actor, 'collect.examine', subject)
  const [before, after] = [wholeId(ids.before), wholeId(ids.after)]
  for (const id of [before, after]) await checkCounted(node, actor, await getBatch(node, id))
  const compared = await compare(node, { before, after }, by)
  const details = { act: 'compare' }
  await noteAllowed(node, actor, 'collect.examine', { purpose: 'collection', subject, details })
  return compared
}

function wholeId(id: number): number {
  // The register's ids are 32-bit integers; anything else is no batch.
  if (Number.isInteger(id) && id > 0 && id < 2 ** 31) return id
  throw storeRefusals.refuse('batch-unknown', { batch: String(id) })
}
