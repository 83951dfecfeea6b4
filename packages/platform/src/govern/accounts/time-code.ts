import { Secret, TOTP } from 'otpauth'

/** Seconds for which one code stands. */
const period = 30
/** Periods before and after this one that are taken too: clocks of phones run wrong. */
const tolerance = 1
/** Bytes of the key (RFC 4226, requirement 6: 160 bits). */
const keyLength = 20

/**
 * The period whose code was typed; undefined where it is the code of none near `at`.
 *
 * @param key at least 20 bytes, of which the first 20 count
 * @see RFC 6238, section 5.2: a code is taken once, which the caller sees to by the period
 */
export function findCodePeriod(key: Uint8Array, typed: string, at: Date): number | undefined {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = authenticator(key).validate({
    token,
    timestamp: at.getTime(),
    window: tolerance,
  })
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / period) + delta
}

/** What an authenticator app reads: as an address for a QR code, and as a key to type. */
export function describeTimeCode(
  key: Uint8Array,
  { node, account }: { readonly node: string; readonly account: string },
): { readonly address: string; readonly key: string } {
  const totp = authenticator(key, { issuer: node, label: account })
  return { address: totp.toString(), key: totp.secret.base32.match(/.{1,4}/g)!.join(' ') }
}

function authenticator(key: Uint8Array, named: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({
    ...named,
    secret: new Secret({ buffer: new Uint8Array(key.subarray(0, keyLength)).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period,
  })
}
