import type { Accounts } from './accounts.ts'
import { completeEnrolment } from './links.ts'
import { checkPassword } from './password-rules.ts'
import { drawRecoveryCodes, recoveryDigest } from './recovery-codes.ts'
import { accountRefusals } from './refusals.ts'
import type { Session } from './sessions.ts'
import { completeSignIn, takeAttempt, type Origin, type SignedIn } from './sign-in.ts'
import { describeTimeCode, findCodePeriod } from './time-code.ts'

/** A new key for an authenticator app, on its way to be proved by a code. */
export interface OfferedAuthenticator {
  /** Address for a QR code, and the key to type by hand. */
  readonly address: string
  readonly key: string
  /** The same key, wrapped by the node: comes back with the code that proves it. */
  readonly wrapped: string
}

/** Offers a key for an authenticator app. Nothing is kept before a code of it has been shown. */
export function offerAuthenticator(
  accounts: Accounts,
  account: string,
  node: string,
): OfferedAuthenticator {
  const { key, wrapped } = accounts.keyring.createDataKey()
  return { ...describeTimeCode(key, { node, account }), wrapped }
}

/** @throws {Refusal} govern.accounts.code-wrong */
export function proveAuthenticator(
  accounts: Accounts,
  wrapped: string,
  code: string,
): { readonly wrapped: string; readonly step: number } {
  let key: Buffer
  try {
    key = accounts.keyring.unwrapDataKey(wrapped)
  } catch {
    throw accountRefusals.refuse('code-wrong')
  }
  const step = findCodePeriod(key, code, accounts.now())
  if (step === undefined) throw accountRefusals.refuse('code-wrong')
  return { wrapped, step }
}

/** What the page of a followed link sends when all of it is filled in. */
export interface EnrolmentForm {
  readonly password: string
  readonly wrapped?: string | undefined
  readonly code: string
}

/**
 * Sets an account up, or gives it back: password, second factor, signed in. A code of the factor that
 * stands is asked for where the link does not reset it.
 *
 * @throws {Refusal} those of `checkPassword`, `proveAuthenticator` and `completeEnrolment`
 */
export async function enrol(
  accounts: Accounts,
  session: Session,
  form: EnrolmentForm,
  origin: Origin,
): Promise<SignedIn & { readonly recoveryCodes: readonly string[] }> {
  const { account } = session
  takeAttempt(accounts, origin)
  checkPassword(form.password, [account.name, account.shownName])
  const proved =
    form.wrapped === undefined ? undefined : proveAuthenticator(accounts, form.wrapped, form.code)
  const passwordHash = await accounts.hasher.hash(form.password)
  const codes = drawRecoveryCodes()
  const recoveryCodes = await completeEnrolment(
    accounts,
    session,
    {
      passwordHash,
      ...(proved === undefined ? { code: form.code } : { authenticator: proved }),
    },
    { codes, digests: codes.map((code) => recoveryDigest(account.id, code)) },
  )
  const signedIn = await completeSignIn(accounts, account, 'link', origin)
  return { ...signedIn, recoveryCodes }
}
