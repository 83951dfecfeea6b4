import type { Actor } from '@caudal/methods/govern'
import type { Account } from './account.ts'

/** Who acts where somebody is signed in with an account. */
export function actorOf({ id, roles, institution, country, undertakingUntil }: Account): Actor {
  return {
    kind: 'person',
    id,
    roles,
    institution,
    country,
    ...(undertakingUntil === null ? {} : { undertakingUntil }),
  }
}
