import type { Language } from '@caudal/methods/vocabulary'
import type { Role } from '@caudal/methods/govern'
import type { Queryable } from '../../store/index.ts'
import { administrationRefusals } from './administration-refusals.ts'

export type AccountStatus = 'invited' | 'active' | 'suspended'

/** One person's account, without any secret. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly shownName: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly institution: string
  readonly country: string
  readonly status: AccountStatus
  readonly version: number
  readonly createdAt: string
  /** Last day of the confidentiality undertaking, ISO date; null where none is signed. */
  readonly undertakingUntil: string | null
}

/** The columns of `Account`, of a table that is called `accounts`. */
export const accountColumns = `accounts.id, accounts.name, accounts.shown_name as "shownName",
  accounts.language, accounts.roles, accounts.institution, accounts.country, accounts.status,
  accounts.version, accounts.created_at as "createdAt",
  undertaking_until(accounts.id::text, accounts.name_key) as "undertakingUntil"`

/**
 * A name as it is compared: two that look alike to a reader are one.
 *
 * @example foldName('Ana.Lopez@Migracion.example') // => 'ana.lopez@migracion.example'
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

/** @throws {Refusal} govern.accounts.no-such-account */
export async function getAccount(register: Queryable, id: string): Promise<Account> {
  const found = /^[0-9a-f-]{36}$/.test(id)
    ? await register.query<Account>(`select ${accountColumns} from accounts where id = $1`, [id])
    : []
  if (found[0] === undefined) throw administrationRefusals.refuse('no-such-account')
  return found[0]
}

/** @throws {Refusal} govern.accounts.no-such-account */
export async function getAccountByName(register: Queryable, name: string): Promise<Account> {
  const [found] = await register.query<Account>(
    `select ${accountColumns} from accounts where name_key = $1`,
    [foldName(name)],
  )
  if (found === undefined) throw administrationRefusals.refuse('no-such-account')
  return found
}
