import { join } from 'node:path'
import type { Field } from '@caudal/methods/collect'
import { type Decision, maskValue } from '@caudal/methods/govern'
import { columnsOf, withIdentities } from '../../govern/requests/find-records.ts'
import { type Batch, type CaudalNode, listBatches } from '../../store/index.ts'

/** A field of which something is given, and how. */
export interface GivenField {
  readonly field: Field
  readonly decision: Exclude<Decision, { outcome: 'refuse' }>
}

/** What stands in a field of a record, as far as it is given. */
export interface GivenValue {
  readonly value: string | null
  readonly status: 'given' | 'missing' | 'confidential' | 'coarsened'
}

export interface GivenRecord {
  readonly batch: number
  /** Number of the record in the lake, as digits. */
  readonly record: string
  readonly values: Readonly<Record<string, GivenValue>>
}

/** Where reading goes on: after this record of this batch. */
export interface RecordPlaceAfter {
  readonly batch: number
  readonly record: string
}

/**
 * Records of a dataset that count, in the order of their batches and numbers. What persons have
 * restricted lies elsewhere and is never among them. Only columns of given fields are read, and names
 * are opened for them alone.
 *
 * @param most records at most
 */
export async function readGivenRecords(
  node: CaudalNode,
  dataset: string,
  given: readonly GivenField[],
  after: RecordPlaceAfter,
  most: number,
): Promise<GivenRecord[]> {
  const records: GivenRecord[] = []
  const batches = (await listBatches(node, { dataset, statuses: ['accepted'] }))
    .filter(({ id }) => id >= after.batch)
    .sort((one, other) => one.id - other.id)
  for (const batch of batches) {
    const from = batch.id === after.batch ? after.record : undefined
    records.push(...(await readOfBatch(node, batch, given, from, most - records.length)))
    if (records.length >= most) break
  }
  return records
}

type Row = Record<string, string | null>

async function readOfBatch(
  node: CaudalNode,
  batch: Batch,
  given: readonly GivenField[],
  after: string | undefined,
  most: number,
): Promise<GivenRecord[]> {
  const values = new Map<string, Row>()
  const take = async (relation: string, condition: string, limit: string) => {
    const columns = new Set(await columnsOf(node, relation))
    const own = given.flatMap(({ field }, at) =>
      columns.has(field.id) ? [`"${field.id}"::varchar as v${at}`] : [],
    )
    const rows = await node.lake.rows<Row>(
      `select ${['record_id::varchar as record', ...own].join(', ')} from ${relation}
       where ${condition} order by record_id ${limit}`,
    )
    for (const row of rows) values.set(row['record']!, { ...values.get(row['record']!), ...row })
  }
  const facts = batch.files
    .filter(({ kind }) => kind === 'facts')
    .map(({ path }) => `'${join(node.folder.root, path).replaceAll("'", "''")}'`)
  if (facts.length === 0) return []
  const beyond = after === undefined ? 'true' : `record_id > ${BigInt(after)}`
  await take(`read_parquet([${facts.join(', ')}])`, beyond, `limit ${most}`)
  const numbers = [...values.keys()]
  if (numbers.length > 0 && given.some(({ field }) => field.sensitivity === 'identity')) {
    const list = `record_id in (${numbers.join(', ')})`
    await withIdentities(node, batch, (relation) => take(relation, list, ''))
  }
  return numbers.map((record) => ({
    batch: batch.id,
    record,
    values: Object.fromEntries(
      given.map(({ field, decision }, at) => [
        field.id,
        giveValue(field, decision, values.get(record)?.[`v${at}`] ?? null),
      ]),
    ),
  }))
}

function giveValue(
  field: Field,
  decision: GivenField['decision'],
  value: string | null,
): GivenValue {
  if (decision.outcome === 'mask') {
    const number = field.type === 'integer' && value !== null ? Number(value) : value
    return maskValue(decision.mask, field.type, number)
  }
  return { value, status: value === null ? 'missing' : 'given' }
}
