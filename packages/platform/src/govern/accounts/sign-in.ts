import { accountColumns, foldName, type Account } from './account.ts'
import type { Accounts } from './accounts.ts'
import { callerOf } from './attempt-limits.ts'
import { countAttempt, forgiveAttempts, takeBackAttempt } from './failed-attempts.ts'
import { accountRefusals } from './refusals.ts'
import { takeCode } from './second-factor.ts'
import {
  beginSession,
  endSession,
  type ProviderSession,
  type Session,
  type SignInMethod,
} from './sessions.ts'

/** Where an attempt comes from: an address for the limits, a word or two for the list of sessions. */
export interface Origin {
  readonly address: string
  readonly client: string
}

/** A session's secret, for the cookie, and what comes next. */
export interface SignedIn {
  readonly secret: string
  readonly next: 'second-factor' | 'done'
}

/** Longer than any name or password can be: not looked at. */
const longest = 1000

/**
 * The first step: name and password. Limits act before a hash is computed; whoever has no account
 * is answered in the same words, after the same time.
 *
 * @throws {Refusal} govern.accounts.sign-in-failed, .too-many, .wait, .busy
 */
export async function signInWithPassword(
  accounts: Accounts,
  given: { readonly name: string; readonly password: string },
  origin: Origin,
): Promise<SignedIn> {
  takeAttempt(accounts, origin)
  if (given.name.length > longest || given.password.length > longest) {
    throw accountRefusals.refuse('sign-in-failed')
  }
  await countAttempt(accounts, given.name)
  const [row] = await accounts.register.query<Account & { hash: string | null }>(
    `select ${accountColumns}, password_hash as hash from accounts where name_key = $1`,
    [foldName(given.name)],
  )
  const right = await accounts.hasher.verify(row?.hash, given.password)
  if (!right || row?.status !== 'active') {
    await accounts.note({
      kind: 'sign-in-refused',
      actor: '',
      account: row?.id ?? '',
      about: 'password',
    })
    throw accountRefusals.refuse('sign-in-failed')
  }
  await takeBackAttempt(accounts, given.name)
  const { secret } = await beginSession(accounts.register, accounts, {
    account: row.id,
    stage: 'second-factor',
    method: 'password',
    client: origin.client,
  })
  return { secret, next: 'second-factor' }
}

/**
 * The second step: a code of the app, or a recovery code. The session of the first step ends and a
 * new one begins, so that nobody who knew the first secret has the second.
 *
 * @throws {Refusal} govern.accounts.code-wrong, .too-many, .wait, .session-ended
 */
export async function signInWithCode(
  accounts: Accounts,
  session: Session,
  code: string,
  origin: Origin,
): Promise<SignedIn> {
  const { account } = session
  takeAttempt(accounts, origin)
  await countAttempt(accounts, account.name)
  let used: Awaited<ReturnType<typeof takeCode>>
  try {
    used = await takeCode(accounts.register, accounts, account.id, code.slice(0, longest))
  } catch (error) {
    await accounts.note({ kind: 'sign-in-refused', actor: '', account: account.id, about: 'code' })
    throw error
  }
  if (used === 'recovery-code') {
    await accounts.note({ kind: 'recovery-code-used', actor: account.id, account: account.id })
  }
  await endSession(accounts, session.id)
  const { method, id } = session
  return completeSignIn(accounts, account, method, origin, { continues: id })
}

/**
 * Begins the full session of somebody who has shown who he or she is.
 * @param from the provider's session that it rests on, or the session here that it goes on from
 */
export async function completeSignIn(
  accounts: Accounts,
  account: Pick<Account, 'id' | 'name'>,
  method: SignInMethod,
  origin: Origin,
  from: { readonly provider?: ProviderSession; readonly continues?: string } = {},
): Promise<SignedIn> {
  await forgiveAttempts(accounts.register, foldName(account.name))
  const { secret } = await beginSession(accounts.register, accounts, {
    account: account.id,
    stage: 'full',
    method,
    client: origin.client,
    ...from,
  })
  await accounts.note({ kind: 'signed-in', actor: account.id, account: account.id, about: method })
  return { secret, next: 'done' }
}

/**
 * Confirms that whoever uses a session is still its owner, before a change that matters: password
 * and code again. The session ends and a fresh one takes its place.
 *
 * @throws {Refusal} as for signing in
 */
export async function confirmSession(
  accounts: Accounts,
  session: Session,
  given: { readonly password: string; readonly code: string },
  origin: Origin,
): Promise<SignedIn> {
  const { account } = session
  takeAttempt(accounts, origin)
  await countAttempt(accounts, account.name)
  await verifyPassword(accounts, account.id, given.password)
  await takeCode(accounts.register, accounts, account.id, given.code.slice(0, longest))
  await endSession(accounts, session.id)
  return completeSignIn(accounts, account, 'password', origin, { continues: session.id })
}

/**
 * Whether a password is the account's, where it is asked for beside a session that is fresh already.
 *
 * @throws {Refusal} govern.accounts.password-wrong, .wait, .busy
 */
export async function checkOwnPassword(
  accounts: Accounts,
  account: Pick<Account, 'id' | 'name'>,
  password: string,
): Promise<void> {
  await countAttempt(accounts, account.name)
  await verifyPassword(accounts, account.id, password)
  await takeBackAttempt(accounts, account.name)
}

async function verifyPassword(
  accounts: Accounts,
  account: string,
  password: string,
): Promise<void> {
  const [row] = await accounts.register.query<{ hash: string | null }>(
    'select password_hash as hash from accounts where id = $1',
    [account],
  )
  const right = await accounts.hasher.verify(row?.hash, password.slice(0, longest))
  if (!right) throw accountRefusals.refuse('password-wrong')
}

export async function signOut(accounts: Accounts, session: Session): Promise<void> {
  await endSession(accounts, session.id)
  const { id } = session.account
  await accounts.note({ kind: 'signed-out', actor: id, account: id, about: session.id })
}

/** Takes one attempt from the caller's bucket and from the node's. @throws {Refusal} .too-many */
export function takeAttempt(accounts: Accounts, { address }: Origin): void {
  const now = accounts.now()
  const seconds =
    accounts.limits.caller.take(callerOf(address), now) || accounts.limits.node.take('', now)
  if (seconds > 0) throw accountRefusals.refuse('too-many', { seconds })
}
