import type { Queryable } from '../../store/index.ts'
import type { Accounts } from './accounts.ts'
import { foldName } from './account.ts'
import { digestOf } from './drawn-secret.ts'
import { accountRefusals } from './refusals.ts'

/** Attempts that need no waiting. */
const free = 6
/** Seconds that the longest wait takes. */
const longestWait = 15 * 60
/** After so many in a row no password or code is tried any more: an administrator gives a link. */
const most = 100

/**
 * Counts an attempt before it is made, so that a hundred at once are a hundred attempts: after six
 * without success each wait is twice the last, up to a quarter of an hour. Names that nobody has are
 * counted alike. Waiting binds passwords and codes; a passkey, which cannot be guessed, goes past it.
 *
 * @see NIST SP 800-63B-4, 3.2.2: at most 100 consecutive failures
 * @throws {Refusal} govern.accounts.wait
 */
export async function countAttempt(accounts: Accounts, name: string): Promise<void> {
  const now = accounts.now()
  const latest = new Date(now.getTime() + longestWait * 1000)
  const key = digestOf(foldName(name))
  const counted = await accounts.register.query<{ failures: number }>(
    `insert into sign_in_attempts as a (name_digest, failures, last_at, waits_until)
     values ($1, 1, $2, $2)
     on conflict (name_digest) do update set
       failures = a.failures + 1,
       last_at = $2,
       waits_until = case when a.failures + 1 < $4 then $2
         else $2 + make_interval(secs => least($5, 2 ^ least(30, a.failures + 1 - $4))) end
     -- a clock that was set back must not make anybody wait for years
     where (a.waits_until <= $2 or a.waits_until > $3) and a.failures < $6
     returning failures`,
    [key, now.toISOString(), latest.toISOString(), free, longestWait, most],
  )
  if (counted.length === 0) throw await waitRefusal(accounts.register, key, now)
  if (counted[0]!.failures === 1) await forgetStrangers(accounts)
}

/**
 * A step that was right was no failure: the next step of the same sign-in need not wait for it. What
 * failed before stays counted until the whole sign-in has succeeded.
 */
export async function takeBackAttempt(accounts: Accounts, name: string): Promise<void> {
  await accounts.register.query(
    `update sign_in_attempts set failures = greatest(0, failures - 1), waits_until = $2
     where name_digest = $1`,
    [digestOf(foldName(name)), accounts.now().toISOString()],
  )
}

/** A success makes the account's failures past. */
export async function forgiveAttempts(register: Queryable, nameKey: string): Promise<void> {
  await register.query('delete from sign_in_attempts where name_digest = $1', [digestOf(nameKey)])
}

async function waitRefusal(register: Queryable, key: string, now: Date) {
  const [row] = await register.query<{ waitsUntil: string; failures: number }>(
    'select waits_until as "waitsUntil", failures from sign_in_attempts where name_digest = $1',
    [key],
  )
  const seconds = row === undefined ? 1 : (Date.parse(row.waitsUntil) - now.getTime()) / 1000
  const bounded = row !== undefined && row.failures >= most ? longestWait : Math.ceil(seconds)
  return accountRefusals.refuse('wait', { seconds: Math.max(1, Math.min(longestWait, bounded)) })
}

/** Names that no account has are forgotten after a day, so that a flood of them does not stay. */
async function forgetStrangers(accounts: Accounts): Promise<void> {
  const dayAgo = new Date(accounts.now().getTime() - 86_400_000).toISOString()
  await accounts.register.query(
    `delete from sign_in_attempts where last_at < $1 and failures < $2 and not exists (
       select 1 from accounts
       where translate(rtrim(encode(sha256(convert_to(accounts.name_key, 'UTF8')), 'base64'), '='),
         '+/', '-_') = name_digest)`,
    [dayAgo, most],
  )
}
