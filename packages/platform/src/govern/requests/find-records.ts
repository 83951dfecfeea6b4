import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '@caudal/methods/vocabulary'
import { type Batch, type CaudalNode, listBatches, listDatasets } from '../../store/index.ts'
import type { RecordPlace } from '../erasure/places-of-persons.ts'

/** By what a person is looked for; all that is given must agree. Fields of identity, by their names. */
export type SearchedIdentity = Readonly<Record<string, string>>

/** A value without capitals, accents, blanks and signs: «AB-12 3» is «ab123». */
export function plainSql(sql: string): string {
  return `regexp_replace(strip_accents(lower(${sql}::varchar)), '[^\\pL\\pN]', '', 'g')`
}

/**
 * The records of a person, by what names him or her: whole values, without regard to capitals,
 * accents, blanks and signs. Identities are plain in the workspace alone, one batch at a time.
 */
export async function findRecords(
  node: CaudalNode,
  searched: SearchedIdentity,
): Promise<RecordPlace[]> {
  const found: RecordPlace[] = []
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  for (const batch of await listBatches(node, { statuses })) {
    await withIdentities(node, batch, async (relation) => {
      const columns = await columnsOf(node, relation)
      const fields = Object.keys(searched)
      if (!fields.every((field) => columns.includes(field))) return
      const conditions = fields.map(
        (field, place) => `nullif(${plainSql(`"${field}"`)}, '') = ${plainSql(`$${place + 1}`)}`,
      )
      const rows = await node.lake.rows<{ id: string }>(
        `select record_id::varchar as id from ${relation} where ${conditions.join(' and ')} order by 1`,
        fields.map((field) => searched[field]!),
      )
      found.push(...rows.map(({ id }) => ({ batch: batch.id, recordId: id })))
    })
  }
  return found
}

/** A record with all its fields, as the person is given it. */
interface RecordTold {
  readonly batch: number
  readonly dataset: string
  /** What people call the dataset, by language. */
  readonly title: Partial<Record<Language, string>>
  /** Says what the fields are called: those of two types may have one id. */
  readonly recordType: string
  readonly record: Record<string, unknown>
}

/** All that the node holds of records: facts and identities, by field. */
export async function readRecords(
  node: CaudalNode,
  places: readonly RecordPlace[],
): Promise<RecordTold[]> {
  const told: RecordTold[] = []
  const datasets = await listDatasets(node, { withdrawn: true })
  const titles = new Map(datasets.map(({ id, title }) => [id, title]))
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  for (const batch of await listBatches(node, { statuses })) {
    const ids = places.filter((place) => place.batch === batch.id).map((place) => place.recordId)
    if (ids.length === 0) continue
    const list = ids.map((id) => BigInt(id).toString()).join(', ')
    const read = async (relation: string) =>
      await node.lake.rows(
        `select * replace (record_id::varchar as record_id) from ${relation}
         where record_id in (${list}) order by record_id`,
      )
    const records = new Map<string, Record<string, unknown>>()
    const take = (rows: Record<string, unknown>[]) => {
      for (const row of rows) {
        const id = String(row['record_id'])
        records.set(id, { ...records.get(id), ...row })
      }
    }
    for (const { kind, path } of batch.files) {
      if (kind === 'facts' || kind === 'withheld-facts')
        take(await read(relationOf(join(node.folder.root, path))))
    }
    await withIdentities(node, batch, async (relation) => take(await read(relation)))
    for (const record of records.values()) {
      const { id, dataset, recordType } = batch
      told.push({ batch: id, dataset, title: titles.get(dataset) ?? {}, recordType, record })
    }
  }
  return told
}

/** Lets work be done with the identities of a batch, which are plain while it lasts. */
export async function withIdentities(
  node: CaudalNode,
  batch: Batch,
  work: (relation: string) => Promise<void>,
): Promise<void> {
  if (batch.wrappedKey === null) return
  const key = node.keyring.unwrapDataKey(batch.wrappedKey)
  for (const { kind, path } of batch.files) {
    if (kind !== 'identities' && kind !== 'withheld-identities') continue
    const folder = mkdtempSync(join(node.folder.workspace, 'request-'))
    try {
      const plain = join(folder, 'identities.parquet')
      await node.keyring.decryptFile(join(node.folder.root, path), plain, key)
      await work(relationOf(plain))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

export async function columnsOf(node: CaudalNode, relation: string): Promise<string[]> {
  const rows = await node.lake.rows<{ column_name: string }>(
    `select column_name from (describe select * from ${relation})`,
  )
  return rows.map((row) => row.column_name)
}

function relationOf(path: string): string {
  return `read_parquet('${path.replaceAll("'", "''")}')`
}
