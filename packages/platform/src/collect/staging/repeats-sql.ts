import { quoteName, quoteText, type Field } from '@caudal/methods/collect'
import { isIdentity } from './lake-files-sql.ts'
import { acceptedSql, recordIdSql, stagedRows, type Staging } from './staged-rows.ts'
import { stagingColumns } from './staging-sql.ts'

/** Records of one person in one direction this many minutes apart or less are one crossing. */
export const sameCrossingMinutes = 30

/**
 * Why records are taken for repeats of each other. Flagged, never deleted; figures count each group
 * once, by the record that stands first in it.
 *
 * - `identical`: every field is equal, and so is the text of every column that is not read and of
 *   every text that gave no value.
 * - `same-id`: incidents of one id whose content differs; all of them count.
 * - `same-crossing`: one person, one direction, within minutes; other content differs.
 * - `earlier-batch`: the record is in an earlier batch of the dataset: an incident of the same id, the
 *   same crossing of the same person, or the same content in every field (`earlier-repeats.ts`).
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
    const id = quoteName('incident_id')
    searches.push(sameKey(staging, 'same-id', [id], `${id} IS NOT NULL`))
    if (earlierFacts.length > 0) searches.push(inEarlierBatch(staging, earlierFacts))
  }
  if (recordType === 'movement') searches.push(sameCrossing(staging, fields))
  return searches
}

/** Records of equal content: brought together by a few telling columns, then compared as a whole. */
function identical(staging: Staging, fields: readonly Field[]): RepeatSearch {
  const mapped = fields.filter(({ id }) => isRead(staging, id))
  // Codes repeat in every record; names, numbers and moments hardly do, and cost less than all.
  const telling = mapped.filter(({ type }) => type !== 'code' && type !== 'boolean')
  const key = (telling.length > 1 ? telling : mapped).map(({ id }) => quoteName(id))
  return {
    kind: 'identical',
    select: grouped(staging, 'identical', key, 'true', 'one, content', 'count(*) > 1'),
  }
}

/**
 * One person, one direction, at most `sameCrossingMinutes` after the record before. Where no time was
 * written down, one day. Candidates are who crossed twice in a day, or about midnight.
 */
function sameCrossing(staging: Staging, fields: readonly Field[]): RepeatSearch {
  const person = [...personOf(fields), quoteName('direction')]
  const rows = `${stagedRows(staging)} WHERE ${acceptedSql(staging)} AND ${isPersonTold}`
  const onDay = `hash(${[...person, `CAST(${momentSql} AS DATE)`].join(', ')})`
  const half = `INTERVAL ${sameCrossingMinutes} MINUTE`
  const shifted = `(${quoteName('crossed_at')} + ${half})`
  const byMidnight = `hash(${[...person, `CAST(${shifted} AS DATE)`].join(', ')})`
  const isByMidnight = `CAST(${shifted} AS TIME) < CAST('00:00' AS TIME) + 2 * ${half}`
  const repeated = (digest: string, where: string) =>
    `SELECT ${digest} FROM ${rows} AND ${where} GROUP BY 1 HAVING count(*) > 1`
  const candidates =
    `SELECT ${recordIdSql(staging)} AS record_id, hash(${person.join(', ')}) AS one, ` +
    `${quoteName('crossed_at')} IS NULL AS untimed, ${momentSql} AS moment, ${contentSql(staging)} AS content ` +
    `FROM ${rows} AND (${onDay} IN (${repeated(onDay, 'true')}) ` +
    `OR (${isByMidnight} AND ${byMidnight} IN (${repeated(byMidnight, isByMidnight)})))`
  const before = 'lag(moment) OVER (PARTITION BY one, untimed ORDER BY moment, record_id)'
  const begins = `CASE WHEN moment <= ${before} + ${half} THEN 0 ELSE 1 END`
  return {
    kind: 'same-crossing',
    select:
      `WITH candidates AS (${candidates}), begun AS (SELECT *, ${begins} AS begins FROM candidates), ` +
      'runs AS (SELECT *, sum(begins) OVER (PARTITION BY one, untimed ORDER BY moment, record_id) AS run FROM begun), ' +
      'groups AS (SELECT one, untimed, run, min(record_id) AS "group" FROM runs ' +
      'GROUP BY ALL HAVING count(DISTINCT content) > 1) ' +
      `SELECT record_id, 'same-crossing' AS kind, "group" FROM runs JOIN groups USING (one, untimed, run)`,
  }
}

/** When a crossing was: to the minute, or on a day where no time is known. */
export const momentSql = `coalesce(${quoteName('crossed_at')}, CAST(${quoteName('crossed_on')} AS TIMESTAMP))`

/** A name alone does not tell a person: two of a family name may cross in one minute. */
export const isPersonTold =
  `(${quoteName('document_number')} IS NOT NULL OR (${quoteName('family_names')} IS NOT NULL AND ` +
  `${quoteName('given_names')} IS NOT NULL AND ${quoteName('birth_date')} IS NOT NULL))`

/** Columns that name the person of a record. */
export function personOf(fields: readonly Field[]): string[] {
  return fields.filter(isIdentity).map(({ id }) => quoteName(id))
}

/** Records that share a key but not their whole content. */
function sameKey(
  staging: Staging,
  kind: RepeatKind,
  key: readonly string[],
  isTold: string,
): RepeatSearch {
  return {
    kind,
    select: grouped(staging, kind, key, isTold, 'one', 'count(DISTINCT content) > 1'),
  }
}

/**
 * Digests of 64 bits bring the candidates together, of whom there are few; a second one, of their
 * whole content, tells them apart.
 */
function grouped(
  staging: Staging,
  kind: RepeatKind,
  key: readonly string[],
  isTold: string,
  groupBy: string,
  condition: string,
): string {
  const digest = `hash(${key.join(', ')})`
  const rows = `${stagedRows(staging)} WHERE ${acceptedSql(staging)} AND ${isTold}`
  const repeated = `SELECT ${digest} FROM ${rows} GROUP BY 1 HAVING count(*) > 1`
  const candidates =
    `SELECT ${recordIdSql(staging)} AS record_id, ${digest} AS one, ${contentSql(staging)} AS content ` +
    `FROM ${rows} AND ${digest} IN (${repeated})`
  return (
    `WITH candidates AS (${candidates}), groups AS (SELECT ${groupBy}, min(record_id) AS "group" ` +
    `FROM candidates GROUP BY ${groupBy} HAVING ${condition}) ` +
    `SELECT record_id, ${quoteText(kind)} AS kind, "group" FROM candidates JOIN groups USING (${groupBy})`
  )
}

/** All that a record says, as it was read. */
function contentSql({ mapping }: Staging): string {
  const fields = mapping.columns.map(({ field }) => quoteName(field.id))
  return `hash(${[...fields, ...Object.values(stagingColumns).map(quoteName)].join(', ')})`
}

function isRead({ mapping }: Staging, id: string): boolean {
  return mapping.columns.some(({ field, textSql }) => field.id === id && textSql !== undefined)
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
