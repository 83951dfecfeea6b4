import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDuckDb } from '../../packages/platform/src/store/duckdb-engine.ts'

/** Runs SQL on an empty engine of the lake and gives rows as plain values. */
export interface LakeSession {
  run(sql: string): Promise<void>
  rows(sql: string): Promise<Record<string, unknown>[]>
  close(): void
}

/** Opens the engine of the lake, with one connection, so that temporary tables stay at hand. */
export async function openLakeSession(): Promise<LakeSession> {
  const temporaryFolder = mkdtempSync(join(tmpdir(), 'caudal-agreement-'))
  const engine = await openDuckDb({ temporaryFolder, threads: 2, connections: 1 })
  return {
    run: (sql) => engine.run(sql),
    rows: (sql) => engine.rows(sql),
    close() {
      engine.close()
      rmSync(temporaryFolder, { recursive: true, force: true })
    },
  }
}
