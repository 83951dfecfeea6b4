import { defineJob } from '../store/index.ts'
import type { DrawRegionOptions } from './drawing-options.ts'
import { drawRegion } from './service.ts'

/** Draws the synthetic region into a folder; one that holds an earlier drawing is replaced. */
export const drawRegionJob = defineJob<
  Omit<DrawRegionOptions, 'signal'>,
  { readonly records: number }
>({
  kind: 'synthetic.draw',
  async run({ input, progress, signal }) {
    const manifest = await drawRegion({ ...input, signal }, progress)
    return { records: manifest.counts.records }
  },
})
