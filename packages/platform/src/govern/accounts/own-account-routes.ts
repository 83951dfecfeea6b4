import type { FastifyInstance, FastifyRequest } from 'fastify'
import { decideOperation, operations, purposesOf, type Operation } from '@caudal/methods/govern'
import { callerOf } from '../access-of-routes.ts'
import type { Accounts } from './accounts.ts'
import {
  changeAuthenticator,
  changePassword,
  chooseLanguage,
  offerAuthenticator,
  renewRecoveryCodes,
} from './own-account.ts'
import { countIdentities } from './provider.ts'
import { bodies, readBody } from './request-body.ts'
import { listSecondFactors } from './second-factor.ts'
import { endOwnSession, endSessions, isFresh, listSessions } from './sessions.ts'
import { keep, originOf, sessionOf, type AccountRoutesOptions } from './sign-in-routes.ts'
import { confirmSession } from './sign-in.ts'
import { listTokenOperations, listTokens, makeToken, revokeToken } from './tokens.ts'

const own = { config: { access: { operation: 'govern.own-account', person: true } } } as const
const ownFresh = {
  config: { access: { operation: 'govern.own-account', person: true, fresh: true } },
} as const

/** One's own account: `/api/govern/account`. */
export function addOwnAccountRoutes(
  server: FastifyInstance,
  accounts: Accounts,
  options: AccountRoutesOptions,
): void {
  const { cookie, nodeName } = options
  // Open, so that a page may ask whether anybody is signed in; it tells nobody anything.
  server.get('/api/govern/account', { config: { access: { open: 'way-in' } } }, (request) =>
    describeCaller(accounts, options, request),
  )

  server.post('/api/govern/account/confirm', own, async (request, reply) => {
    const given = readBody(bodies.confirm, request.body)
    const session = await sessionOf(request)
    const { secret, next } = await confirmSession(accounts, session, given, originOf(request))
    return keep(reply, cookie, secret).send({ next })
  })

  server.put('/api/govern/account/password', ownFresh, async (request) => {
    const given = readBody(bodies.newPassword, request.body)
    await changePassword(accounts, await sessionOf(request), given)
    return { changed: true }
  })

  server.post('/api/govern/account/authenticator', ownFresh, async (request) => {
    readBody(bodies.nothing, request.body)
    const { account } = await sessionOf(request)
    return offerAuthenticator(accounts, account.name, nodeName)
  })

  server.put('/api/govern/account/authenticator', ownFresh, async (request) => {
    const given = readBody(bodies.authenticator, request.body)
    await changeAuthenticator(accounts, await sessionOf(request), given)
    return { changed: true }
  })

  server.post('/api/govern/account/recovery-codes', ownFresh, async (request) => {
    readBody(bodies.nothing, request.body)
    return { recoveryCodes: await renewRecoveryCodes(accounts, await sessionOf(request)) }
  })

  server.put('/api/govern/account/language', own, async (request) => {
    const { language } = readBody(bodies.language, request.body)
    await chooseLanguage(accounts, await sessionOf(request), language)
    return { language }
  })

  server.get('/api/govern/account/sessions', own, async (request) => {
    const { id, account } = await sessionOf(request)
    const sessions = await listSessions(accounts, account.id)
    return { sessions: sessions.map((each) => ({ ...each, here: each.id === id })) }
  })

  server.delete<{ Params: { id: string } }>(
    '/api/govern/account/sessions/:id',
    ownFresh,
    async (request) => {
      const { account } = await sessionOf(request)
      await endOwnSession(accounts, account.id, request.params.id)
      return { ended: true }
    },
  )

  server.delete('/api/govern/account/sessions', ownFresh, async (request) => {
    const { id, account } = await sessionOf(request)
    await endSessions(accounts.register, accounts, account.id, id)
    await accounts.note({ kind: 'sessions-ended', actor: account.id, account: account.id })
    return { ended: true }
  })

  server.get('/api/govern/account/tokens', own, async (request) => {
    const { account } = await sessionOf(request)
    return { tokens: await listTokens(accounts, account.id) }
  })

  server.post('/api/govern/account/tokens', ownFresh, async (request) =>
    makeToken(accounts, await sessionOf(request), readBody(bodies.token, request.body)),
  )

  server.delete<{ Params: { id: string } }>(
    '/api/govern/account/tokens/:id',
    own,
    async (request) => {
      const { account } = await sessionOf(request)
      await revokeToken(accounts, account.id, request.params.id)
      return { revoked: true }
    },
  )
}

async function describeCaller(
  accounts: Accounts,
  options: AccountRoutesOptions,
  request: FastifyRequest,
) {
  const { actor, session } = await callerOf(request)
  const provider = options.provider?.name ?? null
  if (session === undefined || session.stage === 'enrolment') return { account: null, provider }
  if (session.stage === 'second-factor') return { account: null, provider, next: 'second-factor' }
  const { id, name, shownName, language, roles, institution, country, undertakingUntil } =
    session.account
  return {
    account: { id, name, shownName, language, roles, institution, country, undertakingUntil },
    operations: (Object.keys(operations) as Operation[]).filter(
      (operation) => decideOperation(actor, operation).outcome === 'allow',
    ),
    tokenOperations: listTokenOperations(actor),
    purposes: purposesOf(roles),
    factors: await listSecondFactors(accounts.register, id),
    method: session.method,
    provider,
    identities: await countIdentities(accounts, id),
    fresh: isFresh(session, accounts.now()),
  }
}
