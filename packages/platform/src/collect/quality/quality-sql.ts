import { quoteText } from '@caudal/methods/collect'
import { countedRepeats } from '../staging/repeats-sql.ts'
import { isOfBatch } from '../staging/staged-rows.ts'

/**
 * Grain: one row per rule and level. `least`, `most` and `expected` are numbers of fields or letters of
 * lines that have another number than they should; else null.
 */
export function findingCountsSelect(findings: readonly string[]): string {
  const ofLines = "FILTER (rule IN ('line.ragged', 'line.width'))"
  const found = 'try_cast(value AS BIGINT)'
  return (
    `SELECT rule, level, count(*) AS count, min(${found}) ${ofLines} AS least, ` +
    `max(${found}) ${ofLines} AS most, min(expected) ${ofLines} AS expected ` +
    `FROM ${files(findings)} GROUP BY rule, level ORDER BY count DESC, rule`
  )
}

/**
 * Grain: one row per field and unmapped code, most frequent first. `all_codes` counts them without
 * the limit.
 */
export function unmappedCodesSelect(findings: readonly string[], limit: number): string {
  return (
    `SELECT field, value AS code, count(*) AS count, count(*) OVER () AS all_codes FROM ${files(findings)} ` +
    `WHERE rule = 'value.unmapped' GROUP BY ALL ORDER BY count DESC, field, code LIMIT ${limit}`
  )
}

/** Grain: one row per column; values that are missing, told by the file's own statistics. */
export function missingValuesSelect(file: string): string {
  return (
    `SELECT path_in_schema AS field, sum(stats_null_count) AS missing, sum(num_values) AS row_count ` +
    `FROM parquet_metadata(${quoteText(file)}) GROUP BY ALL`
  )
}

/** Grain: one row per kind of repeat; records of the batch beyond the first of their group. */
export function repeatCountsSelect(repeats: string, batchId: number): string {
  return (
    `SELECT kind, count(DISTINCT record_id) FILTER (record_id <> "group" AND ${isOfBatch(batchId)}) AS count ` +
    `FROM ${repeats} GROUP BY kind ORDER BY kind`
  )
}

/** One row: different records of the batch beyond the first of any group. */
export function flaggedRepeatsSelect(repeats: string, batchId: number): string {
  return `SELECT count(DISTINCT record_id) AS count FROM ${repeats} WHERE record_id <> "group" AND ${isOfBatch(batchId)}`
}

/** One row: those of them that no figure counts, since the first of their group is counted. */
export function notCountedRepeatsSelect(repeats: string, batchId: number): string {
  const counted = countedRepeats.map(quoteText).join(', ')
  return `${flaggedRepeatsSelect(repeats, batchId)} AND kind NOT IN (${counted})`
}

function files(paths: readonly string[]): string {
  return `read_parquet([${paths.map(quoteText).join(', ')}])`
}
