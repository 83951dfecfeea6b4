import type { CaudalNode, Keyring, Register } from '../../store/index.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { AttemptLimit } from './attempt-limits.ts'
import { eventEntry } from './event-entry.ts'
import type { AccountEvent } from './events.ts'
import { createPasswordHasher, type PasswordHasher } from './password-hasher.ts'

/** What the use cases of accounts work with; clock, costs and log are passed in. */
export interface Accounts {
  readonly register: Register
  readonly keyring: Keyring
  readonly hasher: PasswordHasher
  readonly limits: {
    /** Attempts to sign in of one caller, whatever the names. */
    readonly caller: AttemptLimit
    /** All attempts that lead to a hash: what the cores of the node can spare. */
    readonly node: AttemptLimit
  }
  readonly now: () => Date
  readonly note: (event: AccountEvent) => Promise<void>
}

export interface AccountsOptions {
  readonly now?: () => Date
  readonly hasher?: PasswordHasher
  readonly limits?: Accounts['limits']
  /** Where events go; the audit log, where nothing is said. */
  readonly note?: (event: AccountEvent) => Promise<void>
}

export function openAccounts(node: CaudalNode, options: AccountsOptions = {}): Accounts {
  return {
    register: node.register,
    keyring: node.keyring,
    hasher: options.hasher ?? createPasswordHasher(),
    limits: options.limits ?? {
      caller: new AttemptLimit({ burst: 12, perMinute: 12 }),
      node: new AttemptLimit({ burst: 16, perMinute: 240 }),
    },
    now: options.now ?? (() => new Date()),
    note:
      options.note ?? (async (event) => void (await auditLogOf(node).append(eventEntry(event)))),
  }
}
