import { queryOptions } from '@tanstack/react-query'
import type { Text } from '@caudal/methods/vocabulary'
import { askNode } from '../../node-api/ask-node.ts'

/** An institution of the register, as forms name it. */
export interface ListedInstitution {
  readonly id: string
  readonly name: string
  readonly country: string
}

/** The institutions of the register, and the countries, for whoever fills in a form. */
export const institutionsQuery = queryOptions({
  queryKey: ['account-items', 'govern', 'institutions'],
  queryFn: ({ signal }) =>
    askNode<{
      institutions: ListedInstitution[]
      countries: { code: string; label: Text }[]
    }>('/api/govern/institutions', signal),
  staleTime: 0,
})
