import { DuckDBInstance } from '@duckdb/node-api'

/** Runs SQL on an empty in-memory database and gives rows as plain values. */
export interface LakeSession {
  run(sql: string): Promise<void>
  rows(sql: string): Promise<Record<string, unknown>[]>
  close(): void
}

/** Opens an in-memory database with the engine of the lake. */
export async function openLakeSession(): Promise<LakeSession> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  return {
    async run(sql) {
      await connection.run(sql)
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql)
      return reader.getRowObjectsJson()
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
