import { quoteName, quoteText, type CompiledMapping, type Field } from '@caudal/methods/collect'
import type { RecordLog } from '../reading/record-log.ts'
import { masksOf, type Check } from './checks.ts'
import { isIdentity } from './lake-files-sql.ts'
import {
  acceptedSql,
  presentSql,
  recordIdSql,
  recordIndexSql,
  stagedRows,
  type Staging,
} from './staged-rows.ts'
import { foundTextSql } from './staging-sql.ts'

/** Shown in the place of what would name a person; of one length, so that it tells nothing. */
export const maskedValue = '•••'

const longestValue = 200

/**
 * Findings on records. Grain: one row per record and check that it fails, in the order of the
 * file. `record` and `line` count from 1; `record_id` is null where the record was rejected.
 *
 * @param failed the checks that any record fails
 * @param log how record and line numbers follow from a record's index
 */
export function findingsSelect(
  staging: Staging,
  failed: readonly Check[],
  log: Pick<RecordLog, 'shiftsPath' | 'onlyShift'>,
): string {
  const { mapping } = staging
  const fields = new Map(mapping.columns.map(({ field }) => [field.id, field]))
  const structs = failed.map((check) => {
    const bit = `(${quoteName(check.mask)} & ${1n << BigInt(check.bit)}) <> 0`
    const value = check.showsSource ? sourceSql(mapping, check, fields) : valuesSql(check, fields)
    return (
      `CASE WHEN ${bit} THEN [{rule: ${quoteText(check.id)}, level: ${quoteText(check.level)}, ` +
      `field: ${quoteText(check.fields.join(', '))}, value: left(${value}, ${longestValue})}] ELSE [] END`
    )
  })
  const isFlagged = masksOf(failed)
    .map((mask) => `${quoteName(mask)} <> 0`)
    .join(' OR ')
  const found =
    `SELECT ${recordIndexSql(staging)} AS record_index, ` +
    `CASE WHEN ${acceptedSql(staging)} THEN ${recordIdSql(staging)} END AS record_id, ` +
    `unnest(list_concat(${structs.join(', ')}, [])) AS found ` +
    `FROM ${stagedRows(staging)} WHERE (${isFlagged}) AND ${presentSql}`
  const shown =
    'record_id, found.rule, found.level, found.field, found.value, CAST(NULL AS VARCHAR) AS expected'
  return placedInFile(found, shown, log)
}

/**
 * Records of persons who were erased and come in again, in the shape of {@link findingsSelect}; what
 * they were known by is the field, and their values are masked.
 *
 * @param ids numbers of the records in the lake, as digits
 */
export function erasedAgainSelect(
  staging: Staging,
  ids: readonly string[],
  log: Pick<RecordLog, 'shiftsPath' | 'onlyShift'>,
): string {
  const found =
    `SELECT ${recordIndexSql(staging)} AS record_index, ${recordIdSql(staging)} AS record_id ` +
    `FROM ${stagedRows(staging)} WHERE ${recordIdSql(staging)} IN (${ids.join(', ')})`
  const shown =
    `record_id, 'person.erased' AS rule, 'warn' AS level, CAST(NULL AS VARCHAR) AS field, ` +
    `${quoteText(maskedValue)} AS value, CAST(NULL AS VARCHAR) AS expected`
  return placedInFile(found, shown, log)
}

/** Findings with the number of their record and line in the file. */
function placedInFile(
  found: string,
  shown: string,
  log: Pick<RecordLog, 'shiftsPath' | 'onlyShift'>,
): string {
  const shift = log.onlyShift
  if (shift !== undefined) {
    return `SELECT record_index + ${shift.record} AS record, record_index + ${shift.line} AS line, ${shown} FROM (${found})`
  }
  return (
    `SELECT record_index + record_shift AS record, record_index + line_shift AS line, ${shown} ` +
    `FROM (${found}) ASOF JOIN ${shiftsRelation(log)} ON record_index >= from_index`
  )
}

/**
 * Records that could not be read at all, in the shape of {@link findingsSelect}.
 */
export function faultsSelect(log: Pick<RecordLog, 'faultsPath'>): string {
  return (
    `SELECT record, line, CAST(NULL AS BIGINT) AS record_id, kind AS rule, 'reject' AS level, ` +
    `CAST(NULL AS VARCHAR) AS field, found AS value, expected FROM read_csv(${quoteText(log.faultsPath)}, ` +
    `auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', nullstr = '', columns = ` +
    `{'record': 'BIGINT', 'line': 'BIGINT', 'kind': 'VARCHAR', 'found': 'VARCHAR', 'expected': 'VARCHAR'})`
  )
}

function shiftsRelation(log: Pick<RecordLog, 'shiftsPath'>): string {
  return (
    `read_csv(${quoteText(log.shiftsPath)}, auto_detect = false, header = false, delim = ',', ` +
    `columns = {'from_index': 'BIGINT', 'record_shift': 'BIGINT', 'line_shift': 'BIGINT'})`
  )
}

function sourceSql(
  mapping: CompiledMapping,
  check: Check,
  fields: ReadonlyMap<string, Field>,
): string {
  const [id] = check.fields
  const text = foundTextSql(mapping, id!)
  return isIdentity(fields.get(id!)!) ? masked(text) : text
}

function valuesSql(check: Check, fields: ReadonlyMap<string, Field>): string {
  const values = check.fields.map((id) => {
    const value = quoteName(id)
    const shown = isIdentity(fields.get(id)!) ? masked(value) : `CAST(${value} AS VARCHAR)`
    return `coalesce(${shown}, '–')`
  })
  return values.join(` || ' · ' || `)
}

function masked(sql: string): string {
  return `CASE WHEN ${sql} IS NOT NULL THEN ${quoteText(maskedValue)} END`
}
