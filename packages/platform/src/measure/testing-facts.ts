import { createHash, randomBytes } from 'node:crypto'
import { getRecordType, quoteName, quoteText, sqlTypeOf, type Field } from '@caudal/methods/collect'
import { acceptBatch, beginBatch, type Batch, type CaudalNode } from '../store/index.ts'

/** Facts for a test, received as a batch: what an import would have left in the lake. */
export interface TestFacts {
  readonly recordType: string
  readonly dataset: string
  readonly profile?: string
  readonly synthetic?: boolean
  readonly flaggedDuplicate?: number
  readonly rejected?: number
  readonly supersedes?: readonly number[]
  /** Records by hand: fields that are not named are missing; `record_id` where it matters. */
  readonly records?: readonly Readonly<Record<string, string | number | boolean | null>>[]
  /** Or SQL that selects fields by name from anything. */
  readonly sql?: string
  /** SQL of what a run of linkage found, where this is one: `record_id`, `person`. */
  readonly links?: string
}

/** Accepts a batch of facts, written as Parquet with every field of the record type. */
export async function receiveFacts(node: CaudalNode, facts: TestFacts): Promise<Batch> {
  const { recordType, dataset, profile = dataset } = facts
  const fields = getRecordType(recordType).fields.filter(
    ({ sensitivity }) => sensitivity !== 'identity',
  )
  const batch = await beginBatch(node, recordType)
  const path = batch.pathOf('facts', 'part-0.parquet')
  const source = facts.sql ?? valuesSql(facts.records ?? [], fields)
  const first = BigInt(batch.id) * 2n ** 36n
  await node.lake.session(async (lake) => {
    await lake.run(`create temp table given as ${source}`)
    const given = new Set(
      (await lake.rows<{ name: string }>(`select name from pragma_table_info('given')`)).map(
        ({ name }) => name,
      ),
    )
    const columns = fields.map((field) => {
      const value = given.has(field.id) ? quoteName(field.id) : 'null'
      return `cast(${value} as ${sqlTypeOf(field.type)}) as ${quoteName(field.id)}`
    })
    await lake.run(
      `copy (select ${given.has('record_id') ? 'coalesce(record_id, ' : '('}${first} + row_number() over ()) as record_id, ${quoteText(dataset)} as dataset,
        ${columns.join(', ')} from given) to ${quoteText(path)} (format parquet, compression zstd)`,
    )
  })
  const [counted] = await node.lake.rows<{ n: number }>(
    `select count(*) as n from read_parquet(${quoteText(path)})`,
  )
  const rows = counted!.n
  if (facts.links !== undefined) {
    const links = quoteText(batch.pathOf('persons', '0.parquet'))
    await node.lake.run(`copy (${facts.links}) to ${links} (format parquet, compression zstd)`)
  }
  const provider = {
    owner: `Owner of ${dataset}`,
    title: `Records of ${dataset}`,
    licence: 'CC BY 4.0',
    citation: `Owner of ${dataset} (2020), Records of ${dataset}.`,
  }
  return acceptBatch(node, batch, {
    dataset: {
      id: dataset,
      title: { es: dataset, en: dataset, fr: dataset },
      source: provider,
      synthetic: facts.synthetic ?? false,
    },
    profile: { id: profile, version: 1, content: {}, sha256: createHash('sha256').digest('hex') },
    file: { name: `${dataset}.csv`, sha256: randomBytes(32).toString('hex'), bytes: rows },
    rows: {
      read: rows + (facts.rejected ?? 0),
      accepted: rows,
      rejected: facts.rejected ?? 0,
      flaggedDuplicate: facts.flaggedDuplicate ?? 0,
    },
    quality: {},
    files: [
      { kind: 'facts', name: 'part-0.parquet', rows },
      ...(facts.links === undefined ? [] : [{ kind: 'persons', name: '0.parquet', rows } as const]),
    ],
    ...(facts.supersedes && { supersedes: facts.supersedes }),
  })
}

function valuesSql(records: NonNullable<TestFacts['records']>, fields: readonly Field[]): string {
  const names = ['record_id', ...fields.map(({ id }) => id)].filter((id) =>
    records.some((record) => id in record),
  )
  const literal = (value: string | number | boolean | null | undefined) =>
    value === undefined || value === null
      ? 'null'
      : typeof value !== 'string'
        ? String(value)
        : quoteText(value)
  const rows = records.map((record) => `(${names.map((name) => literal(record[name])).join(', ')})`)
  return `select * from (values ${rows.join(', ')}) as given(${names.map(quoteName).join(', ')})`
}
