import type { TestProject } from 'vitest/node'
import { reasonWithoutPostgres, startTestPostgres } from './testing-postgres.ts'
import { makeRegisterTemplate, removeRegisterTemplate } from './testing-register-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the socket of the PostgreSQL server for tests; empty where there is none. */
    caudalPostgresSocket: string
    /** Data folder with an embedded register to copy. */
    caudalRegisterTemplate: string
  }
}

/** Vitest's global setup: one PostgreSQL server and one register template for a test run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = await makeRegisterTemplate()
  project.provide('caudalRegisterTemplate', template)
  const reason = reasonWithoutPostgres()
  if (reason !== undefined) console.warn(`Tests on a PostgreSQL server are skipped: ${reason}.`)
  const postgres = reason === undefined ? await startTestPostgres() : undefined
  project.provide('caudalPostgresSocket', postgres?.socket ?? '')
  return async () => {
    await postgres?.stop()
    removeRegisterTemplate(template)
  }
}
