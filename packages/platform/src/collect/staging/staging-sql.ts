import {
  foundColumn,
  getRecordType,
  mappedColumns,
  quoteName,
  selectMapped,
  type CompiledCheck,
  type CompiledMapping,
} from '@caudal/methods/collect'
import { eventColumnsSql } from './event-sql.ts'
import { recordColumn } from './source-relation.ts'

/** Columns of the staging file besides the fields and the masks. */
export const stagingColumns = {
  /** Digest of the columns that the profile does not read; null where it reads them all. */
  unread: '~unread',
  /** The texts that gave no value, in the order of the mapped fields; null where all gave one. */
  found: '~found',
  /** Digest of all that the record says, as it was read. */
  content: '~content',
} as const

export interface StagingPlan {
  readonly mapping: CompiledMapping
  readonly rules: readonly CompiledCheck[]
  /** Columns of the source, all of them. */
  readonly sourceColumns: readonly string[]
  /** Whether one record of the file becomes several rows. */
  readonly isLong: boolean
}

/**
 * The one pass over the source: typed fields, what is wrong with each record as bits, and what a
 * finding will quote. One row per row of the source, in its order.
 *
 * @param source a relation whose columns are the plan's source columns
 */
export function stagingSelect(plan: StagingPlan, source: string): string {
  const { mapping } = plan
  const unread = quoteName(stagingColumns.unread)
  const passthrough = [unread, ...(plan.isLong ? [quoteName(recordColumn)] : [])]
  const mapped = selectMapped(mapping, {
    from: `(SELECT *, ${unreadSql(plan)} AS ${unread} FROM ${source})`,
    passthrough,
    checks: plan.rules,
  })
  const fields = mapping.columns.map(({ field }) => quoteName(field.id))
  // One list for the few rows that need it, not a column a field for all of them.
  const texts = foundFields(mapping).map((id) => quoteName(foundColumn(id)))
  const { unreadable, unmapped, failed, leftOut } = mappedColumns
  const isFlagged = `${quoteName(unreadable)} <> 0 OR ${quoteName(unmapped)} <> 0`
  const found = `CASE WHEN ${isFlagged} THEN CAST([${texts.join(', ')}] AS VARCHAR[]) END AS ${quoteName(stagingColumns.found)}`
  const columns = [
    ...passthrough,
    ...fields,
    ...[unreadable, unmapped, failed, leftOut].map(quoteName),
    found,
  ]
  // Texts are at hand here; to hash them later they would have to be read again.
  const digests = [
    `hash(${[...fields, unread, quoteName(stagingColumns.found)].join(', ')}) AS ${quoteName(stagingColumns.content)}`,
    ...eventColumnsSql(getRecordType(mapping.recordType)),
  ]
  return `SELECT *, ${digests.join(', ')} FROM (SELECT ${columns.join(', ')} FROM (${mapped}))`
}

/** Needed to tell whether records are identical; what is read is compared as it was read. */
function unreadSql({ mapping, sourceColumns }: StagingPlan): string {
  const columns = sourceColumns.filter((column) => !mapping.sourceColumns.includes(column))
  return columns.length === 0
    ? 'CAST(NULL AS UBIGINT)'
    : `hash(${columns.map(quoteName).join(', ')})`
}

/** The text of a field that gave no value, over the staging file. */
export function foundTextSql(mapping: CompiledMapping, field: string): string {
  return `${quoteName(stagingColumns.found)}[${foundFields(mapping).indexOf(field) + 1}]`
}

function foundFields(mapping: CompiledMapping): string[] {
  return mapping.columns.filter(({ textSql }) => textSql !== undefined).map(({ field }) => field.id)
}
