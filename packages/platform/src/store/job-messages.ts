import type { OpenNodeOptions } from './node-options.ts'

/** What the keeper sends its worker. */
export type ToWorker =
  | { readonly say: 'open'; readonly options: OpenNodeOptions }
  | { readonly say: 'wake' }
  | { readonly say: 'stop' }

/** What the worker sends its keeper. */
export type FromWorker =
  | { readonly say: 'ready'; readonly worker: string }
  | { readonly say: 'idle' }
  | { readonly say: 'busy'; readonly job: number }
