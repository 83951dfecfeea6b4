import { quoteName, quoteText, type RecordType } from '@caudal/methods/collect'
import { eventColumns, momentSql } from './event-sql.ts'
import { acceptedSql, recordIdSql, stagedRows, type Staging } from './staged-rows.ts'
import { stagingColumns } from './staging-sql.ts'

/**
 * Why records are taken for repeats of each other. Flagged, never deleted; figures count each group
 * once, by the record that stands first in it.
 *
 * - `identical`: every field is equal, and so is the text of every column that is not read and of
 *   every text that gave no value.
 * - `same-id`: incidents of one id whose content differs; all of them count.
 * - `same-crossing`: one person, one direction, within minutes; other content differs.
 * - `same-event`: one person and one procedure, spell of residence or return; other content differs.
 * - `earlier-batch`: the record is in an earlier batch of the dataset: an incident of the same id, the
 *   same event of the same person, or the same content in every field (`earlier-repeats.ts`).
 */
export type RepeatKind = 'identical' | 'same-id' | 'same-crossing' | 'same-event' | 'earlier-batch'

/** Repeats of this kind are flagged and all count. */
export const countedRepeats: readonly RepeatKind[] = ['same-id']

/**
 * Records to search, as a select. Grain: one row per record. Columns: `record_id`; `one` and `content`,
 * digests of 64 bits of the event and of all that the record says; `told`, whether it says whose it is;
 * `moment` and `untimed` where events have an hour.
 */
export type SearchedRows = string

export function stagedForSearch(staging: Staging, recordType: RecordType): SearchedRows {
  const { one, told } = eventColumns
  return searchedRows(recordType, `${stagedRows(staging)} WHERE ${acceptedSql(staging)}`, [
    `${recordIdSql(staging)} AS record_id`,
    `${quoteName(one)} AS one`,
    `${quoteName(told)} AS told`,
    `${quoteName(stagingColumns.content)} AS content`,
  ])
}

/** @param columns the first four of {@link SearchedRows} */
export function searchedRows(
  recordType: RecordType,
  from: string,
  columns: readonly string[],
): SearchedRows {
  const within = recordType.oneEvent?.within
  const timed =
    within === undefined
      ? []
      : [
          `${momentSql(recordType, within)} AS moment`,
          `${quoteName(within.moment)} IS NULL AS untimed`,
        ]
  return `SELECT ${[...columns, ...timed].join(', ')} FROM ${from}`
}

/**
 * Statements that gather in the temporary table `candidates` all records that may repeat another: those
 * that share a digest, of whom there are few. Where events have an hour, records of one day, and those
 * about midnight that share the half hours on both sides of it.
 */
export function candidateStatements(rows: SearchedRows, recordType: RecordType): string[] {
  const within = recordType.oneEvent?.within
  const shared = (key: string, where: string) =>
    `SELECT * FROM (${rows}) WHERE ${where} AND ${key} IN ` +
    `(SELECT ${key} FROM (${rows}) WHERE ${where} GROUP BY 1 HAVING count(*) > 1)`
  const create = 'CREATE OR REPLACE TEMP TABLE candidates AS '
  if (within === undefined) return [create + shared('one', 'true')]
  const half = `INTERVAL ${within.minutes} MINUTE`
  const byMidnight = `NOT untimed AND CAST(moment + ${half} AS TIME) < CAST('00:00' AS TIME) + 2 * ${half}`
  return [
    create + shared('hash(one, CAST(moment AS DATE))', 'true'),
    `INSERT INTO candidates ${shared(`hash(one, CAST(moment + ${half} AS DATE))`, byMidnight)}`,
  ]
}

/**
 * Repeats among the candidates. Grain: one row per record and kind. `group` is the record that stands
 * first in its group, the smallest `record_id`.
 */
export function repeatSelects(recordType: RecordType): string[] {
  const selects = [grouped('identical', 'true', 'one, content', 'count(DISTINCT record_id) > 1')]
  const event = recordType.oneEvent
  if (event === undefined) return selects
  const kind = event.within === undefined ? 'same-event' : 'same-crossing'
  if (event.within === undefined) {
    return [...selects, grouped(kind, 'told', 'one', 'count(DISTINCT content) > 1')]
  }
  const near = `INTERVAL ${event.within.minutes} MINUTE`
  const before = 'lag(moment) OVER (PARTITION BY one, untimed ORDER BY moment, record_id)'
  const begins = `CASE WHEN moment <= ${before} + ${near} THEN 0 ELSE 1 END`
  const runs =
    `SELECT *, sum(begins) OVER (PARTITION BY one, untimed ORDER BY moment, record_id) AS run ` +
    `FROM (SELECT *, ${begins} AS begins FROM (SELECT DISTINCT * FROM candidates WHERE told))`
  return [
    ...selects,
    `WITH runs AS (${runs}), groups AS (SELECT one, untimed, run, min(record_id) AS "group" FROM runs ` +
      'GROUP BY ALL HAVING count(DISTINCT content) > 1) ' +
      `SELECT record_id, ${quoteText(kind)} AS kind, "group" FROM runs JOIN groups USING (one, untimed, run)`,
  ]
}

/** Incidents that share an id but not their whole content. */
export function sameIdStatements(staging: Staging): string[] {
  const id = quoteName('incident_id')
  return [
    `CREATE OR REPLACE TEMP TABLE candidates AS SELECT ${recordIdSql(staging)} AS record_id, ` +
      `hash(${id}) AS one, true AS told, ${quoteName(stagingColumns.content)} AS content ` +
      `FROM ${stagedRows(staging)} WHERE ${acceptedSql(staging)} AND ${id} IS NOT NULL`,
    `INSERT INTO repeats ${grouped('same-id', 'told', 'one', 'count(DISTINCT content) > 1')}`,
  ]
}

/** Incidents whose id an earlier batch has. */
export function sameIdEarlierSelect(staging: Staging, earlierFacts: readonly string[]): string {
  const files = earlierFacts.map(quoteText).join(', ')
  const id = quoteName('incident_id')
  return (
    `SELECT ${recordIdSql(staging)} AS record_id, 'earlier-batch' AS kind, "group" FROM ${stagedRows(staging)} ` +
    `JOIN (SELECT ${id}, min(record_id) AS "group" FROM read_parquet([${files}]) GROUP BY ${id}) USING (${id}) ` +
    `WHERE ${acceptedSql(staging)}`
  )
}

function grouped(kind: RepeatKind, where: string, by: string, having: string): string {
  return (
    `WITH groups AS (SELECT ${by}, min(record_id) AS "group" FROM candidates WHERE ${where} ` +
    `GROUP BY ${by} HAVING ${having}) ` +
    `SELECT DISTINCT record_id, ${quoteText(kind)} AS kind, "group" FROM candidates JOIN groups USING (${by}) ` +
    `WHERE ${where}`
  )
}
