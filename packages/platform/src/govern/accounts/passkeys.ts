import { randomUUID } from 'node:crypto'
import { isIP } from 'node:net'
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { accountColumns, type Account } from './account.ts'
import type { Accounts } from './accounts.ts'
import { accountRefusals } from './refusals.ts'
import { endSession, type Session } from './sessions.ts'
import { completeSignIn, takeAttempt, type Origin, type SignedIn } from './sign-in.ts'

/** The site that a passkey is of: it signs in there and nowhere that only looks like it. */
export interface Site {
  /** Host name, without its port. */
  readonly host: string
  /** `https://datos.example`, with its port. */
  readonly origin: string
  readonly nodeName: string
}

const challengeMs = 5 * 60_000

/** The protocol takes a sixth of a second to load: only those who use a passkey wait for it. */
const passkeyProtocol = () => import('@simplewebauthn/server')

/** A question for an authenticator, to be handed to the browser as it is. */
interface Asked<Options> {
  readonly id: string
  readonly options: Options
}

/**
 * Asks for a new passkey: one that the device unlocks by finger, face or PIN, and finds by itself.
 *
 * @throws {Refusal} govern.accounts.passkeys-need-name
 */
export async function askForPasskey(
  accounts: Accounts,
  session: Session,
  site: Site,
): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
  checkSite(site)
  const { account } = session
  const known = await accounts.register.query<{ id: string; transports: string[] }>(
    'select credential_id as id, transports from account_passkeys where account = $1',
    [account.id],
  )
  const options = await (
    await passkeyProtocol()
  ).generateRegistrationOptions({
    rpName: site.nodeName,
    rpID: site.host,
    userName: account.name,
    userDisplayName: account.shownName,
    userID: new TextEncoder().encode(account.id),
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { id: await keepChallenge(accounts, options.challenge, account.id), options }
}

/** @throws {Refusal} govern.accounts.passkey-refused */
export async function addPasskey(
  accounts: Accounts,
  session: Session,
  site: Site,
  given: { readonly id: string; readonly answer: object; readonly label: string },
): Promise<void> {
  const { account } = session
  const challenge = await takeChallenge(accounts, given.id, account.id)
  const { registrationInfo } = await verified(async () =>
    (await passkeyProtocol()).verifyRegistrationResponse({
      response: given.answer as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
    }),
  )
  const { id, publicKey, counter, transports = [] } = registrationInfo!.credential
  const added = await accounts.register.query(
    `insert into account_passkeys (credential_id, account, public_key, counter, transports, label,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning credential_id`,
    [
      id,
      account.id,
      Buffer.from(publicKey),
      counter,
      transports.slice(0, 8).map((each) => String(each).slice(0, 20)),
      given.label.slice(0, 80),
      accounts.now().toISOString(),
    ],
  )
  if (added.length === 0) throw accountRefusals.refuse('passkey-refused')
  await accounts.note({ kind: 'passkey-added', actor: account.id, account: account.id, about: id })
}

/** Asks any passkey of this site to sign in: nobody has to say who they are first. */
export async function askToSignIn(
  accounts: Accounts,
  site: Site,
  origin: Origin,
): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
  takeAttempt(accounts, origin)
  checkSite(site)
  const options = await (
    await passkeyProtocol()
  ).generateAuthenticationOptions({
    rpID: site.host,
    userVerification: 'required',
  })
  return { id: await keepChallenge(accounts, options.challenge, null), options }
}

/**
 * Signs in with a passkey: both steps at once, since the device asks for finger, face or PIN. Failed
 * attempts of others with the same name do not make its owner wait.
 *
 * @throws {Refusal} govern.accounts.passkey-refused, .too-many
 */
export async function signInWithPasskey(
  accounts: Accounts,
  site: Site,
  given: { readonly id: string; readonly answer: object },
  origin: Origin,
  earlier: Session | undefined,
): Promise<SignedIn> {
  takeAttempt(accounts, origin)
  const account = await checkPasskey(accounts, site, given)
  if (earlier !== undefined) await endSession(accounts, earlier.id)
  return completeSignIn(accounts, account, 'passkey', origin)
}

/** Confirms that whoever uses a session is its owner, by one of the owner's passkeys. */
export async function confirmByPasskey(
  accounts: Accounts,
  session: Session,
  site: Site,
  given: { readonly id: string; readonly answer: object },
  origin: Origin,
): Promise<SignedIn> {
  const account = await checkPasskey(accounts, site, given)
  if (account.id !== session.account.id) throw accountRefusals.refuse('passkey-refused')
  await endSession(accounts, session.id)
  return completeSignIn(accounts, account, 'passkey', origin)
}

async function checkPasskey(
  accounts: Accounts,
  site: Site,
  { id, answer }: { readonly id: string; readonly answer: object },
): Promise<Account> {
  const challenge = await takeChallenge(accounts, id, null)
  const response = answer as AuthenticationResponseJSON
  type Row = Account & {
    credential: string
    publicKey: Uint8Array<ArrayBuffer>
    counter: number
    transports: AuthenticatorTransport[]
  }
  const [row] = await accounts.register.query<Row>(
    `select ${accountColumns}, p.credential_id as credential, p.public_key as "publicKey",
       p.counter, p.transports
     from account_passkeys p join accounts on accounts.id = p.account
     where p.credential_id = $1 and accounts.status = 'active'`,
    [String(response.id)],
  )
  if (row === undefined) throw accountRefusals.refuse('passkey-refused')
  const { authenticationInfo } = await verified(async () =>
    (await passkeyProtocol()).verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      credential: {
        id: row.credential,
        publicKey: new Uint8Array(row.publicKey),
        counter: row.counter,
        transports: row.transports,
      },
    }),
  )
  // A counter that does not grow says that the key was copied; those that count nothing stay at 0.
  const used = await accounts.register.query(
    `update account_passkeys set counter = $2, last_used_at = $3
     where credential_id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning account`,
    [row.credential, authenticationInfo.newCounter, accounts.now().toISOString()],
  )
  if (used.length === 0) throw accountRefusals.refuse('passkey-refused')
  return row
}

/** One passkey as its owner sees it. */
export interface PasskeySeen {
  readonly id: string
  readonly label: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export async function listPasskeys(accounts: Accounts, account: string): Promise<PasskeySeen[]> {
  return accounts.register.query<PasskeySeen>(
    `select credential_id as id, label, created_at as "createdAt", last_used_at as "lastUsedAt"
     from account_passkeys where account = $1 order by created_at`,
    [account],
  )
}

async function keepChallenge(
  accounts: Accounts,
  challenge: string,
  account: string | null,
): Promise<string> {
  const id = randomUUID()
  const now = accounts.now()
  await accounts.register.query('delete from account_challenges where expires_at < $1', [
    now.toISOString(),
  ])
  await accounts.register.query(
    'insert into account_challenges (id, challenge, account, expires_at) values ($1, $2, $3, $4)',
    [id, challenge, account, new Date(now.getTime() + challengeMs).toISOString()],
  )
  return id
}

/** A question is answered once, in time, by whom it was put to. */
async function takeChallenge(
  accounts: Accounts,
  id: string,
  account: string | null,
): Promise<string> {
  const [taken] = await accounts.register.query<{ challenge: string }>(
    `delete from account_challenges
     where id::text = $1 and account is not distinct from $2::uuid and expires_at > $3
     returning challenge`,
    [id, account, accounts.now().toISOString()],
  )
  if (taken === undefined) throw accountRefusals.refuse('passkey-refused')
  return taken.challenge
}

function checkSite({ host }: Site): void {
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) {
    throw accountRefusals.refuse('passkeys-need-name', { host })
  }
}

/** What the library throws at an answer that is not sound is a refusal, without its inner words. */
async function verified<Answer extends { verified: boolean }>(
  verify: () => Promise<Answer>,
): Promise<Answer> {
  let answer: Answer
  try {
    answer = await verify()
  } catch {
    throw accountRefusals.refuse('passkey-refused')
  }
  if (!answer.verified) throw accountRefusals.refuse('passkey-refused')
  return answer
}
