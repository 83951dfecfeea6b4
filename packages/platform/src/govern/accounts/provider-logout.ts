import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type * as oidc from 'openid-client'
import type { Queryable } from '../../store/index.ts'
import type { Accounts } from './accounts.ts'
import { accountRefusals } from './refusals.ts'

/** Who has signed out at the provider, and of which of its sessions. */
export interface ProviderLogout {
  readonly issuer: string
  readonly subject: string | undefined
  readonly sid: string | undefined
  /** What tells this sign from every other of the provider. */
  readonly tokenId: string
  /** When the provider said so; sessions that began later are others. */
  readonly at: Date
}

/** The event that makes a token one of signing out. */
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/** What tells a logout token from everything else that the provider signs with the same keys. */
const logoutType = /^(?:application\/)?logout\+jwt$/i

const takenMinutes = 5

/** The clocks of the provider and of the node may differ by so much. */
const clockToleranceSeconds = 60

/** Keys that are shared with the provider, or none at all, sign nothing here. */
const signing = /^(?:RS|PS|ES)\d{3}$|^EdDSA$|^Ed25519$/

const keysOf = new WeakMap<oidc.ServerMetadata, JWTVerifyGetKey>()

/**
 * Reads a logout token: signed by the provider for this node, some minutes old at most, about a person
 * or a session, and typed as what it is: an ID token or an access token ends nothing, and neither does
 * one that does not say what it is for, which a provider of before the types may send.
 *
 * @throws {Refusal} govern.accounts.logout-token-refused
 * @see OpenID Connect Back-Channel Logout 1.0, section 2.6
 */
export async function readLogoutToken(
  provider: oidc.ServerMetadata,
  clientId: string,
  token: string,
): Promise<ProviderLogout> {
  const known = provider.id_token_signing_alg_values_supported ?? ['RS256']
  const algorithms = known.filter((name) => signing.test(name))
  let payload: JWTPayload
  let typ: string | undefined
  try {
    ;({
      payload,
      protectedHeader: { typ },
    } = await jwtVerify(token, keysFor(provider), {
      issuer: provider.issuer,
      audience: clientId,
      algorithms,
      requiredClaims: ['iat', 'exp', 'jti'],
      maxTokenAge: `${takenMinutes} minutes`,
      clockTolerance: clockToleranceSeconds,
    }))
  } catch (error) {
    throw refused(error instanceof errors.JOSEError ? error.code : 'unreachable')
  }
  if (!logoutType.test(typ ?? '')) throw refused('typ')
  const { iss, sub, sid, iat, jti, events, nonce } = payload
  if (!isLogout(events)) throw refused('events')
  if (typeof jti !== 'string' || jti === '') throw refused('jti')
  if (nonce !== undefined) throw refused('nonce')
  if (typeof sub !== 'string' && typeof sid !== 'string') throw refused('sub')
  return {
    issuer: iss!,
    subject: sub,
    sid: typeof sid === 'string' ? sid : undefined,
    tokenId: jti,
    at: new Date(iat! * 1000),
  }
}

/** The member of the event holds an object, which says nothing more today. */
function isLogout(events: unknown): boolean {
  if (typeof events !== 'object' || events === null) return false
  const event = (events as Readonly<Record<string, unknown>>)[logoutEvent]
  return typeof event === 'object' && event !== null
}

/**
 * Ends what the provider says has ended: one of its sessions, or all of a person where it names none.
 * A token is good once, and ends nothing that began after it.
 *
 * @returns sessions that were ended
 * @throws {Refusal} govern.accounts.logout-token-refused where it was heeded before
 */
export async function endProviderSessions(
  accounts: Accounts,
  logout: ProviderLogout,
): Promise<number> {
  // together: what failed halfway can be sent again
  const ended = await accounts.register.transaction(async (transaction) => {
    await useUp(transaction, logout, accounts.now())
    const { issuer, subject, sid, at } = logout
    return transaction.query<{ account: string; id: string }>(
      `update account_sessions set ended_at = $5
       where provider_issuer = $1 and ended_at is null
         and ($2::text is null or provider_subject = $2)
         and ($3::text is null or provider_sid = $3)
         and created_at < $4::timestamptz + make_interval(secs => $6)
       returning account, id`,
      [
        issuer,
        subject ?? null,
        sid ?? null,
        at.toISOString(),
        accounts.now().toISOString(),
        clockToleranceSeconds,
      ],
    )
  })
  for (const { account, id } of ended) {
    await accounts.note({ kind: 'signed-out-at-provider', actor: '', account, about: id })
  }
  return ended.length
}

/** Remembers a token for twice as long as it is taken, and refuses it where it is remembered already. */
async function useUp(
  transaction: Queryable,
  { issuer, tokenId, at }: ProviderLogout,
  now: Date,
): Promise<void> {
  await transaction.query('delete from account_logout_tokens where forgotten_at < $1', [
    now.toISOString(),
  ])
  const forgottenAt = new Date(at.getTime() + 2 * takenMinutes * 60_000)
  const first = await transaction.query(
    `insert into account_logout_tokens (issuer, token_id, forgotten_at) values ($1, $2, $3)
     on conflict do nothing returning token_id`,
    [issuer, tokenId, forgottenAt.toISOString()],
  )
  if (first.length === 0) throw refused('jti')
}

function keysFor(provider: oidc.ServerMetadata): JWTVerifyGetKey {
  let keys = keysOf.get(provider)
  if (keys === undefined) {
    if (provider.jwks_uri === undefined) throw refused('jwks_uri')
    keys = createRemoteJWKSet(new URL(provider.jwks_uri), { timeoutDuration: 10_000 })
    keysOf.set(provider, keys)
  }
  return keys
}

function refused(reason: string) {
  return accountRefusals.refuse('logout-token-refused', { reason })
}
