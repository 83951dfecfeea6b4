import type { RegionOptions } from '@caudal/methods/synthetic'
import type { AssembledFile } from './assemble.ts'
import type { BlockCounts } from './draw-blocks.ts'

/** What a worker is started with. */
export interface WorkerStart {
  readonly options: RegionOptions
  readonly spillFolder: string
  readonly recordsFolder: string
}

/** A piece of work: some blocks of persons into one part of the spill, or one office's file. */
export type DrawTask =
  | {
      readonly kind: 'blocks'
      readonly part: number
      readonly first: number
      readonly last: number
    }
  | { readonly kind: 'file'; readonly office: number; readonly parts: number }

export type DrawResult = BlockCounts | AssembledFile

/** What a worker says: steps on the way, then a result, or why there is none. */
export type WorkerMessage =
  | { readonly kind: 'step' }
  | { readonly kind: 'result'; readonly result: DrawResult }
  | { readonly kind: 'failure'; readonly message: string }
