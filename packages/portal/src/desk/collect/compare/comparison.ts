import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode } from '../../../node-api/ask-node.ts'

/** Two files received, beside each other, as the node describes them. */
export interface Comparison {
  readonly before: {
    readonly id: number
    readonly fileName: string
    readonly because: string | null
  }
  readonly after: { readonly id: number; readonly fileName: string }
  readonly figure: string
  readonly by: readonly string[]
  readonly dimensions: readonly { readonly id: string; readonly label: string }[]
  readonly total: { readonly before: number; readonly after: number }
  readonly cells: number
  readonly changed: number
  /** Fields of which a part of the figure has another value than before. */
  readonly moved: readonly { readonly label: string; readonly moved: number }[]
  readonly head: readonly string[]
  readonly rows: readonly {
    readonly said: readonly (string | null)[]
    readonly before: number
    readonly after: number
  }[]
}

export const comparisonQuery = (
  after: string,
  before: string,
  by: readonly string[],
  language: Language,
) =>
  queryOptions({
    queryKey: ['account-items', 'batch-comparison', after, before, by.join(','), language],
    queryFn: ({ signal }) =>
      askNode<Comparison>(
        `/api/collect/batches/${encodeURIComponent(after)}/comparison/${encodeURIComponent(before)}?language=${language}&by=${encodeURIComponent(by.join(','))}`,
        signal,
      ),
    staleTime: 60_000,
    placeholderData: (previous) => previous,
  })
