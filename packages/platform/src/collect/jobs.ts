import { defineJob } from '../store/index.ts'
import type { ImportReport } from './import-report.ts'
import { takeInEntries, type HandIn } from './forms/entries/service.ts'
import { importFile } from './service.ts'
import { takeInSubmission, trySubmission, type TakeIn } from './submissions/service.ts'

/** Takes a file into the lake; a file that is there already changes nothing. */
export const importJob = defineJob<
  { readonly file: string; readonly profile: string },
  ImportReport
>({
  kind: 'collect.import',
  run: ({ node, actor, input, progress }) =>
    importFile(node, actor, { ...input, onProgress: progress }),
})

/** Finds out what would become of a file that was sent in. */
export const tryJob = defineJob<{ readonly submission: number }, { readonly rejected: number }>({
  kind: 'collect.try',
  run: ({ node, actor, input, progress }) => trySubmission(node, actor, input.submission, progress),
})

/** Takes a file that was sent in into the lake. */
export const takeInJob = defineJob<TakeIn, { readonly batch: number }>({
  kind: 'collect.take-in',
  run: ({ node, actor, input, progress }) =>
    takeInSubmission(node, actor, input.submission, progress, input),
})

/** Takes records that were entered by a form into the lake. */
export const takeInEntriesJob = defineJob<HandIn, { readonly batch: number }>({
  kind: 'collect.take-in-entries',
  run: ({ node, actor, input, progress }) => takeInEntries(node, actor, input, progress),
})
