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
  readonly rowsRead: number | null
  readonly rowsAccepted: number | null
  readonly rowsRejected: number | null
  readonly rowsFlaggedDuplicate: number | null
  /** Written by the node from other batches: it came as no file. */
  readonly derived: boolean
  /** The file that took its place. */
  readonly supersededBy: number | null
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

/** The report on a batch as a document, from which its page and its workbook are written too. */
export interface BatchReport {
  readonly title: string
  readonly synthetic?: string
  /** That the file counts no more, and why. */
  readonly standing?: string
  readonly intro: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly sections: readonly {
    readonly heading: string
    readonly note?: string
    readonly also?: string
    readonly table?: {
      readonly head: readonly string[]
      readonly rows: readonly (readonly (string | number | null)[])[]
      readonly marked?: readonly boolean[]
    }
  }[]
  readonly none: string
}

export const batchReportQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'batch-report', id, language],
    queryFn: ({ signal }) =>
      askNode<BatchReport>(
        `/api/collect/batches/${encodeURIComponent(id)}/report?language=${language}`,
        signal,
      ),
    staleTime: 60_000,
  })
