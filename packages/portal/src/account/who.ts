import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Operation, Purpose, Role } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import { askNode } from '../node-api/ask-node.ts'

/** Whoever is signed in, as the node says. */
export interface Who {
  readonly account: {
    readonly id: string
    readonly name: string
    readonly shownName: string
    readonly language: Language
    readonly roles: readonly Role[]
    readonly institution: string
    readonly country: string
    /** Last day of the confidentiality undertaking, ISO date; null where none is signed. */
    readonly undertakingUntil: string | null
  }
  readonly operations: readonly Operation[]
  readonly tokenOperations: readonly Operation[]
  readonly purposes: readonly Purpose[]
  /** What people call the identity provider of the node; null for none. */
  readonly provider: string | null
  /** How many of its identities are tied to the account. */
  readonly identities: number
  readonly factors: {
    readonly authenticator: boolean
    readonly passkeys: number
    readonly recoveryCodes: number
  }
}

/** Nobody yet; `next` says that the first step of a sign-in is done. */
interface Nobody {
  readonly account: null
  readonly provider?: string | null
  readonly next?: 'second-factor'
}

export const whoQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => askNode<Who | Nobody>('/api/govern/account', signal),
  staleTime: 0,
})

/** Who is signed in; asked anew by every page, since a session may end anywhere. */
export const useWho = () => useQuery(whoQuery)
