import { randomBytes } from 'node:crypto'
import { quoteText } from '@caudal/methods/collect'
import { acceptBatch, beginBatch, type CaudalNode } from '../../store/index.ts'
import { receiveFacts } from '../testing-facts.ts'

/** Journeys with the file that says which permit is of which person, as linkage leaves them. */
export async function receiveLinked(
  node: CaudalNode,
  records: readonly Record<string, string | number>[],
  permits: readonly (readonly [record: bigint, person: number])[],
): Promise<void> {
  const journeys = await receiveFacts(node, {
    recordType: 'journey',
    dataset: 'journeys-slv',
    records,
  })
  const batch = await beginBatch(node, 'journey')
  const [facts] = journeys.files
  const copies = [
    ['facts', `select * from read_parquet(${quoteText(`${node.folder.root}/${facts!.path}`)})`],
    [
      'persons',
      `select * from (values ${permits.map(([record, person]) => `(${record}::bigint, ${person}::bigint)`).join(', ')}) as link(record_id, person)`,
    ],
  ] as const
  for (const [kind, sql] of copies) {
    await node.lake.run(
      `copy (${sql}) to ${quoteText(batch.pathOf(kind, '0.parquet'))} (format parquet)`,
    )
  }
  const rows = records.length
  await acceptBatch(node, batch, {
    dataset: {
      id: 'journeys-slv',
      title: { es: 'j', en: 'j', fr: 'j' },
      source: { owner: 'o', title: 't', licence: 'l', citation: 'c' },
      synthetic: false,
    },
    profile: { id: 'journeys', version: 1, content: {}, sha256: 'f'.repeat(64) },
    file: { name: 'journeys', sha256: randomBytes(32).toString('hex'), bytes: 1 },
    rows: { read: rows, accepted: rows, rejected: 0, flaggedDuplicate: 0 },
    quality: {},
    files: [
      { kind: 'facts', name: '0.parquet', rows },
      { kind: 'persons', name: '0.parquet', rows: permits.length },
    ],
    supersedes: [journeys.id],
  })
}
