import type { FastifyRequest } from 'fastify'
import { anonymous, type Actor, type Operation } from '@caudal/methods/govern'
import type { Caller } from './accounts/caller.ts'
import type { SessionStage } from './accounts/sessions.ts'

/**
 * What a route needs of whoever calls it. Every route declares it in its `config`; one that does not
 * is closed to everybody.
 *
 * - `open`: no decision is taken. A page, a sign of life, or the way in itself, which has limits of
 *   its own; `signed`: a call of another system that carries its own proof, and no cookie.
 * - `stage`: a session on its way: the second step of a sign-in, or an account being set up.
 * - `operation`: what the policy (`methods/govern`) decides; `person`: never by a token; `fresh`: only
 *   by somebody who has signed in, or confirmed it, within the last minutes.
 */
export type RouteAccess =
  | { readonly open: 'page' | 'life' | 'way-in' | 'signed' }
  | { readonly stage: Exclude<SessionStage, 'full'> }
  | { readonly operation: Operation; readonly person?: true; readonly fresh?: true }

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess
  }
}

/** The access of figures, definitions and lists that are published: anybody's. */
export const publicReading = { config: { access: { operation: 'publish.read' } } } as const

const callers = new WeakMap<FastifyRequest, () => Promise<Caller>>()

/** Tells who calls, for the routes that ask; the guard of the server does this. */
export function tellCaller(request: FastifyRequest, find: () => Promise<Caller>): void {
  let found: Promise<Caller> | undefined
  callers.set(request, () => (found ??= find()))
}

/** Who calls; nobody, where the server has no guard. */
export async function callerOf(request: FastifyRequest): Promise<Caller> {
  return (await callers.get(request)?.()) ?? { actor: anonymous }
}

/** Who calls, for a use case that finds it out where it matters. */
export function readerOf(request: FastifyRequest): () => Promise<Actor> {
  return async () => (await callerOf(request)).actor
}
