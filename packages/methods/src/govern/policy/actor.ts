import type { Operation } from './operations.ts'
import type { Purpose } from './purposes.ts'
import type { Role } from './roles.ts'

/**
 * Who acts.
 *
 * - `person`: signed in with an account.
 * - `token`: a program with a token of an account; never more than its owner.
 * - `job`: work that a person started and that goes on without him or her, as that person.
 * - `terminal`: whoever runs commands on the machine of the node, under that system account.
 * - `anonymous`: not signed in.
 */
export type ActorKind = 'person' | 'token' | 'job' | 'terminal' | 'anonymous'

/** What a token (or a session) is narrowed to; what is absent is not narrowed. */
export interface ActorLimit {
  readonly operations?: readonly Operation[]
  readonly purposes?: readonly Purpose[]
  readonly recordTypes?: readonly string[]
}

/** Who acts, and what is known of him or her at this moment. Facts alone: no policy is in here. */
export interface Actor {
  readonly kind: ActorKind
  /** Identifier of the account, or `terminal:<system account>`; '' where not signed in. */
  readonly id: string
  readonly roles: readonly Role[]
  /** Identifier of the institution the person works for; '' for none. */
  readonly institution: string
  /** Code of the institution's country (ISO 3166-1 alpha-3); '' for none. */
  readonly country: string
  /**
   * Last day on which the signed confidentiality undertaking is in force, ISO date; absent where
   * none is signed. Without it nothing personal is read.
   */
  readonly undertakingUntil?: string
  readonly limit?: ActorLimit
}

/** Whoever is not signed in. */
export const anonymous: Actor = {
  kind: 'anonymous',
  id: '',
  roles: [],
  institution: '',
  country: '',
}
