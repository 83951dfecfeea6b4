import { createHash, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getRecordType, quoteName, quoteText, sqlTypeOf } from '@caudal/methods/collect'
import type { Actor } from '@caudal/methods/govern'
import {
  backTest,
  estimateProvisional,
  figureInterval,
  figureStatus,
  listCells,
  type ProvisionalFigure,
} from '@caudal/methods/measure/provisional'
import { isoDay } from '@caudal/methods/numerics'
import { authorise } from '../../govern/authorise.ts'
import {
  acceptBatch,
  beginBatch,
  listBatches,
  listDatasets,
  type Batch,
  type CaudalNode,
} from '../../store/index.ts'
import { nodeCriterion } from '../outcomes/derive-outcomes.ts'
import { estimateGroups, readJourneys, type ObservedJourneys } from './read-journeys.ts'

/** Changes whenever estimates are made by another method. */
const methodVersion = 2

/** A row of the record type `estimate`. */
type EstimateFact = Readonly<Record<string, string | number | null>>

export interface EstimateOutcome {
  readonly country: string
  /** ISO date: the first day that the release does not see. */
  readonly release: string
  readonly figures: number
  readonly outcome: 'estimated' | 'up-to-date'
}

/**
 * Makes a release of provisional figures for every country whose journeys have changed: the vintage of
 * the day after its last crossing. The first release of a country makes six past ones again, two months
 * apart, with what was known then; what became of them is the back-test. Releases stay for good.
 */
export async function deriveEstimates(
  node: CaudalNode,
  actor: Actor,
  onProgress: (done: number, note: string) => void = () => {},
): Promise<EstimateOutcome[]> {
  await authorise(node, actor, 'measure.build')
  const journeys = await listBatches(node, { recordType: 'journey' })
  const made = await listBatches(node, { recordType: 'estimate' })
  const outcomes: EstimateOutcome[] = []
  for (const [at, batch] of journeys.entries()) {
    onProgress(at / journeys.length, batch.dataset)
    outcomes.push(await estimateFrom(node, batch, made))
  }
  onProgress(1, '')
  return outcomes
}

/** Whether there are journeys that no release has been made of. */
export function areEstimatesBehind(batches: readonly Batch[]): boolean {
  const made = new Set(
    batches.flatMap(({ recordType, fileSha256 }) =>
      recordType === 'estimate' ? [fileSha256] : [],
    ),
  )
  return batches.some((batch) => batch.recordType === 'journey' && !made.has(fingerprintOf(batch)))
}

/** What a release is made of: the same journeys make no other one. */
function fingerprintOf({ dataset, files }: Batch): string {
  const facts = files.filter(({ kind }) => kind === 'facts').map(({ sha256 }) => sha256)
  return createHash('sha256')
    .update(JSON.stringify([methodVersion, nodeCriterion, dataset, facts.sort()]))
    .digest('hex')
}

const estimatesOf = (dataset: string) => dataset.replace(/^journeys-/, 'estimates-')
const countryOf = (dataset: string) => dataset.replace(/^journeys-/, '').toUpperCase()

async function estimateFrom(
  node: CaudalNode,
  journeys: Batch,
  made: readonly Batch[],
): Promise<EstimateOutcome> {
  const own = made.filter(({ dataset }) => dataset === estimatesOf(journeys.dataset))
  const country = countryOf(journeys.dataset)
  const fingerprint = fingerprintOf(journeys)
  const known = own.find(({ fileSha256 }) => fileSha256 === fingerprint)
  if (known !== undefined) {
    return { country, release: known.fileName.slice(-10), figures: 0, outcome: 'up-to-date' }
  }
  const paths = journeys.files
    .filter(({ kind }) => kind === 'facts')
    .map(({ path }) => join(node.folder.root, path))
  const observed = await node.lake.session((session) => readJourneys(session, paths))
  const release = isoDay(observed.observedUntil)
  const replaced = own.filter(({ fileName }) => monthOf(fileName) === release.slice(0, 7))
  const facts = estimateFacts(country, observed, own.length === replaced.length)
  const source = (await listDatasets(node)).find(({ id }) => id === journeys.dataset)!
  const batch = await beginBatch(node, 'estimate')
  try {
    await writeFacts(node, batch.id, facts, batch.pathOf('facts', '0.parquet'))
    const content = { recordType: 'estimate', version: methodVersion, criterion: nodeCriterion }
    await acceptBatch(node, batch, {
      dataset: {
        id: estimatesOf(journeys.dataset),
        title: source.title,
        source: source.source,
        ...(source.country && { country: source.country }),
        synthetic: source.synthetic,
      },
      profile: {
        id: 'caudal-estimates',
        version: methodVersion,
        content,
        sha256: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
      },
      file: { name: `release-${country}-${release}`, sha256: fingerprint, bytes: 0 },
      rows: { read: facts.length, accepted: facts.length, rejected: 0, flaggedDuplicate: 0 },
      quality: {},
      files: [{ kind: 'facts', name: '0.parquet', rows: facts.length }],
      ...(replaced.length > 0 && { supersedes: replaced.map(({ id }) => id) }),
    })
  } catch (error) {
    batch.discard()
    throw error
  }
  return { country, release, figures: facts.length, outcome: 'estimated' }
}

/** The month of a release, of which a later look takes the place of an earlier one. */
const monthOf = (fileName: string) => fileName.slice(-10, -3)

/** The figures of the present release, and where it is the first those of past ones made again. */
function estimateFacts(
  country: string,
  { journeys, observedFrom, observedUntil }: ObservedJourneys,
  isFirst: boolean,
): EstimateFact[] {
  const cells = listCells(journeys)
  const options = { criterion: nodeCriterion, observedFrom, observedUntil, duplicateMinutes: 0 }
  const tested = backTest(journeys, cells, options)
  const { dispersion } = tested
  const present = estimateProvisional(journeys, cells, { ...options, dispersion })
  return [
    ...present.map((figure) => factOf(country, observedUntil, figure)),
    ...(isFirst ? tested.tested : []).map((figure) => {
      // past figures were made with the errors of independent outcomes: widened as the present ones are
      const widened = { ...figure, variance: figure.variance * dispersion }
      return factOf(country, figure.release, widened)
    }),
  ]
}

function factOf(country: string, release: number, figure: ProvisionalFigure): EstimateFact {
  const [low80, high80] = figureInterval(figure, 80)
  const [low95, high95] = figureInterval(figure, 95)
  return {
    country,
    release_on: isoDay(release),
    period: `${Math.floor(figure.month / 100)}-${String(figure.month % 100).padStart(2, '0')}`,
    direction: figure.direction === 1 ? 'arrival' : 'departure',
    citizenship_status: estimateGroups[figure.group]!,
    figure_status: figureStatus(figure.month, release, nodeCriterion),
    crossings: figure.crossings,
    decided: figure.decided,
    undecided: figure.undecided,
    estimate: figure.estimate,
    standard_error: Math.sqrt(figure.variance),
    low_80: low80,
    high_80: high80,
    low_95: low95,
    high_95: high95,
  }
}

async function writeFacts(
  node: CaudalNode,
  batch: number,
  facts: readonly EstimateFact[],
  target: string,
): Promise<void> {
  const scratch = join(node.folder.workspace, `estimates-${randomUUID()}.json`)
  const fields = getRecordType('estimate').fields
  const types = fields.map(({ id, type }) => `${quoteText(id)}: ${quoteText(sqlTypeOf(type))}`)
  try {
    await writeFile(scratch, facts.map((fact) => JSON.stringify(fact)).join('\n'))
    await node.lake.run(
      `copy (select ${BigInt(batch) * 2n ** 36n} + row_number() over () as record_id, 'caudal-estimates' as dataset,
        ${fields.map(({ id }) => quoteName(id)).join(', ')}
        from read_json(${quoteText(scratch)}, format = 'newline_delimited', columns = {${types.join(', ')}}))
       to ${quoteText(target)} (format parquet, compression zstd)`,
    )
  } finally {
    await rm(scratch, { force: true })
  }
}
