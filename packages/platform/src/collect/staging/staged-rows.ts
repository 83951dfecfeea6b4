import { mappedColumns, quoteName, quoteText, type CompiledMapping } from '@caudal/methods/collect'
import { masksOf, rejectingBits, type Check } from './checks.ts'
import { recordColumn } from './source-relation.ts'

/** The staging file of one batch, and how to tell its rows. */
export interface Staging {
  readonly path: string
  readonly batchId: number
  readonly checks: readonly Check[]
  readonly mapping: CompiledMapping
  /** Whether one record of the file became several rows. */
  readonly isLong: boolean
}

/** Row numbers of a batch end here: 68,719,476,735 rows. */
const rowBits = 36n

/** The staging file as a relation, with `file_row_number` from 0. */
export function stagedRows(staging: Staging): string {
  return `read_parquet(${quoteText(staging.path)}, file_row_number = true)`
}

/** Number of the record in the lake: unique among all batches, and it tells its batch. */
export function recordIdSql(staging: Staging, row = 'file_row_number'): string {
  return `(${row} + ${(BigInt(staging.batchId) << rowBits) + 1n})`
}

/** Whether a record is of a batch: its number tells. */
export function isOfBatch(batchId: number): string {
  return `record_id >> ${rowBits} = ${batchId}`
}

/** Index of the source record among the sound ones, from 0. */
export function recordIndexSql(staging: Staging): string {
  return staging.isLong ? quoteName(recordColumn) : 'file_row_number'
}

/** Whether a row is in the facts: no check rejects it and it is not left out. */
export function acceptedSql(staging: Staging): string {
  const sound = masksOf(staging.checks).flatMap((mask) => {
    const bits = rejectingBits(staging.checks, mask)
    return bits === 0n ? [] : [`(${quoteName(mask)} & ${bits}) = 0`]
  })
  return [...sound, presentSql].join(' AND ')
}

/** Whether a row counts as read: it is not left out on purpose. */
export const presentSql = `NOT ${quoteName(mappedColumns.leftOut)}`
