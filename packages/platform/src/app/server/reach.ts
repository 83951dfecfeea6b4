import { readFileSync } from 'node:fs'
import { appRefusals } from '../refusals.ts'
import { isLoopback } from './loopback.ts'

/** Where a node can be reached from, as the command line or the environment says. */
export interface ReachOptions {
  readonly host: string
  /** Address by which people reach it from other machines: `https://datos.example`. */
  readonly address?: string | undefined
  /** Files of a certificate and its key, where the node itself speaks TLS. */
  readonly certificate?: string | undefined
  readonly key?: string | undefined
  /** Addresses or networks of a proxy that speaks TLS before the node, parted by commas. */
  readonly proxy?: string | undefined
}

/** How the server listens and whom it believes. */
export interface Reach {
  readonly host: string
  /** Host of the public address, with its port; absent where only this machine reaches the node. */
  readonly publicHost?: string
  /** Whether people reach it over TLS. */
  readonly secure: boolean
  readonly tls?: { readonly cert: string; readonly key: string }
  /** Whose word on the caller's address is taken. */
  readonly trustProxy?: string[]
}

/**
 * Decides how a node may be reached. Beyond its own machine only by a declared https address, with
 * TLS of its own or a declared proxy that speaks it, and only once an administrator can sign in.
 *
 * @throws {Refusal} app.beyond-loopback, app.address-invalid, app.certificate-unreadable
 */
export function decideReach(
  { host, address, certificate, key, proxy }: ReachOptions,
  hasAdministrator: boolean,
): Reach {
  if (address === undefined) {
    if (!isLoopback(host)) throw appRefusals.refuse('beyond-loopback', { host })
    return { host, secure: false }
  }
  const url = URL.canParse(address) ? new URL(address) : undefined
  const plain = url !== undefined && url.pathname === '/' && url.search === '' && url.hash === ''
  if (url?.protocol !== 'https:' || !plain || url.username !== '') {
    throw appRefusals.refuse('address-invalid', { address })
  }
  if (!hasAdministrator) throw appRefusals.refuse('accounts-needed', { address })
  const tls =
    certificate !== undefined && key !== undefined
      ? { cert: readPem(certificate), key: readPem(key) }
      : undefined
  const trustProxy = (proxy ?? '').split(',').flatMap((each) => each.trim() || [])
  if (tls === undefined && trustProxy.length === 0) {
    throw appRefusals.refuse('transport-open', { address })
  }
  return {
    host,
    publicHost: url.host,
    secure: true,
    ...(tls === undefined ? {} : { tls }),
    ...(trustProxy.length === 0 ? {} : { trustProxy }),
  }
}

function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'error'
    throw appRefusals.refuse('certificate-unreadable', { path, reason })
  }
}
