import { dictionary } from '@zxcvbn-ts/language-common'
import { accountRefusals } from './refusals.ts'

/** In characters: with a second factor, 8 would do (NIST SP 800-63B-4); 128 bounds the work. */
export const passwordLength = { least: 12, most: 128 } as const

const common: ReadonlySet<string> = new Set(dictionary['passwords-common'])

/**
 * Why a password may not be chosen; undefined where it may. Length, and not among the first that
 * anyone would try: no rule about kinds of characters, no change after a time.
 *
 * @param own what an attacker knows of the account: its name, the name of the person
 * @see NIST SP 800-63B-4, 3.1.1.2
 * @example findPasswordFault('Password1234', []) // => 'password-common'
 * @example findPasswordFault('tres ceibas junto al lago', ['lucia']) // => undefined
 */
export function findPasswordFault(
  password: string,
  own: readonly string[],
): 'password-short' | 'password-long' | 'password-common' | undefined {
  const length = [...password.normalize('NFKC')].length
  if (length < passwordLength.least) return 'password-short'
  if (length > passwordLength.most) return 'password-long'
  const folded = fold(password)
  const stem = lettersOf(folded)
  const known = [...own, 'caudal'].flatMap((each) => fold(each).split(/[^\p{L}\p{N}]+/u))
  let rest = folded
  for (const part of known) if (part.length >= 4) rest = rest.replaceAll(part, '')
  const ownAlone = rest !== folded && rest.replace(/[^\p{L}]/gu, '').length < 4
  const obvious =
    common.has(folded) ||
    // a common password with figures and marks around it: password1234, !qwerty2026
    (stem.length > 2 && common.has(stem) && stem.length > folded.length - 8) ||
    ownAlone ||
    new Set(folded).size < 5 ||
    isRun(folded)
  return obvious ? 'password-common' : undefined
}

/** @throws {Refusal} accounts.password-short, accounts.password-long, accounts.password-common */
export function checkPassword(password: string, own: readonly string[]): void {
  const fault = findPasswordFault(password, own)
  if (fault !== undefined) throw accountRefusals.refuse(fault, passwordLength)
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function lettersOf(folded: string): string {
  return folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

/** abcdefghijkl, 123456789012, 987654321098 and the like. */
function isRun(text: string): boolean {
  const steps = new Set<number>()
  for (let at = 1; at < text.length; at += 1) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1)
    steps.add(step === -9 ? 1 : step === 9 ? -1 : step)
  }
  return steps.size <= 1
}
