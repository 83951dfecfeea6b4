/**
 * The register: transactions, in PostgreSQL. Rows come back as plain objects with the column
 * names of the query; `bigint` columns as numbers where safe, `jsonb` parsed, `timestamptz`
 * and `date` as ISO strings.
 */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<Row[]>
}

export interface Register extends Queryable {
  /** Runs `work` in one transaction; an exception rolls it back and is passed on. */
  transaction<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}
