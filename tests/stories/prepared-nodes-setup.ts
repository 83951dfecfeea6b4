import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the nodes that the stories of this run have prepared: each is made where first needed. */
    caudalPreparedNodes: string
  }
}

/** Vitest's global setup of the stories: a place for what several of them begin with. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-prepared-'))
  project.provide('caudalPreparedNodes', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
