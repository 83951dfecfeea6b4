import { randomUUID } from 'node:crypto'
import type { Queryable } from '../../store/index.ts'
import { accountColumns, type Account } from './account.ts'
import type { Accounts } from './accounts.ts'
import { digestOf, drawSecret, isSecret } from './drawn-secret.ts'
import { administrationRefusals } from './administration-refusals.ts'
import { accountRefusals } from './refusals.ts'
import { listSecondFactors, takeCode, type SecondFactors } from './second-factor.ts'
import { beginSession, endSessions, type Session } from './sessions.ts'
import type { Origin } from './sign-in.ts'
import { countAttempt } from './failed-attempts.ts'

/** Hours for which a link is good. */
export const linkHours = { invitation: 72, recovery: 24 } as const

/** Whom a link is drawn for, and who gave leave. */
export interface LinkRequest {
  readonly account: string
  readonly kind: keyof typeof linkHours
  readonly resetsSecondFactor: boolean
  /** Account of the administrator; null for the terminal of the node. */
  readonly askedBy: string | null
}

/** Draws a one-time link; the links that the account had before are withdrawn. @returns its secret */
export async function drawLink(
  register: Queryable,
  accounts: Accounts,
  request: LinkRequest,
): Promise<string> {
  const { secret, digest } = drawSecret('link')
  await withdrawLinks(register, accounts, request.account)
  await insertLink(register, accounts, request, digest)
  return secret
}

/** Asks for a link that needs a second administrator: it has no secret before it is approved. */
export async function askForLink(
  register: Queryable,
  accounts: Accounts,
  request: LinkRequest,
): Promise<void> {
  await withdrawLinks(register, accounts, request.account)
  await insertLink(register, accounts, request, null)
}

async function insertLink(
  register: Queryable,
  accounts: Accounts,
  { account, kind, resetsSecondFactor, askedBy }: LinkRequest,
  digest: string | null,
): Promise<void> {
  const now = accounts.now()
  const until = new Date(now.getTime() + linkHours[kind] * 3_600_000)
  await register.query(
    `insert into account_links (id, digest, account, kind, resets_second_factor, asked_by,
       created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      randomUUID(),
      digest,
      account,
      kind,
      resetsSecondFactor,
      askedBy,
      now.toISOString(),
      until.toISOString(),
    ],
  )
}

/** Approves what another administrator asked for. @returns the secret of the link, for the approver */
export async function approveLink(
  register: Queryable,
  accounts: Accounts,
  account: string,
  approver: string,
): Promise<string> {
  const { secret, digest } = drawSecret('link')
  const [asked] = await register.query<{ id: string; askedBy: string | null }>(
    `select id, asked_by as "askedBy" from account_links
     where account = $1 and digest is null and used_at is null and expires_at > $2 for update`,
    [account, accounts.now().toISOString()],
  )
  if (asked === undefined) throw accountRefusals.refuse('no-such-item')
  if (asked.askedBy === approver || account === approver) {
    throw administrationRefusals.refuse('second-administrator')
  }
  await register.query('update account_links set digest = $2, approved_by = $3 where id = $1', [
    asked.id,
    digest,
    approver,
  ])
  return secret
}

async function withdrawLinks(register: Queryable, accounts: Accounts, account: string) {
  await register.query(
    'update account_links set expires_at = $2 where account = $1 and used_at is null and expires_at > $2',
    [account, accounts.now().toISOString()],
  )
}

/** What whoever follows a link has to do. */
export interface Enrolment {
  readonly account: Account
  readonly kind: keyof typeof linkHours
  /** Factors that stand: on a recovery one of them is shown before the password is set. */
  readonly factors: SecondFactors
}

/**
 * Follows a link: a session in which nothing can be done but to set the account up. The link stays
 * good until that is done, so that a page that was closed can be opened again.
 *
 * @throws {Refusal} govern.accounts.link-refused
 */
export async function followLink(
  accounts: Accounts,
  secret: string,
  origin: Origin,
): Promise<{ readonly secret: string; readonly enrolment: Enrolment }> {
  const link = await findLink(accounts, secret)
  if (link === undefined) throw accountRefusals.refuse('link-refused')
  const { linkId, kind, resets, ...account } = link
  const begun = await beginSession(accounts.register, accounts, {
    account: account.id,
    stage: 'enrolment',
    method: 'link',
    client: origin.client,
    link: linkId,
  })
  const factors = resets ? noFactors : await listSecondFactors(accounts.register, account.id)
  return { secret: begun.secret, enrolment: { account, kind, factors } }
}

const noFactors: SecondFactors = { authenticator: false, passkeys: 0, recoveryCodes: 0 }

async function findLink(accounts: Accounts, secret: string) {
  if (!isSecret('link', secret)) return undefined
  type Row = Account & { linkId: string; kind: keyof typeof linkHours; resets: boolean }
  const [row] = await accounts.register.query<Row>(
    `select ${accountColumns}, l.id as "linkId", l.kind, l.resets_second_factor as resets
     from account_links l join accounts on accounts.id = l.account
     where l.digest = $1 and l.used_at is null and l.expires_at > $2 and l.created_at <= $3
       and accounts.status = case l.kind when 'invitation' then 'invited' else 'active' end`,
    [digestOf(secret), accounts.now().toISOString(), soon(accounts.now()).toISOString()],
  )
  return row
}

/** A link that seems to come from tomorrow says that the clock was set back: it is not followed. */
const soon = (now: Date) => new Date(now.getTime() + 2 * 60_000)

/** What an enrolment brings together before it is complete. */
export interface EnrolmentGiven {
  readonly passwordHash: string
  /** Key of a new authenticator app, wrapped, with the period of the code that proved it. */
  readonly authenticator?: { readonly wrapped: string; readonly step: number }
  /** Code of a factor that stands, where the link does not reset it. */
  readonly code?: string
}

/**
 * Completes what a link began, whole or not at all: the password and, where there is none that stands,
 * the second factor. Whatever session there was has ended, the link is used.
 *
 * @returns recovery codes where the second factor is new
 * @throws {Refusal} govern.accounts.link-refused, .enrolment-incomplete, .code-wrong, .wait
 */
export async function completeEnrolment(
  accounts: Accounts,
  session: Session,
  given: EnrolmentGiven,
  newCodes: { readonly codes: readonly string[]; readonly digests: readonly string[] },
): Promise<readonly string[]> {
  const { account } = session
  if (given.code !== undefined) await countAttempt(accounts, account.name)
  const codes = await accounts.register.transaction(async (transaction) => {
    const [link] = await transaction.query<{ resets: boolean; kind: string }>(
      `update account_links set used_at = $2
       where id = $1 and used_at is null and expires_at > $2
       returning resets_second_factor as resets, kind`,
      [session.link, accounts.now().toISOString()],
    )
    if (link === undefined) throw accountRefusals.refuse('link-refused')
    if (link.resets) await dropFactors(transaction, accounts, account.id)
    const standing = await listSecondFactors(transaction, account.id)
    const stands = standing.authenticator || standing.passkeys > 0 || standing.recoveryCodes > 0
    if (stands) {
      if (given.code === undefined) throw accountRefusals.refuse('enrolment-incomplete')
      await takeCode(transaction, accounts, account.id, given.code)
    } else {
      if (given.authenticator === undefined) throw accountRefusals.refuse('enrolment-incomplete')
      await transaction.query(
        'update accounts set totp_key = $2, totp_last_step = $3 where id = $1',
        [account.id, given.authenticator.wrapped, given.authenticator.step],
      )
      await replaceRecoveryCodes(transaction, account.id, newCodes.digests)
    }
    await transaction.query(
      `update accounts set password_hash = $2, status = 'active', version = version + 1
       where id = $1`,
      [account.id, given.passwordHash],
    )
    await endSessions(transaction, accounts, account.id)
    return stands ? [] : newCodes.codes
  })
  await accounts.note({ kind: 'account-enrolled', actor: account.id, account: account.id })
  return codes
}

/**
 * Closes an account until its link is followed: sessions end, and nothing that was set up before opens it any more.
 * Whoever has the lost device is out at once, and not only when its owner comes back.
 * @see NIST SP 800-63B-4, 4.5 (a lost authenticator is invalidated promptly); OWASP ASVS 5.0, 7.4.2
 */
export async function closeAccount(
  register: Queryable,
  accounts: Accounts,
  account: string,
): Promise<void> {
  await dropFactors(register, accounts, account)
  await endSessions(register, accounts, account)
}

/** Whoever has the other device may have made the tokens too. */
async function dropFactors(
  register: Queryable,
  accounts: Accounts,
  account: string,
): Promise<void> {
  await register.query('update accounts set totp_key = null, totp_last_step = null where id = $1', [
    account,
  ])
  await register.query('delete from account_passkeys where account = $1', [account])
  await register.query('delete from account_identities where account = $1', [account])
  await register.query('delete from account_recovery_codes where account = $1', [account])
  await register.query(
    'update api_tokens set revoked_at = $2 where account = $1 and revoked_at is null',
    [account, accounts.now().toISOString()],
  )
}

export async function replaceRecoveryCodes(
  register: Queryable,
  account: string,
  digests: readonly string[],
): Promise<void> {
  await register.query('delete from account_recovery_codes where account = $1', [account])
  await register.query(
    'insert into account_recovery_codes (account, digest) select $1, unnest($2::text[])',
    [account, digests],
  )
}
