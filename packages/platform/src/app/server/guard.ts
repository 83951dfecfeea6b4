import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { anonymous, decideOperation, refusalOf, sightOf } from '@caudal/methods/govern'
import { callerOf, tellCaller, type RouteAccess } from '../../govern/access-of-routes.ts'
import {
  accountRefusals,
  findCaller,
  isFresh,
  sessionMinutes,
  type Accounts,
  type SessionCookie,
} from '../../govern/accounts/index.ts'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { type CaudalNode, keepSight, settleSight, withSight } from '../../store/index.ts'
import { appRefusals } from '../refusals.ts'
import { checkSameOrigin } from './same-origin.ts'

/** One route of a server, and what it declares that it needs. */
export interface GuardedRoute {
  readonly method: string
  readonly url: string
  readonly access: RouteAccess | undefined
}

const guarded = new WeakMap<FastifyInstance, RouteOptions[]>()

/** Every route that a guarded server has. */
export function listRoutes(server: FastifyInstance): GuardedRoute[] {
  return (guarded.get(server) ?? []).flatMap(({ method, url, config }) =>
    [method].flat().map((each) => ({ method: each, url, access: config?.access })),
  )
}

/**
 * Stands before every route: who calls, and may that be done? A route says in its `config` what it
 * needs; one that does not say is closed. Nothing of the body has been read at that moment.
 */
export function addGuard(
  server: FastifyInstance,
  node: CaudalNode,
  accounts: Accounts,
  cookie: SessionCookie,
): void {
  const routes: RouteOptions[] = []
  guarded.set(server, routes)
  server.addHook('onRoute', (route) => void routes.push(route))
  // A request comes upon nobody's records before it is decided whose; the arrival of its body must
  // not lose that again.
  const sights = new WeakMap<FastifyRequest, (work: () => void) => void>()
  server.addHook('onRequest', (request, _reply, done) =>
    withSight({ of: 'nobody' }, () => {
      sights.set(request, keepSight())
      done()
    }),
  )
  server.addHook('preValidation', (request, _reply, done) => sights.get(request)!(done))
  server.addHook('onRequest', async (request) => {
    const { authorization } = request.headers
    tellCaller(request, () =>
      findCaller(accounts, { authorization, cookie: cookie.read(request.headers.cookie) }),
    )
    const { access } = request.routeOptions.config
    // A token that was revoked is refused wherever it is shown, on what is public as well.
    if (authorization !== undefined) await callerOf(request)
    // What is public to read changes nothing, whatever method it is asked with.
    else if (!isPublic(access) && !isSigned(access)) checkSameOrigin(request)
    if (request.is404) return
    if (access === undefined) {
      request.log.error({ route: request.routeOptions.url }, 'route without access')
      throw appRefusals.refuse('route-closed')
    }
    await checkAccess(node, accounts, request, access)
  })
}

function isSigned(access: RouteAccess | undefined): boolean {
  return access !== undefined && 'open' in access && access.open === 'signed'
}

function isPublic(access: RouteAccess | undefined): boolean {
  return access !== undefined && 'operation' in access && access.operation === 'publish.read'
}

async function checkAccess(
  node: CaudalNode,
  accounts: Accounts,
  request: FastifyRequest,
  access: RouteAccess,
): Promise<void> {
  if ('open' in access) return
  if ('stage' in access) {
    const { session } = await callerOf(request)
    if (session?.stage !== access.stage) throw accountRefusals.refuse('session-ended')
    return
  }
  const { operation, person, fresh } = access
  // What is open to all needs no look at who calls.
  if (decideOperation(anonymous, operation).outcome === 'allow' && !person) {
    return settleSight(sightOf(anonymous, operation))
  }
  const { actor, session, token } = await callerOf(request)
  if (person && token !== undefined) throw accountRefusals.refuse('needs-person')
  const refusal = refusalOf(decideOperation(actor, operation))
  if (refusal !== undefined) {
    // Somebody known who tries what is not his or hers is worth an entry; strangers are countless.
    if (actor.kind !== 'anonymous') {
      await auditLogOf(node).append({
        actor,
        action: operation,
        outcome: 'refuse',
        reason: refusal.code,
        subject: `route:${request.method} ${request.routeOptions.url ?? ''}`,
      })
    }
    throw refusal
  }
  settleSight(sightOf(actor, operation))
  if (fresh && (session === undefined || !isFresh(session, accounts.now()))) {
    throw accountRefusals.refuse('sign-in-again', { minutes: sessionMinutes.fresh })
  }
}
