import { type CaudalNode, type LakeEngine } from '../../store/index.ts'
import {
  digestsQuery,
  type DigestKind,
  openErasureSecret,
  type PersonDigest,
} from './person-digests.ts'
import { columnsOf, withIdentities } from '../requests/find-records.ts'
import type { RecordPlace } from './places-of-persons.ts'
import { listBatches } from '../../store/index.ts'

/** A record that has come in of a person who was erased. */
export interface KnownAgain {
  /** Number of the record in the lake, as digits. */
  readonly recordId: string
  readonly by: DigestKind
  /** What the person was erased for. */
  readonly reason: string
}

/** The ways in which the persons of some records would be known again. */
export async function digestsOfRecords(
  node: CaudalNode,
  places: readonly RecordPlace[],
): Promise<PersonDigest[]> {
  const secret = await openErasureSecret(node.register, node.keyring)
  const found = new Map<string, PersonDigest>()
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  for (const batch of await listBatches(node, { statuses })) {
    const ids = places.filter((place) => place.batch === batch.id).map(({ recordId }) => recordId)
    if (ids.length === 0) continue
    await withIdentities(node, batch, async (relation) => {
      const query = digestsQuery(relation, await columnsOf(node, relation))
      if (query === undefined) return
      const rows = await node.lake.rows<PersonDigest>(
        `select distinct kind, digest from (${query})
         where record_id in (select unnest(string_split($2, ',')))`,
        [secret, ids.join(',')],
      )
      for (const row of rows) found.set(row.digest, { kind: row.kind, digest: row.digest })
    })
  }
  return [...found.values()]
}

/** The ways in which persons would be known again whose records are in no batch, by their fields. */
export async function digestsOfIdentities(
  node: CaudalNode,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<PersonDigest[]> {
  if (records.length === 0) return []
  const columns = ['record_id', 'document_number', 'given_names', 'family_names', 'birth_date']
  const rows = records.map((record, at) => ({
    ...Object.fromEntries(columns.map((column) => [column, record[column] ?? null])),
    record_id: String(at),
  }))
  const shape = `[{${columns.map((column) => `"${column}":"VARCHAR"`).join(',')}}]`
  const relation = `(select unnest(from_json($2, '${shape}'), recursive := true))`
  const query = digestsQuery(relation, columns)
  if (query === undefined) return []
  const secret = await openErasureSecret(node.register, node.keyring)
  return await node.lake.rows<PersonDigest>(`select distinct kind, digest from (${query})`, [
    secret,
    JSON.stringify(rows),
  ])
}

/**
 * The records among identities that are of an erased person.
 * @param path Parquet file of identities, plain
 */
export async function findKnownAgain(
  node: CaudalNode,
  engine: LakeEngine,
  path: string,
): Promise<KnownAgain[]> {
  const erased = await node.register.query<{ digest: string; reason: string }>(
    'select digest, min(reason) as reason from erased_persons group by digest',
  )
  if (erased.length === 0) return []
  const relation = `read_parquet('${path.replaceAll("'", "''")}')`
  const columns = await engine.rows<{ column_name: string }>(
    `select column_name from (describe select * from ${relation})`,
  )
  const query = digestsQuery(
    relation,
    columns.map((row) => row.column_name),
  )
  if (query === undefined) return []
  const secret = await openErasureSecret(node.register, node.keyring)
  const reasons = new Map(erased.map(({ digest, reason }) => [digest, reason]))
  const rows = await engine.rows<{ record_id: string; kind: DigestKind; digest: string }>(
    `select record_id, kind, digest from (${query})
     where digest in (select unnest(string_split($2, ','))) order by record_id, kind`,
    [secret, [...reasons.keys()].join(',')],
  )
  const known = new Map<string, KnownAgain>()
  for (const { record_id: recordId, kind, digest } of rows) {
    if (!known.has(recordId))
      known.set(recordId, { recordId, by: kind, reason: reasons.get(digest)! })
  }
  return [...known.values()]
}

/** Whether anybody was erased at all: most nodes have nothing to look for. */
export async function isAnybodyErased(node: CaudalNode): Promise<boolean> {
  const rows = await node.register.query('select from erased_persons limit 1')
  return rows.length > 0
}
