import { defineJob } from '../store/index.ts'
import { buildCubes, type CubeBuildOutcome } from './service.ts'

/** Builds the cubes whose records or definition have changed. */
export const buildCubesJob = defineJob<{ readonly only?: readonly string[] }, CubeBuildOutcome[]>({
  kind: 'measure.build-cubes',
  run: ({ node, actor, input, progress }) =>
    buildCubes(node, actor, { ...input, onProgress: progress }),
})
