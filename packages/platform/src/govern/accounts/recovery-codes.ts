import { randomBytes } from 'node:crypto'
import { digestOf } from './drawn-secret.ts'

/** How many are given out at a time; each is good for once. */
const recoveryCodeCount = 8

// Crockford's: without I, L, O and U, which are misread.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 6

/** New recovery codes, each of 120 bits: `7H2K-…` in six groups of four. */
export function drawRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const code = [...randomBytes(groups * 4)].map((byte) => letters[byte % 32]).join('')
    return code.match(/.{4}/g)!.join('-')
  })
}

/** The digest by which the register knows a code of an account, however it was typed. */
export function recoveryDigest(account: string, code: string): string {
  return digestOf(`${account} ${readCode(code)}`)
}

/**
 * A code as it was given out, whatever was typed between its letters or mistaken for them.
 *
 * @example readCode('7h2k 00o1') // => '7H2K0001'
 */
export function readCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/** Whether what was typed has the length of a recovery code. */
export function isRecoveryCode(typed: string): boolean {
  return readCode(typed).length === groups * 4
}
