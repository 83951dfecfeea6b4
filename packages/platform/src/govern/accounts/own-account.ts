import type { Account } from './account.ts'
import type { Accounts } from './accounts.ts'
import { offerAuthenticator, proveAuthenticator } from './enrolment.ts'
import { replaceRecoveryCodes } from './links.ts'
import { checkPassword } from './password-rules.ts'
import { drawRecoveryCodes, recoveryDigest } from './recovery-codes.ts'
import { accountRefusals } from './refusals.ts'
import { listSecondFactors } from './second-factor.ts'
import { endSessions, type Session } from './sessions.ts'
import { checkOwnPassword } from './sign-in.ts'

export { offerAuthenticator }

/**
 * Sets a new password in the place of the one that was; every other session ends. The caller has seen
 * to it that the session is fresh.
 *
 * @throws {Refusal} those of `checkPassword`, govern.accounts.password-wrong, .wait, .busy
 */
export async function changePassword(
  accounts: Accounts,
  session: Session,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<void> {
  const { account } = session
  checkPassword(password, [account.name, account.shownName])
  await checkOwnPassword(accounts, account, current)
  const hash = await accounts.hasher.hash(password)
  await accounts.register.transaction(async (transaction) => {
    await transaction.query(
      'update accounts set password_hash = $2, version = version + 1 where id = $1',
      [account.id, hash],
    )
    await endSessions(transaction, accounts, account.id, session.id)
  })
  await noteOwn(accounts, account, 'password-set')
}

/**
 * Puts another authenticator app in the place of the one that was; other sessions end.
 *
 * @throws {Refusal} govern.accounts.code-wrong
 */
export async function changeAuthenticator(
  accounts: Accounts,
  session: Session,
  given: { readonly wrapped: string; readonly code: string },
): Promise<void> {
  const { account } = session
  const { wrapped, step } = proveAuthenticator(accounts, given.wrapped, given.code)
  await accounts.register.transaction(async (transaction) => {
    await transaction.query(
      `update accounts set totp_key = $2, totp_last_step = $3, version = version + 1
       where id = $1`,
      [account.id, wrapped, step],
    )
    await endSessions(transaction, accounts, account.id, session.id)
  })
  await noteOwn(accounts, account, 'authenticator-set')
}

/** Draws new recovery codes; those that were given out before are good no more. */
export async function renewRecoveryCodes(accounts: Accounts, session: Session): Promise<string[]> {
  const { account } = session
  const codes = drawRecoveryCodes()
  const digests = codes.map((code) => recoveryDigest(account.id, code))
  await accounts.register.transaction((transaction) =>
    replaceRecoveryCodes(transaction, account.id, digests),
  )
  await noteOwn(accounts, account, 'recovery-codes-drawn')
  return codes
}

/**
 * Takes a passkey away, and ends every other session: whoever has the device it was on may have begun one.
 * @throws {Refusal} govern.accounts.last-factor where nothing else would be left
 */
export async function removePasskey(
  accounts: Accounts,
  session: Session,
  credential: string,
): Promise<void> {
  const { account } = session
  await accounts.register.transaction(async (transaction) => {
    await transaction.query('select id from accounts where id = $1 for update', [account.id])
    const removed = await transaction.query(
      'delete from account_passkeys where account = $1 and credential_id = $2 returning account',
      [account.id, credential],
    )
    if (removed.length === 0) throw accountRefusals.refuse('no-such-item')
    const left = await listSecondFactors(transaction, account.id)
    if (!left.authenticator && left.passkeys === 0) throw accountRefusals.refuse('last-factor')
    await endSessions(transaction, accounts, account.id, session.id)
  })
  await noteOwn(accounts, account, 'passkey-removed', credential)
}

export async function chooseLanguage(
  accounts: Accounts,
  session: Session,
  language: Account['language'],
): Promise<void> {
  await accounts.register.query(
    'update accounts set language = $2, version = version + 1 where id = $1',
    [session.account.id, language],
  )
}

function noteOwn(
  accounts: Accounts,
  { id }: Account,
  kind: Parameters<Accounts['note']>[0]['kind'],
  about?: string,
): Promise<void> {
  return accounts.note({
    kind,
    actor: id,
    account: id,
    ...(about === undefined ? {} : { about }),
  })
}
