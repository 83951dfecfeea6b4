import { importJob, takeInEntriesJob, takeInJob, tryJob } from '../collect/jobs.ts'
import { linkJob } from '../link/jobs.ts'
import { buildCubesJob } from '../measure/jobs.ts'
import { draftReleaseJob } from '../publish/release/jobs.ts'
import type { JobDefinition } from '../store/index.ts'
import { drawRegionJob } from '../synthetic/jobs.ts'
import { rebuildJob } from './rebuild.ts'
import { retentionJob } from './retention.ts'

/** Every kind of work that a worker process can do. */
export const jobDefinitions: readonly JobDefinition[] = [
  drawRegionJob,
  importJob,
  tryJob,
  takeInJob,
  takeInEntriesJob,
  linkJob,
  buildCubesJob,
  draftReleaseJob,
  rebuildJob,
  retentionJob,
]
