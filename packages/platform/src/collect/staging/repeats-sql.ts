import { quoteName, quoteText, type Field } from '@caudal/methods/collect'
import { isIdentity } from './lake-files-sql.ts'
import { acceptedSql, recordIdSql, stagedRows, type Staging } from './staged-rows.ts'
import { stagingColumns } from './staging-sql.ts'

/**
 * Why records are taken for repeats of each other. Flagged, never deleted: which of them is right
 * is for people, or a later stage, to decide.
 *
 * - `identical`: every column of the source is equal.
 * - `same-id`: incidents of one id whose content differs.
 * - `same-crossing`: one person, one direction, one moment; other content differs.
 * - `earlier-batch`: an incident of this id is in an earlier batch of the dataset.
 */
export type RepeatKind = 'identical' | 'same-id' | 'same-crossing' | 'earlier-batch'

/**
 * Grain: one row per record and kind. `group` is the record that stands first in its group: the
 * smallest `record_id`, that of the earlier batch for `earlier-batch`.
 */
export interface RepeatSearch {
  readonly kind: RepeatKind
  readonly select: string
}

/**
 * The searches that make sense for a record type.
 *
 * @param earlierFacts facts of the accepted batches that the dataset has already
 */
export function repeatSearches(
  staging: Staging,
  recordType: string,
  fields: readonly Field[],
  earlierFacts: readonly string[],
): RepeatSearch[] {
  const searches = [identical(staging, fields)]
  if (recordType === 'incident') {
    searches.push(
      sameKey(
        staging,
        'same-id',
        quoteName('incident_id'),
        `${quoteName('incident_id')} IS NOT NULL`,
      ),
    )
    if (earlierFacts.length > 0) searches.push(inEarlierBatch(staging, earlierFacts))
  }
  if (recordType === 'movement') searches.push(sameCrossing(staging, fields))
  return searches
}

/**
 * Equal digests of 64 bits bring records together; a second digest, of the fields, keeps apart
 * what only collides. It is taken of the few candidates alone.
 */
function identical(staging: Staging, fields: readonly Field[]): RepeatSearch {
  const digest = quoteName(stagingColumns.digest)
  const content = `hash(${fields.map((field) => quoteName(field.id)).join(', ')})`
  const candidates =
    `SELECT ${recordIdSql(staging)} AS record_id, ${digest} AS one, ${content} AS other ` +
    `FROM ${stagedRows(staging)} WHERE ${acceptedSql(staging)} AND ${digest} IN ` +
    `(SELECT ${digest} FROM ${stagedRows(staging)} WHERE ${acceptedSql(staging)} GROUP BY ${digest} HAVING count(*) > 1)`
  return {
    kind: 'identical',
    select: grouped('identical', candidates, 'one, other', 'count(*) > 1'),
  }
}

function sameCrossing(staging: Staging, fields: readonly Field[]): RepeatSearch {
  const identity = fields.filter(isIdentity).map((field) => quoteName(field.id))
  const moment = `coalesce(${quoteName('crossed_at')}, CAST(${quoteName('crossed_on')} AS TIMESTAMP))`
  const key = `hash(${[...identity, quoteName('direction'), moment].join(', ')})`
  // A name alone does not tell a person: two of a family name may cross in one minute.
  const isTold =
    `(${quoteName('document_number')} IS NOT NULL OR (${quoteName('family_names')} IS NOT NULL AND ` +
    `${quoteName('given_names')} IS NOT NULL AND ${quoteName('birth_date')} IS NOT NULL))`
  return sameKey(staging, 'same-crossing', key, isTold)
}

/** Records that share a key but not their whole content. */
function sameKey(staging: Staging, kind: RepeatKind, key: string, isTold: string): RepeatSearch {
  const rows = `${stagedRows(staging)} WHERE ${acceptedSql(staging)} AND ${isTold}`
  const candidates =
    `SELECT ${recordIdSql(staging)} AS record_id, ${key} AS one, ${quoteName(stagingColumns.digest)} AS digest ` +
    `FROM ${rows} AND ${key} IN (SELECT ${key} FROM ${rows} GROUP BY ${key} HAVING count(*) > 1)`
  return { kind, select: grouped(kind, candidates, 'one', 'count(DISTINCT digest) > 1') }
}

function grouped(kind: RepeatKind, candidates: string, key: string, condition: string): string {
  return (
    `WITH candidates AS (${candidates}), groups AS (SELECT ${key}, min(record_id) AS "group" ` +
    `FROM candidates GROUP BY ${key} HAVING ${condition}) ` +
    `SELECT record_id, ${quoteText(kind)} AS kind, "group" FROM candidates JOIN groups USING (${key})`
  )
}

function inEarlierBatch(staging: Staging, earlierFacts: readonly string[]): RepeatSearch {
  const files = earlierFacts.map(quoteText).join(', ')
  const id = quoteName('incident_id')
  return {
    kind: 'earlier-batch',
    select:
      `SELECT ${recordIdSql(staging)} AS record_id, 'earlier-batch' AS kind, "group" FROM ${stagedRows(staging)} ` +
      `JOIN (SELECT ${id}, min(record_id) AS "group" FROM read_parquet([${files}]) GROUP BY ${id}) USING (${id}) ` +
      `WHERE ${acceptedSql(staging)}`,
  }
}
