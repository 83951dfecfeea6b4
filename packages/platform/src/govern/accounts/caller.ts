import { anonymous, type Actor } from '@caudal/methods/govern'
import type { Accounts } from './accounts.ts'
import { actorOf } from './actor-of-account.ts'
import { accountRefusals } from './refusals.ts'
import { findSession, type Session } from './sessions.ts'
import { findTokenActor } from './tokens.ts'

/** Who calls, and with which credential. */
export interface Caller {
  readonly actor: Actor
  /** Of a browser; of any stage. A session that is not full has no actor yet. */
  readonly session?: Session
  readonly token?: string
}

/** What a request brings along. */
export interface Credentials {
  readonly authorization: string | undefined
  readonly cookie: string | undefined
}

/**
 * Who calls. A token that is not valid is refused, whatever is asked for: its program has to know. A
 * cookie whose session has ended is that of nobody.
 *
 * @throws {Refusal} govern.accounts.token-refused
 */
export async function findCaller(accounts: Accounts, credentials: Credentials): Promise<Caller> {
  const { authorization, cookie } = credentials
  if (authorization !== undefined) {
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
    const found = await findTokenActor(accounts, secret)
    if (found === undefined) throw accountRefusals.refuse('token-refused')
    return found
  }
  const session = cookie === undefined ? undefined : await findSession(accounts, cookie)
  if (session === undefined) return { actor: anonymous }
  return { actor: session.stage === 'full' ? actorOf(session.account) : anonymous, session }
}
