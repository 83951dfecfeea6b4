import { openPlainFile } from './plain-csv.ts'
import { readPlainRows } from './read-plain-rows.ts'

/** A plain file of modest size, read whole: header and rows of text, empty where there is nothing. */
export interface PlainTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * Reads a plain file whole, whatever its columns.
 *
 * @param needed columns that it must have
 * @throws Refusal where it cannot be read, lacks a column, or has one twice
 */
export async function readPlainTable(
  path: string,
  needed: readonly string[] = [],
): Promise<PlainTable> {
  const { header } = await openPlainFile(path, needed)
  const rows = await readPlainRows(path, header)
  return { header, rows: rows.map((row) => header.map((column) => row[column] ?? '')) }
}
