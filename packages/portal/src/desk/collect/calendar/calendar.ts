import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode } from '../../../node-api/ask-node.ts'

export type DutyState = 'on-time' | 'late' | 'missing' | 'expected'
export type DutyEvery = 'month' | 'quarter' | 'half' | 'year'

/** Which files an institution owes, and what became of each period, the newest first. */
export interface ListedDuty {
  readonly id: number
  readonly institution: string
  readonly dataset: string
  readonly title: string
  readonly every: DutyEvery
  readonly graceDays: number
  readonly until?: string
  readonly periods: readonly {
    readonly period: string
    readonly dueOn: string
    readonly state: DutyState
    readonly batch: number | null
    readonly receivedOn: string | null
    readonly daysLate: number
  }[]
}

export const calendarQuery = (language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'calendar', language],
    queryFn: ({ signal }) =>
      askNode<{ duties: readonly ListedDuty[] }>(
        `/api/collect/calendar?language=${language}`,
        signal,
      ),
    staleTime: 0,
  })
