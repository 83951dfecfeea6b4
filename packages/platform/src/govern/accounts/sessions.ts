import { randomUUID } from 'node:crypto'
import type { Queryable } from '../../store/index.ts'
import { accountColumns, type Account } from './account.ts'
import type { Accounts } from './accounts.ts'
import { digestOf, drawSecret, isSecret } from './drawn-secret.ts'
import { accountRefusals } from './refusals.ts'

/** How far a sign-in has come: what a session of each stage may do. */
export type SessionStage = 'second-factor' | 'enrolment' | 'full'
export type SignInMethod = 'link' | 'password' | 'passkey' | 'provider'

/** In minutes: how long a session stands unused, at most, and how long a change may follow a sign-in. */
export const sessionMinutes = {
  idle: 30,
  full: 12 * 60,
  'second-factor': 5,
  enrolment: 30,
  fresh: 10,
} as const

/** A clock may be set right by so much while people are signed in; by more, and they sign in anew. */
const clockToleranceMs = 2 * 60_000
/** Being seen is written down once in so many milliseconds, not at every request. */
const seenEveryMs = 60_000

/** The session of a ministry's provider that a session here was begun by. */
export interface ProviderSession {
  readonly issuer: string
  readonly subject: string
  /** Absent where the provider does not number its sessions. */
  readonly sid: string | undefined
}

export interface Session {
  readonly id: string
  readonly stage: SessionStage
  readonly method: SignInMethod
  readonly link: string | null
  readonly authenticatedAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
  readonly account: Account
}

/** Begins a session; its secret goes to the browser and is kept nowhere. */
export async function beginSession(
  register: Queryable,
  accounts: Accounts,
  given: {
    readonly account: string
    readonly stage: SessionStage
    readonly method: SignInMethod
    readonly client: string
    readonly link?: string
    readonly provider?: ProviderSession | undefined
    /** Session that this one goes on from: begun by the same provider, where it was by one. */
    readonly continues?: string | undefined
  },
): Promise<{ readonly id: string; readonly secret: string }> {
  const { secret, digest } = drawSecret('session')
  const id = randomUUID()
  const now = accounts.now()
  const until = new Date(now.getTime() + sessionMinutes[given.stage] * 60_000)
  await register.query(
    `insert into account_sessions (id, digest, account, stage, method, link, client,
       created_at, authenticated_at, last_seen_at, expires_at,
       provider_issuer, provider_subject, provider_sid)
     select $1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $9,
       coalesce($10, before.provider_issuer), coalesce($11, before.provider_subject),
       coalesce($12, before.provider_sid)
     from (select) as this left join account_sessions as before on before.id = $13`,
    [
      id,
      digest,
      given.account,
      given.stage,
      given.method,
      given.link ?? null,
      given.client.slice(0, 80),
      now.toISOString(),
      until.toISOString(),
      given.provider?.issuer ?? null,
      given.provider?.subject ?? null,
      given.provider?.sid ?? null,
      given.continues ?? null,
    ],
  )
  return { id, secret }
}

/**
 * The session of a secret, looked up at every request, so that one that was ended anywhere is ended
 * everywhere at once; undefined where it has ended, is out of time, or the account is suspended.
 */
export async function findSession(
  accounts: Accounts,
  secret: string,
): Promise<Session | undefined> {
  if (!isSecret('session', secret)) return undefined
  type Row = Omit<Session, 'account'> & Account & { session: string; createdSessionAt: string }
  const [row] = await accounts.register.query<Row>(
    `select ${accountColumns}, s.id as session, s.stage, s.method, s.link,
       s.authenticated_at as "authenticatedAt", s.last_seen_at as "lastSeenAt",
       s.expires_at as "expiresAt"
     from account_sessions s join accounts on accounts.id = s.account
     where s.digest = $1 and s.ended_at is null
       and (accounts.status = 'active' or (accounts.status = 'invited' and s.stage = 'enrolment'))`,
    [digestOf(secret)],
  )
  if (row === undefined) return undefined
  const now = accounts.now().getTime()
  const seen = Date.parse(row.lastSeenAt)
  const inTime =
    now < Date.parse(row.expiresAt) &&
    now - seen < sessionMinutes.idle * 60_000 &&
    seen - now < clockToleranceMs
  if (!inTime) {
    await endSession(accounts, row.session)
    return undefined
  }
  if (now - seen > seenEveryMs) {
    await accounts.register.query(
      'update account_sessions set last_seen_at = $2 where id = $1 and ended_at is null',
      [row.session, new Date(now).toISOString()],
    )
  }
  const { session, stage, method, link, authenticatedAt, lastSeenAt, expiresAt, ...account } = row
  return { id: session, stage, method, link, authenticatedAt, lastSeenAt, expiresAt, account }
}

/** Whether the person has shown who he or she is within the last minutes. */
export function isFresh(session: Session, now: Date): boolean {
  const ageMs = now.getTime() - Date.parse(session.authenticatedAt)
  return ageMs > -clockToleranceMs && ageMs < sessionMinutes.fresh * 60_000
}

export async function endSession(accounts: Accounts, id: string): Promise<void> {
  await accounts.register.query(
    'update account_sessions set ended_at = $2 where id = $1 and ended_at is null',
    [id, accounts.now().toISOString()],
  )
}

/** Ends every session of an account, but for one where it is named. */
export async function endSessions(
  register: Queryable,
  accounts: Accounts,
  account: string,
  but: string | null = null,
): Promise<void> {
  await register.query(
    `update account_sessions set ended_at = $2
     where account = $1 and ended_at is null and id is distinct from $3::uuid`,
    [account, accounts.now().toISOString(), but],
  )
}

/** One session as its owner sees it. */
export interface SessionSeen {
  readonly id: string
  readonly method: SignInMethod
  readonly client: string
  readonly createdAt: string
  readonly lastSeenAt: string
}

/** The sessions of an account that stand, the latest first. */
export async function listSessions(accounts: Accounts, account: string): Promise<SessionSeen[]> {
  const now = accounts.now()
  const seenSince = new Date(now.getTime() - sessionMinutes.idle * 60_000)
  return accounts.register.query<SessionSeen>(
    `select id, method, client, created_at as "createdAt", last_seen_at as "lastSeenAt"
     from account_sessions
     where account = $1 and ended_at is null and stage = 'full'
       and expires_at > $2 and last_seen_at > $3
     order by last_seen_at desc`,
    [account, now.toISOString(), seenSince.toISOString()],
  )
}

/** @throws {Refusal} govern.accounts.no-such-item where it is not a session of this account */
export async function endOwnSession(
  accounts: Accounts,
  account: string,
  id: string,
): Promise<void> {
  const ended = await accounts.register.query(
    `update account_sessions set ended_at = $3
     where id::text = $2 and account = $1 and ended_at is null returning id`,
    [account, id, accounts.now().toISOString()],
  )
  if (ended.length === 0) throw accountRefusals.refuse('no-such-item')
  await accounts.note({ kind: 'sessions-ended', actor: account, account, about: id })
}
