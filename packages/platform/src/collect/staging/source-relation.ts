import { quoteName, quoteText, type SourceProfile } from '@caudal/methods/collect'
import type { Table } from '../reading/table.ts'

/** Number of the source record, from 0, where one record becomes several rows. */
export const recordColumn = '~record'

/**
 * The sound records of a file as a relation: every column as text under its own name, an empty
 * text as missing.
 */
export function csvRelation(table: Table): string {
  const { csv, columns } = table
  const types = columns.map((column) => `${quoteText(column)}: 'VARCHAR'`).join(', ')
  return (
    `read_csv(${quoteText(csv.path)}, auto_detect = false, header = false, skip = ${csv.skip}, ` +
    `delim = ${quoteText(csv.delimiter)}, quote = ${quoteText(csv.quote)}, ` +
    `escape = ${quoteText(csv.quote)}, nullstr = '', ` +
    // Left to itself the engine takes a return inside a quoted value for the line end. Its mode is
    // strict unless told otherwise; told so, it reads no line that ends in a return and a feed.
    `new_line = ${quoteText(JSON.stringify(csv.lineEnd).slice(1, -1))}, ` +
    // A scanned record is at most 2 MiB long; the engine's own limit is a little less.
    `max_line_size = 4194304, columns = {${types}})`
  )
}

/** Columns that a mapping sees: those of the file, or what becomes of them wide to long. */
export function mappedColumns(
  columns: readonly string[],
  unpivot: SourceProfile['unpivot'],
): readonly string[] {
  return unpivot === undefined ? columns : [...unpivot.keep, unpivot.nameTo, unpivot.valueTo]
}

/** Columns that become rows: all but those that are kept or ignored. */
export function unpivotedColumns(
  columns: readonly string[],
  profile: SourceProfile,
): readonly string[] {
  const { unpivot, ignore } = profile
  if (unpivot === undefined) return []
  return columns.filter((column) => !unpivot.keep.includes(column) && !ignore.includes(column))
}

/**
 * A wide relation as a long one: one row per record and column that is not kept, in the order of
 * the file; without those that hold no value where the profile leaves them out.
 *
 * @param wide a Parquet file of the wide records, whose row numbers are the records' own
 */
export function longRelation(
  wide: string,
  turned: readonly string[],
  profile: SourceProfile,
): string {
  const unpivot = profile.unpivot!
  const missing = ['', ...(profile.layout.missing ?? [])].map(quoteText).join(', ')
  const names = turned.map(quoteText).join(', ')
  const values = turned.map(quoteName).join(', ')
  const value = quoteName(unpivot.valueTo)
  const columns = [
    `file_row_number AS ${quoteName(recordColumn)}`,
    ...unpivot.keep.map(quoteName),
    `unnest([${names}]) AS ${quoteName(unpivot.nameTo)}`,
    `unnest([${values}]) AS ${value}`,
  ]
  const long = `SELECT ${columns.join(', ')} FROM read_parquet(${quoteText(wide)}, file_row_number = true)`
  const filter = unpivot.dropMissing ? ` WHERE trim(${value}) NOT IN (${missing})` : ''
  return `(SELECT * FROM (${long})${filter})`
}
