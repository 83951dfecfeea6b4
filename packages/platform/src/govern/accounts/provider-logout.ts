import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type * as oidc from 'openid-client'
import type { Accounts } from './accounts.ts'
import { accountRefusals } from './refusals.ts'

/** Who has signed out at the provider, and of which of its sessions. */
export interface ProviderLogout {
  readonly issuer: string
  readonly subject: string | undefined
  readonly sid: string | undefined
  /** When the provider said so; sessions that began later are others. */
  readonly at: Date
}

/** The event that makes a token one of signing out. */
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/** The clocks of the provider and of the node may differ by so much. */
const clockToleranceSeconds = 60

/** Keys that are shared with the provider, or none at all, sign nothing here. */
const signing = /^(?:RS|PS|ES)\d{3}$|^EdDSA$|^Ed25519$/

const keysOf = new WeakMap<oidc.ServerMetadata, JWTVerifyGetKey>()

/**
 * Reads a logout token: signed by the provider for this node, some minutes old at most, about a person
 * or a session, and nothing else that the provider signs (an ID token says who somebody is, and ends
 * nothing).
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
      requiredClaims: ['iat', 'jti'],
      maxTokenAge: '5 minutes',
      clockTolerance: clockToleranceSeconds,
    }))
  } catch (error) {
    throw refused(error instanceof errors.JOSEError ? error.code : 'unreachable')
  }
  // providers of before tokens had types sign it without, or as any JWT; another type is another token
  if (!/^(?:application\/)?(?:logout\+)?jwt$/i.test(typ ?? 'JWT')) throw refused('typ')
  const { iss, sub, sid, iat, events, nonce } = payload
  if (typeof events !== 'object' || events === null || !(logoutEvent in events)) {
    throw refused('events')
  }
  if (nonce !== undefined) throw refused('nonce')
  if (typeof sub !== 'string' && typeof sid !== 'string') throw refused('sub')
  return {
    issuer: iss!,
    subject: sub,
    sid: typeof sid === 'string' ? sid : undefined,
    at: new Date(iat! * 1000),
  }
}

/**
 * Ends what the provider says has ended: one of its sessions, or all of a person where it names none.
 * A token that is sent again ends nothing that began after it.
 *
 * @returns sessions that were ended
 */
export async function endProviderSessions(
  accounts: Accounts,
  { issuer, subject, sid, at }: ProviderLogout,
): Promise<number> {
  const ended = await accounts.register.query<{ account: string; id: string }>(
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
  for (const { account, id } of ended) {
    await accounts.note({ kind: 'signed-out-at-provider', actor: '', account, about: id })
  }
  return ended.length
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
