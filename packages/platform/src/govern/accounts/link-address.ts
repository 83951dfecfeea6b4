import type { Language } from '@caudal/methods/vocabulary'

/**
 * The address of a one-time link. The secret stands behind the `#`: a browser sends that part to no
 * server, so that it is in no log and in no list of visited addresses of a proxy.
 *
 * @example linkAddress('http://localhost:7070', 'en', 'cdl_x') // => 'http://localhost:7070/en/account/link#cdl_x'
 */
export function linkAddress(node: string, language: Language, secret: string): string {
  return `${node.replace(/\/$/, '')}/${language}/account/link#${secret}`
}
