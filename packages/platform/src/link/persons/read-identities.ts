import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { quoteText } from '@caudal/methods/collect'
import type { Batch, CaudalNode, LakeEngine } from '../../store/index.ts'
import type { Circles } from './circles.ts'
import { linkedFields, linkedTypes, type LinkedBatches, type LinkedType } from './linked-fields.ts'

/** Codes that say that nothing is known, as they stand in facts. */
const unknownCodes = ['_U', '_Z', '_T', '']

/**
 * Makes `link_rows` (record_id, record_type, circle, c0, …): the identity of every record that a country kept,
 * save those whose use is restricted. Names are plain in the workspace alone, one file at a time.
 */
export async function readIdentities(
  node: CaudalNode,
  session: LakeEngine,
  country: string,
  inputs: readonly LinkedBatches[],
  circles: Circles,
  progress: (done: number) => void,
): Promise<void> {
  const columns = linkedFields.map((_, at) => `c${at} varchar`).join(', ')
  await session.run(
    `create or replace temp table link_rows (record_id bigint, record_type utinyint, circle integer, ${columns})`,
  )
  await session.run('create or replace temp table link_restricted (record_id bigint)')
  for (const ids of await restrictedRecords(node)) {
    await session.run(`insert into link_restricted select unnest(string_split($1, ','))::bigint`, [
      ids.join(','),
    ])
  }
  const all = inputs.flatMap(({ recordType, batches }) =>
    batches.map((batch) => ({ recordType, batch })),
  )
  for (const [at, { recordType, batch }] of all.entries()) {
    await withIdentities(node, batch, (identities) =>
      session.run(rowsSql(recordType, batch, circles, factsOf(node, batch), identities), [country]),
    )
    progress((at + 1) / all.length)
  }
}

/** Numbers of records whose use persons have restricted, in parts that a statement can take. */
async function restrictedRecords(node: CaudalNode): Promise<string[][]> {
  const rows = await node.register.query<{ id: string }>(
    'select distinct record_id as id from restricted_records where lifted_at is null order by 1',
  )
  const parts: string[][] = []
  for (let from = 0; from < rows.length; from += 10_000)
    parts.push(rows.slice(from, from + 10_000).map(({ id }) => id))
  return parts
}

function rowsSql(
  recordType: LinkedType,
  { id }: Batch,
  circles: Circles,
  facts: string,
  identities: string | undefined,
): string {
  const unshared = circles.unshared.get(id)!
  const columns = linkedFields.map((field) => {
    if (unshared.has(field.id)) return 'null'
    if (field.in === 'identities')
      return identities === undefined ? 'null' : `nullif(trim(i.${field.id}::varchar), '')`
    const unknown = unknownCodes.map((code) => quoteText(code)).join(', ')
    return `case when f.${field.id}::varchar in (${unknown}) then null else f.${field.id}::varchar end`
  })
  const join =
    identities === undefined ? '' : `join ${identities} as i on i.record_id = f.record_id`
  return `insert into link_rows
    select f.record_id, ${linkedTypes.indexOf(recordType)},
      ${circles.names.indexOf(circles.ofBatch.get(id)!)}, ${columns.join(', ')}
    from ${facts} as f ${join}
    where f.country = $1 and f.record_id not in (select record_id from link_restricted)`
}

/** The facts of a batch as a relation. */
export function factsOf(node: CaudalNode, batch: Batch): string {
  return relationOf(filesOf(node, batch, 'facts'))
}

export function filesOf(
  node: CaudalNode,
  batch: Batch,
  kind: Batch['files'][number]['kind'],
): string[] {
  return batch.files
    .filter((file) => file.kind === kind)
    .map(({ path }) => join(node.folder.root, path))
}

export function relationOf(paths: readonly string[]): string {
  return `read_parquet([${paths.map((path) => quoteText(path)).join(', ')}])`
}

/** Lends the identities of a batch, decrypted in the workspace; nothing where their key is gone. */
export async function withIdentities(
  node: CaudalNode,
  batch: Batch,
  work: (identities: string | undefined) => Promise<void>,
): Promise<void> {
  const sealed = filesOf(node, batch, 'identities')
  if (batch.wrappedKey === null || sealed.length === 0) return await work(undefined)
  const folder = mkdtempSync(join(node.folder.workspace, 'link-'))
  try {
    const key = node.keyring.unwrapDataKey(batch.wrappedKey)
    const plain: string[] = []
    for (const [at, path] of sealed.entries()) {
      const target = join(folder, `${at}.parquet`)
      await node.keyring.decryptFile(path, target, key)
      plain.push(target)
    }
    await work(relationOf(plain))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
