import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode } from '../../../node-api/ask-node.ts'

/** One file received, as the node lists it. */
export interface ListedBatch {
  readonly id: number
  readonly dataset: string
  readonly datasetTitle: string
  readonly institution: string
  readonly recordType: string
  readonly fileName: string
  readonly status: 'accepted' | 'superseded' | 'withdrawn'
  readonly receivedAt: string
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly rowsRejected: number
  readonly rowsFlaggedDuplicate: number
}

export const batchesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'batches', language],
    queryFn: ({ signal }) =>
      askNode<{ batches: readonly ListedBatch[] }>(
        `/api/collect/batches?language=${language}`,
        signal,
      ),
    staleTime: 0,
  })
