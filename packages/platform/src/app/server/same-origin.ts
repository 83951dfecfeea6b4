import type { FastifyRequest } from 'fastify'
import { accountRefusals } from '../../govern/accounts/index.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A page elsewhere must not act through the browser of somebody who is signed in here: whatever
 * changes something comes from the node's own pages, as the browser itself says
 * (`Sec-Fetch-Site`, `Origin`). Where it says neither, nothing that a cookie opens is changed.
 *
 * @throws {Refusal} govern.accounts.request-foreign
 */
export function checkSameOrigin(request: FastifyRequest): void {
  if (safe.has(request.method)) return
  const { origin, 'sec-fetch-site': site } = request.headers
  const own = origin !== undefined && origin === `${request.protocol}://${request.host}`
  const trusted = site === undefined ? own : site === 'same-origin' && (origin === undefined || own)
  if (!trusted) throw accountRefusals.refuse('request-foreign')
}
