import type { Actor } from '@caudal/methods/govern'
import type { CaudalNode } from '../../store/index.ts'
import { authorise } from '../authorise.ts'
import { openAccounts, type Accounts } from './accounts.ts'
import {
  type AccountChange,
  approveRecovery,
  changeAccount,
  type Invitation,
  invite,
  inviteAgain,
  type Keeper,
  listAccounts,
  recover,
  restore,
  revokeCredentials,
  suspend,
} from './administration.ts'

/**
 * What is done with the accounts of others: each use case asks the policy first, whoever calls it. One's
 * own account, and the way in, rest on the session alone and are not among these.
 */
export function createAdministration(node: CaudalNode, accounts: Accounts = openAccounts(node)) {
  const keeperOf = async (actor: Actor, account?: string): Promise<Keeper> => {
    const subject = account === undefined ? undefined : `account:${account.slice(0, 80)}`
    await authorise(node, actor, 'govern.accounts', subject)
    return actor.kind === 'terminal' ? null : actor.id
  }
  return {
    async list(actor: Actor) {
      await keeperOf(actor)
      return await listAccounts(accounts)
    },
    invite: async (actor: Actor, invitation: Invitation) =>
      await invite(accounts, await keeperOf(actor), invitation),
    inviteAgain: async (actor: Actor, id: string) =>
      await inviteAgain(accounts, await keeperOf(actor, id), id),
    change: async (actor: Actor, id: string, change: AccountChange) =>
      await changeAccount(accounts, await keeperOf(actor, id), id, change),
    suspend: async (actor: Actor, id: string) =>
      await suspend(accounts, await keeperOf(actor, id), id),
    restore: async (actor: Actor, id: string) =>
      await restore(accounts, await keeperOf(actor, id), id),
    revokeCredentials: async (actor: Actor, id: string) =>
      await revokeCredentials(accounts, await keeperOf(actor, id), id),
    recover: async (actor: Actor, id: string, options: { readonly resetsSecondFactor: boolean }) =>
      await recover(accounts, await keeperOf(actor, id), id, options),
    async approveRecovery(actor: Actor, id: string) {
      await keeperOf(actor, id)
      return await approveRecovery(accounts, actor.id, id)
    },
  }
}

/** The use cases of keeping accounts, of one node. */
export type Administration = ReturnType<typeof createAdministration>
