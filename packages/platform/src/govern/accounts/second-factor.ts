import type { Queryable } from '../../store/index.ts'
import type { Accounts } from './accounts.ts'
import { isRecoveryCode, recoveryDigest } from './recovery-codes.ts'
import { accountRefusals } from './refusals.ts'
import { findCodePeriod } from './time-code.ts'

/**
 * Takes the code of the account's authenticator app, or one of its recovery codes: each once, even
 * where it is sent twice at the same moment.
 *
 * @throws {Refusal} govern.accounts.code-wrong
 */
export async function takeCode(
  register: Queryable,
  accounts: Accounts,
  account: string,
  typed: string,
): Promise<'authenticator' | 'recovery-code'> {
  if (isRecoveryCode(typed)) {
    const used = await register.query(
      'delete from account_recovery_codes where account = $1 and digest = $2 returning account',
      [account, recoveryDigest(account, typed)],
    )
    if (used.length === 0) throw accountRefusals.refuse('code-wrong')
    return 'recovery-code'
  }
  const [row] = await register.query<{ totpKey: string | null }>(
    'select totp_key as "totpKey" from accounts where id = $1',
    [account],
  )
  if (!row?.totpKey) throw accountRefusals.refuse('code-wrong')
  const key = accounts.keyring.unwrapDataKey(row.totpKey)
  const step = findCodePeriod(key, typed, accounts.now())
  if (step === undefined) throw accountRefusals.refuse('code-wrong')
  const taken = await register.query(
    `update accounts set totp_last_step = $2
     where id = $1 and (totp_last_step is null or totp_last_step < $2) returning id`,
    [account, step],
  )
  if (taken.length === 0) throw accountRefusals.refuse('code-wrong')
  return 'authenticator'
}

/** How an account can take the second step. */
export interface SecondFactors {
  readonly authenticator: boolean
  readonly passkeys: number
  readonly recoveryCodes: number
}

export async function listSecondFactors(
  register: Queryable,
  account: string,
): Promise<SecondFactors> {
  const [row] = await register.query<SecondFactors>(
    `select totp_key is not null as authenticator,
       (select count(*)::int from account_passkeys where account = accounts.id) as passkeys,
       (select count(*)::int from account_recovery_codes where account = accounts.id)
         as "recoveryCodes"
     from accounts where id = $1`,
    [account],
  )
  return row ?? { authenticator: false, passkeys: 0, recoveryCodes: 0 }
}
