import type { FastifyInstance } from 'fastify'
import type { Accounts } from './accounts.ts'
import {
  approveRecovery,
  changeAccount,
  invite,
  inviteAgain,
  listAccounts,
  recover,
  restore,
  revokeCredentials,
  suspend,
} from './administration.ts'
import { bodies, readBody } from './request-body.ts'
import { sessionOf } from './sign-in-routes.ts'

const reading = { config: { access: { operation: 'govern.accounts', person: true } } } as const
const changing = {
  config: { access: { operation: 'govern.accounts', person: true, fresh: true } },
} as const

interface OfAccount {
  Params: { id: string }
}

/** The accounts of the node, for its administrators: `/api/govern/accounts`. */
export function addAdministrationRoutes(server: FastifyInstance, accounts: Accounts): void {
  server.get('/api/govern/accounts', reading, async (request) => {
    const { account } = await sessionOf(request)
    const list = await listAccounts(accounts)
    return { accounts: list.map((each) => ({ ...each, own: each.id === account.id })) }
  })

  server.post('/api/govern/accounts', changing, async (request, reply) => {
    const invitation = readBody(bodies.invitation, request.body)
    const keeper = await keeperOf(request)
    const { account, secret } = await invite(accounts, keeper, invitation)
    return reply.code(201).send({ account, link: secret })
  })

  server.patch<OfAccount>('/api/govern/accounts/:id', changing, async (request) => {
    const change = readBody(bodies.change, request.body)
    return {
      account: await changeAccount(accounts, await keeperOf(request), request.params.id, change),
    }
  })

  server.post<OfAccount>('/api/govern/accounts/:id/invitation', changing, async (request) => ({
    link: await inviteAgain(accounts, await keeperOf(request), request.params.id),
  }))

  server.post<OfAccount>('/api/govern/accounts/:id/suspension', changing, async (request) => {
    await suspend(accounts, await keeperOf(request), request.params.id)
    return { status: 'suspended' }
  })

  server.delete<OfAccount>('/api/govern/accounts/:id/suspension', changing, async (request) => ({
    account: await restore(accounts, await keeperOf(request), request.params.id),
  }))

  server.delete<OfAccount>('/api/govern/accounts/:id/credentials', changing, async (request) => {
    await revokeCredentials(accounts, await keeperOf(request), request.params.id)
    return { ended: true }
  })

  server.post<OfAccount>('/api/govern/accounts/:id/recovery', changing, async (request) => {
    const options = readBody(bodies.recovery, request.body)
    const link = await recover(accounts, await keeperOf(request), request.params.id, options)
    return link === undefined ? { waits: true } : { waits: false, link }
  })

  server.post<OfAccount>(
    '/api/govern/accounts/:id/recovery/approval',
    changing,
    async (request) => ({
      link: await approveRecovery(accounts, await keeperOf(request), request.params.id),
    }),
  )
}

async function keeperOf(request: Parameters<typeof sessionOf>[0]): Promise<string> {
  return (await sessionOf(request)).account.id
}
