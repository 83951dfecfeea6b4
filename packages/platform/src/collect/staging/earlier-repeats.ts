import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { quoteName, quoteText, type Field, type RecordType } from '@caudal/methods/collect'
import type { Batch, CaudalNode, LakeEngine } from '../../store/index.ts'
import { hasIdentities, isIdentity } from './lake-files-sql.ts'
import { isPersonTold, momentSql, personOf, sameCrossingMinutes } from './repeats-sql.ts'
import { acceptedSql, recordIdSql, stagedRows, type Staging } from './staged-rows.ts'

/**
 * Adds to the table `repeats` the records of a batch that an earlier batch of its dataset has: a file
 * sent again with another profile, or two files whose periods overlap. Only batches that cover the same
 * days are looked at; their identities are plain in the folder of the import for as long as that lasts,
 * one batch at a time.
 *
 * @param earlier accepted batches of the dataset, save those that this one takes the place of
 * @param factsPath the facts of the batch that is being written
 */
export async function findEarlierRepeats(
  node: CaudalNode,
  engine: LakeEngine,
  staging: Staging,
  recordType: RecordType,
  earlier: readonly Batch[],
  factsPath: string,
  folder: string,
): Promise<void> {
  // Incidents are told by their id.
  if (recordType.id === 'incident') return
  for (const batch of earlier) {
    const facts = batch.files.filter(({ kind }) => kind === 'facts')
    if (facts.length === 0) continue
    const relation = read(facts.map(({ path }) => join(node.folder.root, path)))
    if (!(await overlaps(engine, recordType.dateField, read([factsPath]), relation))) continue
    if (!hasIdentities(recordType.fields)) {
      await engine.run(earlierSelect(staging, recordType, relation))
      continue
    }
    const sealed = batch.files.filter(({ kind }) => kind === 'identities')
    // Where the key is gone nobody can say any more who it was.
    if (batch.wrappedKey === null || sealed.length === 0) continue
    const plain = sealed.map((_, at) => join(folder, `earlier-${batch.id}-${at}.parquet`))
    try {
      const key = node.keyring.unwrapDataKey(batch.wrappedKey)
      for (const [at, { path }] of sealed.entries()) {
        await node.keyring.decryptFile(join(node.folder.root, path), plain[at]!, key)
      }
      const known = `(SELECT * FROM ${relation} AS fact JOIN ${read(plain)} AS identity USING (record_id))`
      await engine.run(earlierSelect(staging, recordType, known))
    } finally {
      for (const path of plain) await rm(path, { force: true })
    }
  }
}

/** Whether two batches have records of the same days, of neighbouring ones for those about midnight. */
async function overlaps(
  engine: LakeEngine,
  dateField: string | undefined,
  mine: string,
  theirs: string,
): Promise<boolean> {
  if (dateField === undefined) return true
  const day = quoteName(dateField)
  const [row] = await engine.rows<{ overlap: boolean | null }>(
    `SELECT mine.first <= theirs.last + 1 AND theirs.first <= mine.last + 1 AS overlap
     FROM (SELECT min(${day}) AS first, max(${day}) AS last FROM ${mine}) AS mine,
       (SELECT min(${day}) AS first, max(${day}) AS last FROM ${theirs}) AS theirs`,
  )
  return row?.overlap ?? true
}

function read(paths: readonly string[]): string {
  return `read_parquet([${paths.map(quoteText).join(', ')}])`
}

/** Crossings are the same by person, direction and minutes; other records by every field. */
function earlierSelect(staging: Staging, recordType: RecordType, known: string): string {
  const isMovement = recordType.id === 'movement'
  const key = isMovement
    ? [...personOf(recordType.fields), quoteName('direction')]
    : recordType.fields.map(contentOf)
  const columns = (id: string) =>
    `${id} AS record_id, hash(${key.join(', ')}) AS one` +
    (isMovement ? `, ${quoteName('crossed_at')} IS NULL AS untimed, ${momentSql} AS moment` : '')
  const isTold = isMovement ? isPersonTold : 'true'
  const within = isMovement
    ? ` AND mine.untimed = theirs.untimed AND mine.moment BETWEEN ` +
      `theirs.moment - INTERVAL ${sameCrossingMinutes} MINUTE AND theirs.moment + INTERVAL ${sameCrossingMinutes} MINUTE`
    : ''
  return (
    `INSERT INTO repeats SELECT mine.record_id, 'earlier-batch', min(theirs.record_id) ` +
    `FROM (SELECT ${columns(recordIdSql(staging))} FROM ${stagedRows(staging)} WHERE ${acceptedSql(staging)} AND ${isTold}) AS mine ` +
    `JOIN (SELECT ${columns('record_id')} FROM ${known} WHERE ${isTold}) AS theirs ` +
    `ON mine.one = theirs.one${within} GROUP BY mine.record_id`
  )
}

/** As text: what an earlier batch wrote as a list of codes reads alike. */
function contentOf(field: Field): string {
  const text = `CAST(${quoteName(field.id)} AS VARCHAR)`
  return isIdentity(field) ? `coalesce(${text}, '')` : text
}
