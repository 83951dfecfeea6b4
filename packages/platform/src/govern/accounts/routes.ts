import type { FastifyInstance } from 'fastify'
import type { Accounts } from './accounts.ts'
import { addAdministrationRoutes } from './administration-routes.ts'
import { addOwnAccountRoutes } from './own-account-routes.ts'
import { addPasskeyRoutes } from './passkey-routes.ts'
import { addProviderRoutes } from './provider-routes.ts'
import type { Administration } from './service.ts'
import { addSignInRoutes, type AccountRoutesOptions } from './sign-in-routes.ts'

/** Accounts over HTTP: the way in, one's own account, and everybody's for administrators. */
export function addAccountRoutes(
  server: FastifyInstance,
  accounts: Accounts,
  options: AccountRoutesOptions,
  keeping: Administration,
): void {
  addSignInRoutes(server, accounts, options)
  addOwnAccountRoutes(server, accounts, options)
  addPasskeyRoutes(server, accounts, options)
  if (options.provider !== undefined) addProviderRoutes(server, accounts, options, options.provider)
  addAdministrationRoutes(server, keeping)
}
