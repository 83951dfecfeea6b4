import type { QueryClient } from '@tanstack/react-query'
import { forgetKeptAnswers } from '../offline/kept-answers.ts'

/** What the node says of whoever is signed in (`account/who.ts`). */
interface Told {
  readonly account: { readonly id: string } | null
}

/**
 * Forgets every answer when somebody signs in or out, or a session ends: figures may be exact for one
 * reader and protected for the next, who sits at the same screen. What is shown is asked for anew.
 */
export function forgetWhenReaderChanges(client: QueryClient): void {
  let reader: string | null | undefined
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    if (event.query.queryKey[0] !== 'account') return
    const { account } = event.query.state.data as Told
    const next = account?.id ?? null
    const changed = reader !== undefined && reader !== next
    reader = next
    if (!changed) return
    const others = (query: object): boolean => query !== event.query
    client.removeQueries({ predicate: others, type: 'inactive' })
    void client.resetQueries({ predicate: others })
    void forgetKeptAnswers()
  })
}
