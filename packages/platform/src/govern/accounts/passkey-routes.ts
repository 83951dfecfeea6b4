import type { FastifyInstance, FastifyRequest } from 'fastify'
import { callerOf } from '../access-of-routes.ts'
import type { Accounts } from './accounts.ts'
import { removePasskey } from './own-account.ts'
import {
  addPasskey,
  askForPasskey,
  askToSignIn,
  confirmByPasskey,
  listPasskeys,
  signInWithPasskey,
  type Site,
} from './passkeys.ts'
import { bodies, readBody } from './request-body.ts'
import { keep, originOf, sessionOf, type AccountRoutesOptions } from './sign-in-routes.ts'

const wayIn = { config: { access: { open: 'way-in' } } } as const
const own = { config: { access: { operation: 'govern.own-account', person: true } } } as const
const ownFresh = {
  config: { access: { operation: 'govern.own-account', person: true, fresh: true } },
} as const

/** Signing in with passkeys, and keeping them. */
export function addPasskeyRoutes(
  server: FastifyInstance,
  accounts: Accounts,
  { cookie, nodeName }: AccountRoutesOptions,
): void {
  const siteOf = (request: FastifyRequest): Site => ({
    host: request.hostname,
    origin: `${request.protocol}://${request.host}`,
    nodeName,
  })

  server.post('/api/govern/sign-in/passkey/question', wayIn, async (request) => {
    readBody(bodies.nothing, request.body)
    return askToSignIn(accounts, siteOf(request), originOf(request))
  })

  server.post('/api/govern/sign-in/passkey', wayIn, async (request, reply) => {
    const given = readBody(bodies.passkey, request.body)
    const { session } = await callerOf(request)
    const site = siteOf(request)
    const { secret, next } = await signInWithPasskey(
      accounts,
      site,
      given,
      originOf(request),
      session,
    )
    return keep(reply, cookie, secret).send({ next })
  })

  server.post('/api/govern/account/confirm/passkey', own, async (request, reply) => {
    const given = readBody(bodies.passkey, request.body)
    const session = await sessionOf(request)
    const { secret, next } = await confirmByPasskey(
      accounts,
      session,
      siteOf(request),
      given,
      originOf(request),
    )
    return keep(reply, cookie, secret).send({ next })
  })

  server.get('/api/govern/account/passkeys', own, async (request) => {
    const { account } = await sessionOf(request)
    return { passkeys: await listPasskeys(accounts, account.id) }
  })

  server.post('/api/govern/account/passkeys/question', ownFresh, async (request) => {
    readBody(bodies.nothing, request.body)
    return askForPasskey(accounts, await sessionOf(request), siteOf(request))
  })

  server.post('/api/govern/account/passkeys', ownFresh, async (request) => {
    const { label = '', ...given } = readBody(bodies.passkey, request.body)
    const session = await sessionOf(request)
    await addPasskey(accounts, session, siteOf(request), { ...given, label: label || nodeName })
    return { added: true }
  })

  server.delete<{ Params: { id: string } }>(
    '/api/govern/account/passkeys/:id',
    ownFresh,
    async (request) => {
      await removePasskey(accounts, await sessionOf(request), request.params.id)
      return { removed: true }
    },
  )
}
