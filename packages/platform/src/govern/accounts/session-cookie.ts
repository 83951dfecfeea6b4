import { sessionMinutes } from './sessions.ts'

/**
 * The cookie of a session: read by no script, sent to no other site and by no other site's pages.
 * Over TLS its name begins with `__Host-`, by which a browser lets no other host set it.
 */
export interface SessionCookie {
  readonly name: string
  /** The secret in a Cookie header. */
  read(header: string | undefined): string | undefined
  /** The Set-Cookie header that keeps a secret. */
  keep(secret: string): string
  /** The Set-Cookie header that forgets it. */
  readonly forget: string
  /**
   * The same for a journey to an identity provider and back: sent along when the provider sends the
   * browser here, for ten minutes at most.
   */
  journey(id: string): string
  readJourney(header: string | undefined): string | undefined
  readonly forgetJourney: string
}

export function sessionCookie({ secure }: { readonly secure: boolean }): SessionCookie {
  const name = secure ? '__Host-caudal' : 'caudal'
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  const crossing = attributes.replace('SameSite=Strict', 'SameSite=Lax')
  return {
    name,
    read: (header) => findCookie(header, name),
    keep: (secret) => `${name}=${secret}; Max-Age=${sessionMinutes.full * 60}; ${attributes}`,
    forget: `${name}=; Max-Age=0; ${attributes}`,
    journey: (id) => `${name}-journey=${id}; Max-Age=600; ${crossing}`,
    readJourney: (header) => findCookie(header, `${name}-journey`),
    forgetJourney: `${name}-journey=; Max-Age=0; ${crossing}`,
  }
}

function findCookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return undefined
}
