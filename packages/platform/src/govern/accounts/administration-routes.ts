import type { FastifyInstance } from 'fastify'
import { readerOf } from '../access-of-routes.ts'
import { bodies, readBody } from './request-body.ts'
import type { Administration } from './service.ts'

const reading = { config: { access: { operation: 'govern.accounts', person: true } } } as const
const changing = {
  config: { access: { operation: 'govern.accounts', person: true, fresh: true } },
} as const

interface OfAccount {
  Params: { id: string }
}

/** The accounts of the node, for its administrators: `/api/govern/accounts`. */
export function addAdministrationRoutes(server: FastifyInstance, keeping: Administration): void {
  server.get('/api/govern/accounts', reading, async (request) => {
    const actor = await readerOf(request)()
    const list = await keeping.list(actor)
    return { accounts: list.map((each) => ({ ...each, own: each.id === actor.id })) }
  })

  server.post('/api/govern/accounts', changing, async (request, reply) => {
    const invitation = readBody(bodies.invitation, request.body)
    const { account, secret } = await keeping.invite(await readerOf(request)(), invitation)
    return reply.code(201).send({ account, link: secret })
  })

  server.patch<OfAccount>('/api/govern/accounts/:id', changing, async (request) => {
    const change = readBody(bodies.change, request.body)
    const actor = await readerOf(request)()
    return { account: await keeping.change(actor, request.params.id, change) }
  })

  server.post<OfAccount>('/api/govern/accounts/:id/invitation', changing, async (request) => {
    readBody(bodies.nothing, request.body)
    return { link: await keeping.inviteAgain(await readerOf(request)(), request.params.id) }
  })

  server.post<OfAccount>('/api/govern/accounts/:id/suspension', changing, async (request) => {
    readBody(bodies.nothing, request.body)
    await keeping.suspend(await readerOf(request)(), request.params.id)
    return { status: 'suspended' }
  })

  server.delete<OfAccount>('/api/govern/accounts/:id/suspension', changing, async (request) => ({
    account: await keeping.restore(await readerOf(request)(), request.params.id),
  }))

  server.delete<OfAccount>('/api/govern/accounts/:id/credentials', changing, async (request) => {
    await keeping.revokeCredentials(await readerOf(request)(), request.params.id)
    return { ended: true }
  })

  server.post<OfAccount>('/api/govern/accounts/:id/recovery', changing, async (request) => {
    const options = readBody(bodies.recovery, request.body)
    const link = await keeping.recover(await readerOf(request)(), request.params.id, options)
    return link === undefined ? { waits: true } : { waits: false, link }
  })

  server.post<OfAccount>(
    '/api/govern/accounts/:id/recovery/approval',
    changing,
    async (request) => {
      readBody(bodies.nothing, request.body)
      return { link: await keeping.approveRecovery(await readerOf(request)(), request.params.id) }
    },
  )
}
