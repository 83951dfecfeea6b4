import { createHash, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getRecordType, quoteName, quoteText, sqlTypeOf } from '@caudal/methods/collect'
import { indicators } from '@caudal/methods/measure/indicators'
import {
  acceptBatch,
  beginBatch,
  listBatches,
  listDatasets,
  sourceTexts,
  snapshotId,
  type Batch,
  type CaudalNode,
} from '../../store/index.ts'
import { indicatorFacts, type IndicatorFact } from './indicator-facts.ts'
import { inputTypes, readInputFigures } from './indicator-inputs.ts'

/** Changes whenever indicators must be computed anew. */
const methodVersion = 3

const dataset = 'caudal-indicators'
const titled = {
  es: 'Indicadores calculados por este nodo',
  en: 'Indicators computed by this node',
  fr: 'Indicateurs calculés par ce nœud',
}

/** Whether what indicators rest on has changed since they were computed. */
export function areIndicatorsBehind(batches: readonly Batch[]): boolean {
  const inputs = inputsOf(batches)
  const found = batches.find(({ recordType }) => recordType === 'indicator')
  return inputs.length > 0 && found?.fileSha256 !== fingerprintOf(inputs)
}

/** Computes every indicator anew where what they rest on has changed. */
export async function deriveIndicators(node: CaudalNode): Promise<void> {
  const batches = await listBatches(node)
  if (!areIndicatorsBehind(batches)) return
  const facts = [...indicatorFacts(await readInputFigures(node))]
  const inputs = inputsOf(batches)
  const earlier = batches.filter(({ recordType }) => recordType === 'indicator')
  const known = new Map((await listDatasets(node)).map((each) => [each.id, each]))
  const of = [...new Set(inputs.map((each) => each.dataset))].map((id) => known.get(id)!)
  // figures of persons who are not drawn are for those who may read them, whatever else they rest on
  const observesPersons = inputs.some(
    (each) =>
      (['outcome', 'survey-response'].includes(each.recordType) || each.dataset === 'incidents') &&
      !known.get(each.dataset)!.synthetic,
  )
  const batch = await beginBatch(node, 'indicator')
  try {
    await writeFacts(node, batch.id, facts, batch.pathOf('facts', '0.parquet'))
    const content = { recordType: 'indicator', version: methodVersion }
    await acceptBatch(node, batch, {
      dataset: {
        id: dataset,
        title: titled,
        source: {
          owner: sourceTexts(of, 'owner')?.en ?? '',
          title: titled,
          licence: sourceTexts(of, 'licence')?.en ?? '',
          citation: sourceTexts(of, 'citation') ?? titled,
        },
        synthetic: !observesPersons && of.some(({ synthetic }) => synthetic),
      },
      profile: {
        id: dataset,
        version: methodVersion,
        content,
        sha256: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
      },
      file: { name: dataset, sha256: fingerprintOf(inputs), bytes: 0 },
      rows: { read: facts.length, accepted: facts.length, rejected: 0, flaggedDuplicate: 0 },
      quality: {},
      files: [{ kind: 'facts', name: '0.parquet', rows: facts.length }],
      ...(earlier.length > 0 && { supersedes: earlier.map(({ id }) => id) }),
    })
  } catch (error) {
    batch.discard()
    throw error
  }
}

const inputsOf = (batches: readonly Batch[]) =>
  batches.filter(({ recordType }) => (inputTypes as readonly string[]).includes(recordType))

function fingerprintOf(inputs: readonly Batch[]): string {
  const catalogue = indicators.map(({ id, formula }) => [id, formula.en])
  return createHash('sha256')
    .update(JSON.stringify([methodVersion, catalogue, snapshotId(inputs)]))
    .digest('hex')
}

async function writeFacts(
  node: CaudalNode,
  batch: number,
  facts: readonly IndicatorFact[],
  target: string,
): Promise<void> {
  const scratch = join(node.folder.workspace, `indicators-${randomUUID()}.json`)
  const fields = getRecordType('indicator').fields
  const types = fields.map(({ id, type }) => `${quoteText(id)}: ${quoteText(sqlTypeOf(type))}`)
  try {
    await writeFile(scratch, facts.map((fact) => JSON.stringify(fact)).join('\n'))
    await node.lake.run(
      `copy (select ${BigInt(batch) * 2n ** 36n} + row_number() over () as record_id, ${quoteText(dataset)} as dataset,
        ${fields.map(({ id }) => quoteName(id)).join(', ')}
        from read_json(${quoteText(scratch)}, format = 'newline_delimited', columns = {${types.join(', ')}}))
       to ${quoteText(target)} (format parquet, compression zstd)`,
    )
  } finally {
    await rm(scratch, { force: true })
  }
}
