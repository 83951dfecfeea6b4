/**
 * The engine of the lake: SQL over immutable Parquet files. In-process DuckDB today; the
 * interface is all that stages see, because very large nodes will run the same queries on a
 * distributed engine over the same files. Parameters are `$1`, `$2`, …; user text travels as
 * a parameter, never inside the SQL.
 */
export type LakeValue = string | number | bigint | boolean | null

export interface LakeEngine {
  /** Runs statements that return nothing worth reading. */
  run(sql: string, parameters?: readonly LakeValue[]): Promise<void>
  /** All rows of a small result, as plain objects: numbers for integers that are safe, ISO strings for dates. */
  rows<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly LakeValue[],
  ): Promise<Row[]>
  /** A result of any size, chunk by chunk, with bounded memory. */
  stream<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly LakeValue[],
  ): AsyncIterable<Row[]>
  close(): void
}
