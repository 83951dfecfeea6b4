import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteAccess } from '../access-of-routes.ts'
import { callerOf } from '../access-of-routes.ts'
import type { Accounts } from './accounts.ts'
import { clientName } from './client-name.ts'
import { enrol, offerAuthenticator } from './enrolment.ts'
import { followLink } from './links.ts'
import type { ProviderSettings } from './provider.ts'
import { accountRefusals } from './refusals.ts'
import { bodies, readBody } from './request-body.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { Session } from './sessions.ts'
import { signInWithCode, signInWithPassword, signOut, type Origin } from './sign-in.ts'

export interface AccountRoutesOptions {
  readonly cookie: SessionCookie
  /** Name of the node in authenticator apps and passkeys. */
  readonly nodeName: string
  /** Provider by which people may sign in too. */
  readonly provider?: ProviderSettings | undefined
}

const open = (access: RouteAccess) => ({ config: { access } })

/** The way in and the way out: `/api/govern/sign-in`, `/api/govern/enrolment`, `/api/govern/sign-out`. */
export function addSignInRoutes(
  server: FastifyInstance,
  accounts: Accounts,
  { cookie, nodeName }: AccountRoutesOptions,
): void {
  const wayIn = open({ open: 'way-in' })

  server.post('/api/govern/sign-in', wayIn, async (request, reply) => {
    const given = readBody(bodies.password, request.body)
    const { secret, next } = await signInWithPassword(accounts, given, originOf(request))
    return keep(reply, cookie, secret).send({ next })
  })

  server.post(
    '/api/govern/sign-in/code',
    open({ stage: 'second-factor' }),
    async (request, reply) => {
      const { code } = readBody(bodies.code, request.body)
      const session = await sessionOf(request)
      const { secret, next } = await signInWithCode(accounts, session, code, originOf(request))
      return keep(reply, cookie, secret).send({ next })
    },
  )

  server.post('/api/govern/sign-in/link', wayIn, async (request, reply) => {
    const { link } = readBody(bodies.link, request.body)
    const { secret, enrolment } = await followLink(accounts, link, originOf(request))
    const { account, kind, factors } = enrolment
    const { name, shownName, language } = account
    return keep(reply, cookie, secret).send({ kind, name, shownName, language, factors })
  })

  const enrolling = open({ stage: 'enrolment' })
  server.post('/api/govern/enrolment/authenticator', enrolling, async (request) => {
    readBody(bodies.nothing, request.body)
    const { account } = await sessionOf(request)
    return offerAuthenticator(accounts, account.name, nodeName)
  })

  server.post('/api/govern/enrolment', enrolling, async (request, reply) => {
    const form = readBody(bodies.enrolment, request.body)
    const session = await sessionOf(request)
    const { secret, next, recoveryCodes } = await enrol(accounts, session, form, originOf(request))
    return keep(reply, cookie, secret).send({ next, recoveryCodes })
  })

  // Whoever wants out is let out, whatever comes with the wish.
  server.post('/api/govern/sign-out', wayIn, async (request, reply) => {
    const { session } = await callerOf(request)
    if (session !== undefined) await signOut(accounts, session)
    return reply
      .header('set-cookie', cookie.forget)
      .header('clear-site-data', '"cache", "storage"')
      .header('cache-control', 'no-store')
      .send({ next: 'signed-out' })
  })
}

export function originOf(request: FastifyRequest): Origin {
  return { address: request.ip, client: clientName(request.headers['user-agent']) }
}

/** The session of a route that the guard let through. */
export async function sessionOf(request: FastifyRequest): Promise<Session> {
  const { session } = await callerOf(request)
  if (session === undefined) throw accountRefusals.refuse('session-ended')
  return session
}

export function keep(reply: FastifyReply, cookie: SessionCookie, secret: string): FastifyReply {
  return reply.header('set-cookie', cookie.keep(secret)).header('cache-control', 'no-store')
}
