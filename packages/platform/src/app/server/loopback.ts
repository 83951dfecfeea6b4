import { isIP } from 'node:net'

/**
 * Whether a host name or address reaches this machine alone.
 *
 * @example isLoopback('127.0.0.1') // => true
 * @example isLoopback('0.0.0.0') // => false
 */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (bare === 'localhost' || bare === '::1') return true
  return isIP(bare) === 4 && bare.startsWith('127.')
}

/**
 * The host of a Host header, without its port.
 *
 * @example hostName('[::1]:7070') // => '[::1]'
 * @example hostName('localhost:7070') // => 'localhost'
 */
export function hostName(header: string): string {
  return header.replace(/:\d+$/, '')
}
