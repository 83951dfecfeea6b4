import { randomUUID } from 'node:crypto'
import {
  findConflictingRoles,
  isRole,
  roles as knownRoles,
  type Role,
} from '@caudal/methods/govern'
import { isLanguage, type Language } from '@caudal/methods/vocabulary'
import type { Queryable } from '../../store/index.ts'
import { countryNames } from '../country-names.ts'
import { findDocument } from '../registers/documents.ts'
import { accountColumns, foldName, getAccount, type Account } from './account.ts'
import type { Accounts } from './accounts.ts'
import { approveLink, askForLink, closeAccount, drawLink } from './links.ts'
import { listSecondFactors } from './second-factor.ts'
import { administrationRefusals } from './administration-refusals.ts'
import { accountWords } from './command-words.ts'
import { endSessions } from './sessions.ts'

/** Who keeps accounts: an administrator's account, or null for the terminal of the node. */
export type Keeper = string | null

export interface Invitation {
  readonly name: string
  readonly shownName: string
  readonly language: Language
  readonly roles: readonly string[]
  readonly institution?: string
  readonly country?: string
}

/** One account as an administrator sees it. */
export interface AccountSeen extends Account {
  readonly secondFactor: boolean
  readonly lastSeenAt: string | null
  /** Whether a recovery waits for a second administrator, and who asked for it. */
  readonly recoveryAskedBy: string | null
}

export async function listAccounts(accounts: Accounts): Promise<AccountSeen[]> {
  return accounts.register.query<AccountSeen>(
    `select ${accountColumns},
       accounts.totp_key is not null
         or exists (select 1 from account_passkeys where account = accounts.id) as "secondFactor",
       (select max(last_seen_at) from account_sessions
        where account = accounts.id and stage = 'full') as "lastSeenAt",
       (select asked_by::text from account_links where account = accounts.id and digest is null
          and used_at is null and expires_at > $1) as "recoveryAskedBy"
     from accounts order by name_key`,
    [accounts.now().toISOString()],
  )
}

/** Whether there is anyone who could keep accounts; a node without is on its first start. */
export async function hasAdministrator(register: Queryable): Promise<boolean> {
  const [row] = await register.query<{ found: boolean }>(
    `select exists (select 1 from accounts
       where status = 'active' and 'administrator' = any (roles)) as found`,
  )
  return row!.found
}

/**
 * Invites a person: an account that is nobody's until its link is followed.
 * @returns the account, and the secret of its link
 * @throws {Refusal} govern.accounts.name-invalid, .name-taken, .roles-invalid, .roles-apart,
 *   .institution-needed, .institution-unknown, .country-differs
 */
export async function invite(
  accounts: Accounts,
  keeper: Keeper,
  invitation: Invitation,
): Promise<{ readonly account: Account; readonly secret: string }> {
  const name = checkName(invitation.name)
  const place = await checkPlace(accounts.register, invitation)
  const roles = checkRoles(invitation.roles, place)
  const invited = await accounts.register.transaction(async (transaction) => {
    const [account] = await transaction.query<Account>(
      `insert into accounts (id, name, name_key, shown_name, language, roles, institution, country,
         created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (name_key) do nothing
       returning ${accountColumns}`,
      [
        randomUUID(),
        name,
        foldName(name),
        invitation.shownName.trim().slice(0, 120) || name,
        isLanguage(invitation.language) ? invitation.language : 'es',
        roles,
        place.institution,
        place.country,
        accounts.now().toISOString(),
        keeper,
      ],
    )
    if (account === undefined) throw administrationRefusals.refuse('name-taken', { name })
    const secret = await drawLink(transaction, accounts, {
      account: account.id,
      kind: 'invitation',
      resetsSecondFactor: true,
      askedBy: keeper,
    })
    return { account, secret }
  })
  await note(accounts, keeper, 'account-invited', invited.account.id)
  return invited
}

/** Draws the link of an invitation anew, for one that was lost or has expired. */
export async function inviteAgain(accounts: Accounts, keeper: Keeper, id: string): Promise<string> {
  const account = await getAccount(accounts.register, id)
  checkStatus(account, 'invited')
  const secret = await accounts.register.transaction((transaction) =>
    drawLink(transaction, accounts, {
      account: id,
      kind: 'invitation',
      resetsSecondFactor: true,
      askedBy: keeper,
    }),
  )
  await note(accounts, keeper, 'account-invited', id)
  return secret
}

export interface AccountChange {
  readonly version: number
  readonly roles: readonly string[]
  readonly institution: string
  readonly country: string
}

/**
 * Changes what a person is in the node; their sessions end, so that nobody works on with roles that
 * are gone. Of two changes made at once the second is refused.
 *
 * @throws {Refusal} govern.accounts.changed-meanwhile, .own-account, .last-administrator, …
 */
export async function changeAccount(
  accounts: Accounts,
  keeper: Keeper,
  id: string,
  change: AccountChange,
): Promise<Account> {
  if (keeper === id) throw administrationRefusals.refuse('own-account')
  const place = await checkPlace(accounts.register, change)
  const roles = checkRoles(change.roles, place)
  const changed = await accounts.register.transaction(async (transaction) => {
    await lockAccounts(transaction)
    await getAccount(transaction, id)
    if (!roles.includes('administrator')) await checkNotLast(transaction, id)
    const [account] = await transaction.query<Account>(
      `update accounts set roles = $3, institution = $4, country = $5, version = version + 1
       where id = $1 and version = $2 returning ${accountColumns}`,
      [id, change.version, roles, place.institution, place.country],
    )
    if (account === undefined) throw administrationRefusals.refuse('changed-meanwhile')
    await endSessions(transaction, accounts, id)
    return account
  })
  await note(accounts, keeper, 'account-changed', id)
  return changed
}

/** Suspends an account: sessions end, links are withdrawn, tokens are good no more. */
export async function suspend(accounts: Accounts, keeper: Keeper, id: string): Promise<void> {
  if (keeper === id) throw administrationRefusals.refuse('own-account')
  await accounts.register.transaction(async (transaction) => {
    await lockAccounts(transaction)
    const account = await getAccount(transaction, id)
    if (account.status === 'suspended') checkStatus(account, 'active')
    await checkNotLast(transaction, id)
    const now = accounts.now().toISOString()
    await transaction.query(
      `update accounts set status = 'suspended', version = version + 1 where id = $1`,
      [id],
    )
    await endSessions(transaction, accounts, id)
    await transaction.query(
      'update api_tokens set revoked_at = $2 where account = $1 and revoked_at is null',
      [id, now],
    )
    await transaction.query(
      'update account_links set expires_at = $2 where account = $1 and used_at is null and expires_at > $2',
      [id, now],
    )
  })
  await note(accounts, keeper, 'account-suspended', id)
}

/** Lets a suspended account sign in again; one that was never set up is invited anew. */
export async function restore(accounts: Accounts, keeper: Keeper, id: string): Promise<Account> {
  if (keeper === id) throw administrationRefusals.refuse('own-account')
  const [account] = await accounts.register.query<Account>(
    `update accounts set status = case when password_hash is null then 'invited' else 'active' end,
       version = version + 1
     where id::text = $1 and status = 'suspended' returning ${accountColumns}`,
    [id],
  )
  if (account === undefined) {
    checkStatus(await getAccount(accounts.register, id), 'suspended')
    throw administrationRefusals.refuse('changed-meanwhile')
  }
  await note(accounts, keeper, 'account-restored', id)
  return account
}

/**
 * The way back in. With the second factor still in hand, one administrator gives a link that sets the
 * password; without, a second one has to approve (or the terminal of the node gives it at once). What was
 * lost may be in strange hands: sessions end when it is asked for, and nothing opens the account any more from
 * the moment that it is approved.
 *
 * @returns the secret of the link; undefined where it waits for a second administrator
 * @throws {Refusal} govern.accounts.own-account, .status-differs
 */
export async function recover(
  accounts: Accounts,
  keeper: Keeper,
  id: string,
  { resetsSecondFactor }: { readonly resetsSecondFactor: boolean },
): Promise<string | undefined> {
  if (keeper === id) throw administrationRefusals.refuse('own-account')
  checkStatus(await getAccount(accounts.register, id), 'active')
  const { authenticator, passkeys, recoveryCodes } = await listSecondFactors(accounts.register, id)
  // A recovery whose link ran out has left nothing that stands: a new second step is two people's again.
  const stands = authenticator || passkeys > 0 || recoveryCodes > 0
  const resets = resetsSecondFactor || !stands
  const request = {
    account: id,
    kind: 'recovery',
    resetsSecondFactor: resets,
    askedBy: keeper,
  } as const
  const secret = await accounts.register.transaction(async (transaction) => {
    if (!resets) return drawLink(transaction, accounts, request)
    if (keeper === null) {
      await closeAccount(transaction, accounts, id)
      return drawLink(transaction, accounts, request)
    }
    await endSessions(transaction, accounts, id)
    await askForLink(transaction, accounts, request)
    return undefined
  })
  await note(accounts, keeper, 'recovery-asked', id)
  if (resets)
    await note(accounts, keeper, keeper === null ? 'account-closed' : 'sessions-ended', id)
  return secret
}

/** @throws {Refusal} govern.accounts.second-administrator, .no-such-item */
export async function approveRecovery(
  accounts: Accounts,
  keeper: string,
  id: string,
): Promise<string> {
  await getAccount(accounts.register, id)
  const secret = await accounts.register.transaction(async (transaction) => {
    const approved = await approveLink(transaction, accounts, id, keeper)
    await closeAccount(transaction, accounts, id)
    return approved
  })
  await note(accounts, keeper, 'recovery-approved', id)
  await note(accounts, keeper, 'account-closed', id)
  return secret
}

function checkName(name: string): string {
  const trimmed = name.normalize('NFKC').trim()
  if (!/^[\p{L}\p{N}._@-]{3,80}$/u.test(trimmed)) {
    throw administrationRefusals.refuse('name-invalid', { name: trimmed.slice(0, 80) })
  }
  return trimmed
}

interface Place {
  readonly institution: string
  /** ISO 3166-1 alpha-3; '' where the person works for no institution and no country is named. */
  readonly country: string
}

/**
 * Where a person works: an institution of the register, and its country. What somebody may read depends
 * on both, so neither is a word that was typed.
 */
async function checkPlace(
  register: Queryable,
  { institution = '', country = '' }: { readonly institution?: string; readonly country?: string },
): Promise<Place> {
  const [id, code] = [institution.trim(), country.trim().toUpperCase()]
  if (id === '') return { institution: '', country: code }
  const known = await findDocument(register, 'institution', id)
  if (known === undefined) {
    throw administrationRefusals.refuse('institution-unknown', { institution: id.slice(0, 80) })
  }
  if (code !== '' && code !== known.content.country) {
    throw administrationRefusals.refuse('country-differs', {
      institution: known.content.name,
      country: known.content.country,
      countryLabel: countryNames(known.content.country),
    })
  }
  return { institution: id, country: known.content.country }
}

/** Roles whose work is always that of an institution: what they may read depends on it. */
const ofInstitution: readonly Role[] = ['data-officer', 'linkage-officer', 'protection-officer']

function checkRoles(given: readonly string[], { institution, country }: Place): Role[] {
  const wrong = given.find((role) => !isRole(role))
  if (wrong !== undefined || given.length === 0) {
    throw administrationRefusals.refuse('roles-invalid', {
      role: (wrong ?? '').slice(0, 40),
      roles: Object.keys(knownRoles).join(', '),
    })
  }
  const roles = [...new Set(given as readonly Role[])]
  const apart = findConflictingRoles(roles)
  if (apart !== undefined) {
    throw administrationRefusals.refuse('roles-apart', {
      first: apart[0],
      firstLabel: knownRoles[apart[0]],
      second: apart[1],
      secondLabel: knownRoles[apart[1]],
    })
  }
  const bound = roles.find((role) => ofInstitution.includes(role))
  const placed = institution !== '' && /^[A-Z]{3}$/.test(country)
  if ((bound !== undefined && !placed) || (country !== '' && !/^[A-Z]{3}$/.test(country))) {
    const role = bound ?? roles[0]!
    throw administrationRefusals.refuse('institution-needed', { role, roleLabel: knownRoles[role] })
  }
  return roles
}

function checkStatus({ status }: Account, wanted: Account['status']): void {
  if (status === wanted) return
  const { es, en, fr } = accountWords
  const statusLabel = { es: es.status[status], en: en.status[status], fr: fr.status[status] }
  throw administrationRefusals.refuse('status-differs', { status, statusLabel })
}

/** Changes of who is administrator come one after another, so that two cannot remove each other. */
async function lockAccounts(transaction: Queryable): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock($1)', [4_236_830_503])
}

async function checkNotLast(transaction: Queryable, id: string): Promise<void> {
  const [row] = await transaction.query<{ is: boolean; others: boolean }>(
    `select bool_or(id = $1) as is, bool_or(id <> $1) as others from accounts
     where status = 'active' and 'administrator' = any (roles)`,
    [id],
  )
  if (row?.is && !row.others) throw administrationRefusals.refuse('last-administrator')
}

function note(
  accounts: Accounts,
  keeper: Keeper,
  kind: Parameters<Accounts['note']>[0]['kind'],
  account: string,
): Promise<void> {
  return accounts.note({ kind, actor: keeper ?? 'terminal', account })
}

/** Ends every session of an account and revokes every token, at once and everywhere. */
export async function revokeCredentials(
  accounts: Accounts,
  keeper: Keeper,
  id: string,
): Promise<void> {
  await accounts.register.transaction(async (transaction) => {
    await getAccount(transaction, id)
    await endSessions(transaction, accounts, id)
    await transaction.query(
      'update api_tokens set revoked_at = $2 where account = $1 and revoked_at is null',
      [id, accounts.now().toISOString()],
    )
  })
  await note(accounts, keeper, 'sessions-ended', id)
}
