import { readOutsideSecret } from '../../store/index.ts'
import { alertRefusals } from './refusals.ts'

/** The mail server that a node hands its mails to. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`smtps`); else by STARTTLS, without which nothing is sent. */
  readonly secure: boolean
  /** Whether the server is this machine: nothing travels, so that it may do without TLS. */
  readonly loopback: boolean
  readonly user: string | undefined
  readonly password: string | undefined
  /** The address that sends. */
  readonly from: string
}

const schemes: Readonly<Record<string, { secure: boolean; port: number }>> = {
  'smtp:': { secure: false, port: 587 },
  'smtps:': { secure: true, port: 465 },
}

/**
 * The settings of mail from the environment: `CAUDAL_SMTP`, `CAUDAL_SMTP_FROM` and, where the server
 * asks for them, `CAUDAL_SMTP_USER` and `CAUDAL_SMTP_PASSWORD` (or `…_FILE`, `…_COMMAND`).
 *
 * @returns undefined where no server is named
 * @throws {Refusal} alerts.settings-wrong, without a word of what a secret says
 */
export function readMailSettings(environment: NodeJS.ProcessEnv): MailSettings | undefined {
  const written = environment['CAUDAL_SMTP']
  if (!written) return undefined
  const wrong = (setting: string, reason: string) =>
    alertRefusals.refuse('settings-wrong', { setting, reason })
  const url = URL.canParse(written) ? new URL(written) : undefined
  const scheme = url && schemes[url.protocol]
  if (url === undefined || scheme === undefined || url.hostname === '') {
    throw wrong('CAUDAL_SMTP', '≠ smtp(s)://…')
  }
  if (url.username !== '' || url.password !== '') throw wrong('CAUDAL_SMTP', '∌ user, password')
  const from = environment['CAUDAL_SMTP_FROM'] ?? ''
  if (!isAddress(from)) throw wrong('CAUDAL_SMTP_FROM', '≠ name@domain')
  const user = environment['CAUDAL_SMTP_USER'] || undefined
  const password = readOutsideSecret(environment, 'CAUDAL_SMTP_PASSWORD')
  if (user !== undefined && !password) throw wrong('CAUDAL_SMTP_PASSWORD', '= ∅')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: url.port === '' ? scheme.port : Number(url.port),
    secure: scheme.secure,
    loopback: ['localhost', '127.0.0.1', '::1'].includes(host),
    user,
    password: user === undefined ? undefined : password,
    from,
  }
}

/**
 * Whether a text is one e-mail address and nothing else: no list, no name, no line of a header.
 *
 * @example isAddress('ana@example.org') // => true
 * @example isAddress('ana@example.org, other@example.org') // => false
 */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>(),:;"'\\[\]]{1,64}@[^\s@<>(),:;"'\\[\]]+\.[^\s@<>(),:;"'\\[\].]{2,}$/.test(text)
  )
}
