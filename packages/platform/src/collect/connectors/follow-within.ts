import { sourceRefusals } from './refusals.ts'

/** Where a request may be sent on to. */
export interface Allowed {
  /** Beginnings of addresses, up to a `/`; the host that is asked is always allowed. */
  readonly places: readonly string[]
}

/** A source that sends a request on more often than this is going in circles. */
const mostRedirects = 5

/**
 * Fetches an address, and follows where it is sent on to only over https and to places that are allowed:
 * a source, or whoever speaks in its name, must not make the node ask within its own network.
 *
 * @throws {Refusal} collect.source-leads-away with the place that it was sent to
 * @see OWASP ASVS 5.0, V15.3.2; OWASP Server-Side Request Forgery Prevention Cheat Sheet
 */
export async function fetchWithin(
  fetch: typeof globalThis.fetch,
  address: string,
  init: RequestInit,
  { places }: Allowed,
): Promise<Response> {
  const { host } = new URL(address)
  let at = address
  for (let turns = 0; ; turns += 1) {
    const response = await fetch(at, { ...init, redirect: 'manual' })
    const location = isRedirect(response) ? response.headers.get('location') : null
    if (location === null) return response
    await response.body?.cancel()
    const next = URL.canParse(location, at) ? new URL(location, at) : undefined
    if (next === undefined || turns >= mostRedirects) throw leadsAway(host, location)
    checkWithin(next.href, host, places)
    at = next.href
  }
}

/**
 * Whether an address that an answer names is one to ask: https, no name or password in it, the port of
 * https, and a place that is allowed.
 * @throws {Refusal} collect.source-leads-away
 */
export function checkWithin(address: string, host: string, places: readonly string[]): void {
  const { protocol, hostname, port, username, password } = URL.canParse(address)
    ? new URL(address)
    : { protocol: '', hostname: '', port: '', username: '', password: '' }
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === ''
  const isNamed = isPlain && places.some((place) => new URL(address).href.startsWith(place))
  if (!isPlain || (hostname !== host && !isNamed)) throw leadsAway(host, address)
}

const isRedirect = ({ status }: Response) => [301, 302, 303, 307, 308].includes(status)

/** The place without what may be secret in it: the query and the user. */
function leadsAway(host: string, location: string): Error {
  const place = URL.canParse(location)
    ? `${new URL(location).origin}${new URL(location).pathname}`
    : location
  return sourceRefusals.refuse('source-leads-away', { host, place: place.slice(0, 200) })
}
