import { defineJob } from '../store/index.ts'
import type { ImportReport } from './import-report.ts'
import { importFile } from './service.ts'

/** Takes a file into the lake; a file that is there already changes nothing. */
export const importJob = defineJob<
  { readonly file: string; readonly profile: string },
  ImportReport
>({
  kind: 'collect.import',
  run: ({ node, actor, input, progress }) =>
    importFile(node, actor, { ...input, onProgress: progress }),
})
