import { queryOptions } from '@tanstack/react-query'
import type { Purpose } from '@caudal/methods/govern'
import type { Text } from '@caudal/methods/vocabulary'
import { askNode } from '../../../node-api/ask-node.ts'

/** A dataset of which the reader may read something. */
export interface ReadableDataset {
  readonly dataset: string
  readonly title: Text
  readonly recordType: string
  readonly owner: string
  readonly ownerName: string
  readonly own: boolean
  readonly synthetic: boolean
  readonly records: number
  readonly purposes: readonly Purpose[]
}

export const readableQuery = queryOptions({
  queryKey: ['account-items', 'records'],
  queryFn: ({ signal }) => askNode<{ datasets: ReadableDataset[] }>('/api/collect/records', signal),
  staleTime: 0,
})

export interface FieldReading {
  readonly field: string
  readonly label: Text
  readonly outcome: 'allow' | 'mask' | 'refuse'
  readonly because: Text
  readonly basis?: string
}

export interface RecordsAnswer {
  readonly fields: readonly FieldReading[]
  readonly records: readonly {
    readonly batch: number
    readonly record: string
    readonly values: Readonly<
      Record<
        string,
        { value: string | null; status: 'given' | 'missing' | 'confidential' | 'coarsened' }
      >
    >
  }[]
  readonly codes: Readonly<Record<string, Readonly<Record<string, Text>>>>
  readonly next: string | null
}

/** Records that one page shows. */
const perPage = 20

export const recordsQuery = (dataset: string, purpose: string, after: string | undefined) =>
  queryOptions({
    queryKey: ['account-items', 'records', dataset, purpose, after ?? ''],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ purpose, count: String(perPage) })
      if (after !== undefined) asked.set('after', after)
      const path = `/api/collect/records/${encodeURIComponent(dataset)}`
      return askNode<RecordsAnswer>(`${path}?${asked.toString()}`, signal)
    },
    // Every read is in the log: what is on the screen is not read again of itself.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
