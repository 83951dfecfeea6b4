import { join } from 'node:path'
import {
  storeRefusals,
  withdrawBatch,
  getBatch,
  listBatches,
  listDatasets,
  type CaudalNode,
} from '../../store/index.ts'
import type { Language } from '@caudal/methods/vocabulary'
import { findFindings } from '../quality/find-findings.ts'
import { describeBatch, type DescribedBatch } from '../report/describe-batch.ts'
import { reportDocument, type ReportDocument } from './report-document.ts'
import { measureReport } from './report-figures.ts'

/** Findings that a report shows one by one. */
const mostExamples = 60

/**
 * The report on a batch that is handed to the institution that sent it.
 *
 * @param language The institution's; Spanish where absent.
 * @throws {Refusal} store.batch-unknown
 */
export async function institutionReport(
  node: CaudalNode,
  id: number,
  language: Language = 'es',
): Promise<ReportDocument> {
  const batch = await getBatch(node, wholeId(id))
  const dataset = (await listDatasets(node)).find((each) => each.id === batch.dataset)
  const paths = batch.files
    .filter(({ kind }) => kind === 'findings')
    .map(({ path }) => join(node.folder.root, path))
  const { findings } = await findFindings(node.lake, paths, mostExamples)
  const owner = dataset?.source['owner']
  return reportDocument(
    {
      batch,
      institution: typeof owner === 'string' ? owner : (owner?.[language] ?? batch.dataset),
      datasetTitle: dataset?.title[language] ?? batch.dataset,
      synthetic: dataset?.synthetic ?? false,
      figures: await measureReport(node, batch),
      examples: findings,
    },
    language,
  )
}

/** Every batch as the desk lists it, the newest first. */
export async function describeBatches(
  node: CaudalNode,
  language: Language,
): Promise<DescribedBatch[]> {
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  const [batches, datasets] = await Promise.all([
    listBatches(node, { statuses }),
    listDatasets(node),
  ])
  const known = new Map(datasets.map((dataset) => [dataset.id, dataset]))
  return batches
    .map((batch) => describeBatch(batch, known.get(batch.dataset), language))
    .toReversed()
}

/**
 * Takes a batch out of every later figure. Its files stay, so that figures already published can
 * still be recomputed.
 *
 * @throws {Refusal} store.batch-unknown where there is no accepted batch of this id
 */
export async function withdraw(node: CaudalNode, id: number): Promise<void> {
  await withdrawBatch(node, wholeId(id))
}

function wholeId(id: number): number {
  // The register's ids are 32-bit integers; anything else is no batch.
  if (Number.isInteger(id) && id > 0 && id < 2 ** 31) return id
  throw storeRefusals.refuse('batch-unknown', { batch: String(id) })
}

export { compareBatches } from './compare-batches.ts'
