import { join } from 'node:path'
import { type CaudalNode, listBatches } from '../../store/index.ts'

/** A record of the lake by its number. */
export interface RecordPlace {
  readonly batch: number
  readonly recordId: string
}

/**
 * Where runs of linkage hold the persons of some records: every record of such a person in the files of
 * every run, superseded ones too.
 */
export async function placesOfPersons(
  node: CaudalNode,
  places: readonly RecordPlace[],
): Promise<RecordPlace[]> {
  const ids = [...new Set(places.map(({ recordId }) => BigInt(recordId).toString()))]
  if (ids.length === 0) return []
  const found: RecordPlace[] = []
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  for (const batch of await listBatches(node, { recordType: 'journey', statuses })) {
    const files = batch.files.filter(({ kind }) => kind === 'persons')
    for (const { path } of files) {
      const index = `read_parquet('${join(node.folder.root, path).replaceAll("'", "''")}')`
      const rows = await node.lake.rows<{ id: string }>(
        `with asked as (select unnest([${ids.join(', ')}]) as id)
         select record_id::varchar as id from ${index}
         where record_id in (select id from asked) or person in (
           select person from ${index} where record_id in (select id from asked))
         order by record_id`,
      )
      found.push(...rows.map(({ id }) => ({ batch: batch.id, recordId: id })))
    }
  }
  return found
}
