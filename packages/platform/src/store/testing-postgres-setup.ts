import type { TestProject } from 'vitest/node'
import { reasonWithoutPostgres, startTestPostgres } from './testing-postgres.ts'
import { makeRegisterTemplate, removeRegisterTemplate } from './testing-register-template.ts'

/** Vitest's global setup: one PostgreSQL server and one register template for a test run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = await makeRegisterTemplate()
  project.provide('caudalRegisterTemplate', template)
  const reason = reasonWithoutPostgres()
  if (reason !== undefined)
    process.stderr.write(`Tests on a PostgreSQL server are skipped: ${reason}.\n`)
  const postgres = reason === undefined ? await startTestPostgres() : undefined
  project.provide('caudalPostgresSocket', postgres?.socket ?? '')
  return async () => {
    await postgres?.stop()
    removeRegisterTemplate(template)
  }
}
