import { runWorker } from '../store/index.ts'
import { jobDefinitions } from './jobs.ts'

await runWorker(jobDefinitions)
