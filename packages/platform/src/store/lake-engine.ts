/**
 * The engine of the lake: SQL over immutable Parquet files. In-process DuckDB today; the
 * interface is all that stages see, because very large nodes will run the same queries on a
 * distributed engine over the same files. Parameters are `$1`, `$2`, …; user text travels as
 * a parameter, never inside the SQL.
 */
export type LakeValue = string | number | bigint | boolean | null

export type NumberColumn = Int8Array | Int16Array | Int32Array | Float64Array

/** Rows of numbers, column by column. */
export interface NumberColumns {
  /** `[columns][length]` */
  readonly columns: readonly NumberColumn[]
  readonly length: number
}

export interface LakeEngine {
  /** Runs statements that return nothing worth reading. */
  run(sql: string, parameters?: readonly LakeValue[]): Promise<void>
  /**
   * All rows of a small result, as plain objects. Integers and decimals are numbers where a number
   * holds them exactly, else bigint and string; dates and timestamps are ISO strings; NaN and
   * infinities are null; lists are arrays, structs objects.
   */
  rows<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly LakeValue[],
  ): Promise<Row[]>
  /** A result of any size, chunk by chunk (of at most 2,048 rows), with bounded memory. */
  stream<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly LakeValue[],
  ): AsyncIterable<Row[]>
  /**
   * A result of any size as typed arrays, chunk by chunk, for an ordered pass over many rows:
   * tinyint, smallint, integer and double columns. Nulls are not told apart: let the SQL say
   * what stands for them. The arrays are the caller's to keep.
   */
  numbers(sql: string, parameters?: readonly LakeValue[]): AsyncIterable<NumberColumns>
  /** Appends rows to a table, whose columns have the types of the arrays. */
  append(table: string, rows: NumberColumns): Promise<void>
  /**
   * Runs `work` on one connection of its own, where temporary tables and settings of the session
   * last until it ends. Its statements run one after the other: read a stream to its end (or leave
   * it) before the next one.
   */
  session<Result>(work: (engine: LakeEngine) => Promise<Result>): Promise<Result>
  /** Stops what runs at this moment; its callers get an error. New statements are taken. */
  interrupt(): void
  close(): void
}
