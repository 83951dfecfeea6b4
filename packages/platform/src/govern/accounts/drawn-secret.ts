import { createHash, randomBytes } from 'node:crypto'

/** What a secret opens; its prefix lets a leak be found in a file or a log. */
export type SecretKind = 'session' | 'link' | 'token' | 'feed'

const prefixes: Readonly<Record<SecretKind, string>> = {
  session: 'cds_',
  link: 'cdl_',
  token: 'cdt_',
  feed: 'cdf_',
}

/** A new secret of 256 bits, and the digest by which the register knows it. */
export function drawSecret(kind: SecretKind): { readonly secret: string; readonly digest: string } {
  const secret = prefixes[kind] + randomBytes(32).toString('base64url')
  return { secret, digest: digestOf(secret) }
}

/** Whether a text has the shape of a secret of this kind; what has not is not looked up. */
export function isSecret(kind: SecretKind, text: string): boolean {
  return text.startsWith(prefixes[kind]) && /^.{4}[\w-]{43}$/.test(text)
}

/** SHA-256: enough where the secret itself cannot be guessed. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
