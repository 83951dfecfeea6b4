import { importJob } from '../collect/jobs.ts'
import { buildCubesJob } from '../measure/jobs.ts'
import type { JobDefinition } from '../store/index.ts'
import { drawRegionJob } from '../synthetic/jobs.ts'

/** Every kind of work that a worker process can do. */
export const jobDefinitions: readonly JobDefinition[] = [drawRegionJob, importJob, buildCubesJob]
