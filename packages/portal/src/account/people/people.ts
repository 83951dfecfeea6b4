import type { Role } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode } from '../../node-api/ask-node.ts'

/** One account as its administrators see it. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly shownName: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly institution: string
  readonly country: string
  readonly status: 'invited' | 'active' | 'suspended'
  readonly version: number
  readonly secondFactor: boolean
  readonly lastSeenAt: string | null
  readonly recoveryAskedBy: string | null
  readonly own: boolean
}

export const peopleQuery = {
  queryKey: ['account-items', 'people'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    askNode<{ accounts: Person[] }>('/api/govern/accounts', signal),
  staleTime: 0,
}
