/**
 * The register: transactions, in PostgreSQL. Rows come back as plain objects with the column
 * names of the query; `bigint` columns as numbers where safe (else as bigint), `jsonb` parsed,
 * `timestamptz` (in UTC), `timestamp` and `date` as ISO strings, `numeric` as an exact string.
 *
 * Parameters are `$1`, `$2`, …. A plain object goes into a jsonb column as it is; an array is a
 * PostgreSQL array (`id = any($1)`), so an array for a jsonb column is passed as JSON.stringify(array).
 */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<Row[]>
}

export interface Register extends Queryable {
  /**
   * Runs `work` in one transaction; an exception rolls it back and is passed on. Inside, only the
   * transaction passed in may be used: the embedded register has one session, which the
   * transaction holds, so keep it short. Nothing slow (files, network) belongs inside.
   */
  transaction<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result>
  /** Whether the caller runs inside a transaction of this register. */
  isInTransaction(): boolean
  close(): Promise<void>
}
