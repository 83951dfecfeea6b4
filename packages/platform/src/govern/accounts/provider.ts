import { randomUUID } from 'node:crypto'
import * as oidc from 'openid-client'
import { isLanguage, Refusal, type Language } from '@caudal/methods/vocabulary'
import { readOutsideSecret } from '../../store/index.ts'
import { accountColumns, type Account } from './account.ts'
import type { Accounts } from './accounts.ts'
import { accountRefusals } from './refusals.ts'
import { endProviderSessions, readLogoutToken } from './provider-logout.ts'
import { beginSession, type Session } from './sessions.ts'
import { completeSignIn, takeAttempt, type Origin, type SignedIn } from './sign-in.ts'

/** A ministry's OpenID Connect provider, as the environment of the node describes it. */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people call it: `Ministerio de Gobernación`. */
  readonly name: string
  /**
   * Authentication contexts (`acr`) or methods (`amr`) by which the provider says that it has asked for
   * a second step itself. Where it says none of them, the node asks for its own.
   */
  readonly trusted: readonly string[]
}

/** @returns undefined where the node has no provider */
export function readProviderSettings(environment: NodeJS.ProcessEnv): ProviderSettings | undefined {
  const issuer = environment['CAUDAL_OIDC_ISSUER']
  const clientId = environment['CAUDAL_OIDC_CLIENT_ID']
  if (!issuer || !clientId) return undefined
  const clientSecret = readOutsideSecret(environment, 'CAUDAL_OIDC_CLIENT_SECRET')
  if (!clientSecret) return undefined
  return {
    issuer,
    clientId,
    clientSecret,
    name: environment['CAUDAL_OIDC_NAME'] || new URL(issuer).host,
    trusted: (environment['CAUDAL_OIDC_SECOND_STEP'] ?? '')
      .split(',')
      .flatMap((each) => each.trim() || []),
  }
}

/** What the node keeps of somebody on the way to the provider and back. */
interface Journey {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly language: Language
  /** Session in which it was begun, to tie an identity; the provider's answer does not bring its cookie. */
  readonly session?: string
}

/** Where a journey ended: signed in (or one step further), or tied to one's account. */
export type Arrival =
  | { readonly language: Language; readonly signedIn: SignedIn }
  | { readonly language: Language; readonly tied: true }

const journeyMs = 10 * 60_000

/**
 * Sign-in by a provider: the authorization code flow with PKCE, state and nonce. The provider says who
 * somebody is (issuer and subject, nothing that could be given to another person); what that
 * person may do is the account's. An identity is tied to an account by its owner, signed in here.
 */
export class Provider {
  readonly settings: ProviderSettings
  #configuration: Promise<oidc.Configuration> | undefined

  constructor(settings: ProviderSettings) {
    this.settings = settings
  }

  /**
   * The address at the provider to go to, and the journey's id for a cookie of this browser.
   *
   * @param session of whoever ties an identity to his or her account; undefined to sign in
   * @throws {Refusal} govern.accounts.provider-failed
   */
  async begin(
    accounts: Accounts,
    { returnTo, language }: { readonly returnTo: string; readonly language: Language },
    origin: Origin,
    session?: Session,
  ): Promise<{ readonly address: string; readonly journey: string }> {
    takeAttempt(accounts, origin)
    const configuration = await this.#configure()
    const verifier = oidc.randomPKCECodeVerifier()
    const journey: Journey = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier,
      language,
      ...(session === undefined ? {} : { session: session.id }),
    }
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: returnTo,
      scope: 'openid',
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      // Asks for the second step there, where its word for it is trusted.
      ...(this.settings.trusted.length === 0
        ? {}
        : { acr_values: this.settings.trusted.join(' ') }),
    })
    const id = randomUUID()
    const until = new Date(accounts.now().getTime() + journeyMs)
    await accounts.register.query(
      'insert into account_challenges (id, challenge, account, expires_at) values ($1, $2, $3, $4)',
      [id, JSON.stringify(journey), session?.account.id ?? null, until.toISOString()],
    )
    return { address: address.href, journey: id }
  }

  /**
   * Takes up a journey that comes back. Each is good once, in the browser that began it.
   *
   * @param journey id from the cookie
   * @param came the whole address that the provider sent the browser to
   * @throws {Refusal} govern.accounts.provider-failed, .provider-unknown-person
   */
  async arrive(
    accounts: Accounts,
    { journey: id, came }: { readonly journey: string | undefined; readonly came: URL },
    origin: Origin,
  ): Promise<Arrival> {
    const { journey, account } = await takeJourney(accounts, id)
    const { issuer, subject, sid, secondStep } = await this.#whoCame(journey, came)
    const { language } = journey
    if (account !== null) {
      await checkStillOpen(accounts, account, journey.session)
      await tieIdentity(accounts, account, issuer, subject)
      return { language, tied: true }
    }
    const [known] = await accounts.register.query<Account>(
      `select ${accountColumns} from account_identities i join accounts on accounts.id = i.account
       where i.issuer = $1 and i.subject = $2 and accounts.status = 'active'`,
      [issuer, subject],
    )
    if (known === undefined) throw accountRefusals.refuse('provider-unknown-person')
    const provider = { issuer, subject, sid }
    if (secondStep) {
      const signedIn = await completeSignIn(accounts, known, 'provider', origin, { provider })
      return { language, signedIn }
    }
    const { secret } = await beginSession(accounts.register, accounts, {
      account: known.id,
      stage: 'second-factor',
      method: 'provider',
      client: origin.client,
      provider,
    })
    return { language, signedIn: { secret, next: 'second-factor' } }
  }

  /**
   * Ends the sessions of somebody who has signed out at the provider, or was made to.
   * @param token logout token, as the provider sends it by itself
   * @throws {Refusal} govern.accounts.logout-token-refused
   */
  async signOut(accounts: Accounts, token: string): Promise<number> {
    const provider = (await this.#configure()).serverMetadata()
    const logout = await readLogoutToken(provider, this.settings.clientId, token)
    return await endProviderSessions(accounts, logout)
  }

  async #whoCame(journey: Journey, came: URL) {
    const configuration = await this.#configure()
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, came, {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.verifier,
        idTokenExpected: true,
      })
      const { iss, sub, sid, acr, amr } = tokens.claims()!
      const said = [acr, ...(Array.isArray(amr) ? amr : [])]
      return {
        issuer: iss,
        subject: sub,
        sid: typeof sid === 'string' ? sid : undefined,
        secondStep: this.settings.trusted.some((each) => said.includes(each)),
      }
    } catch (error) {
      throw failed(error)
    }
  }

  /** What the provider says of itself, asked once; asked again after a failure. */
  #configure(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings
    const address = new URL(issuer)
    // Plain HTTP is for a provider on the same machine alone: in tests, or behind a local proxy.
    const local =
      address.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(address.hostname)
    this.#configuration ??= oidc
      .discovery(address, clientId, clientSecret, undefined, {
        timeout: 10,
        execute: [oidc.enableNonRepudiationChecks, ...(local ? [oidc.allowInsecureRequests] : [])],
      })
      .catch((error: unknown) => {
        this.#configuration = undefined
        throw failed(error)
      })
    return this.#configuration
  }
}

async function takeJourney(
  accounts: Accounts,
  id: string | undefined,
): Promise<{ readonly journey: Journey; readonly account: string | null }> {
  const [taken] = await accounts.register.query<{ challenge: string; account: string | null }>(
    `delete from account_challenges where id::text = $1 and expires_at > $2
     returning challenge, account`,
    [id ?? '', accounts.now().toISOString()],
  )
  if (!taken?.challenge.startsWith('{')) {
    throw accountRefusals.refuse('provider-failed', { reason: 'journey' })
  }
  const journey = JSON.parse(taken.challenge) as Journey
  return {
    journey: { ...journey, language: isLanguage(journey.language) ? journey.language : 'es' },
    account: taken.account,
  }
}

/** The session in which a journey was begun has not been ended meanwhile. */
async function checkStillOpen(
  accounts: Accounts,
  account: string,
  session: string | undefined,
): Promise<void> {
  const [open] = await accounts.register.query(
    `select s.id from account_sessions s join accounts a on a.id = s.account
     where s.id::text = $1 and s.account = $2 and s.ended_at is null and s.expires_at > $3
       and a.status = 'active'`,
    [session ?? '', account, accounts.now().toISOString()],
  )
  if (open === undefined) throw accountRefusals.refuse('session-ended')
}

async function tieIdentity(
  accounts: Accounts,
  account: string,
  issuer: string,
  subject: string,
): Promise<void> {
  const tied = await accounts.register.query<{ account: string }>(
    `insert into account_identities (issuer, subject, account, created_at) values ($1, $2, $3, $4)
     on conflict (issuer, subject) do update set created_at = account_identities.created_at
     returning account`,
    [issuer, subject, account, accounts.now().toISOString()],
  )
  // An identity that is another account's stays there.
  if (tied[0]?.account !== account) throw accountRefusals.refuse('provider-unknown-person')
  await accounts.note({ kind: 'identity-tied', actor: account, account, about: issuer })
}

/** How many identities of providers are tied to an account. */
export async function countIdentities(accounts: Accounts, account: string): Promise<number> {
  const [row] = await accounts.register.query<{ count: number }>(
    'select count(*)::int as count from account_identities where account = $1',
    [account],
  )
  return row!.count
}

/** Unties whatever identities an account has. */
export async function untieIdentities(accounts: Accounts, session: Session): Promise<void> {
  const { id } = session.account
  const untied = await accounts.register.query(
    'delete from account_identities where account = $1 returning account',
    [id],
  )
  if (untied.length === 0) throw accountRefusals.refuse('no-such-item')
  await accounts.note({ kind: 'identity-untied', actor: id, account: id })
}

/** The provider's own words are for its log; the reader gets the code. */
function failed(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const { error: code, code: kind } = error as { error?: unknown; code?: unknown }
  const reason = typeof code === 'string' ? code : typeof kind === 'string' ? kind : 'unreachable'
  return accountRefusals.refuse('provider-failed', { reason: reason.slice(0, 60) })
}
