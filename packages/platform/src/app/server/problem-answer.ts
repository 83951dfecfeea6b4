import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { decideLanguage, Refusal } from '@caudal/methods/vocabulary'
import { appRefusals } from '../refusals.ts'

/**
 * Answers every error as a problem document (RFC 9457) in the reader's language. A refusal says
 * what to do; anything else is logged and answered without its inner words.
 */
export function answerProblem(
  error: FastifyError | Refusal | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = asRefusal(error)
  const { seconds } = refusal.details
  if (typeof seconds === 'number') void reply.header('retry-after', seconds)
  if (refusal.status >= 500) request.log.error({ err: error }, 'request failed')
  const query = request.query as { language?: unknown } | undefined
  const language = decideLanguage(query?.language, request.headers['accept-language'])
  return reply
    .code(refusal.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send({
      type: `/problems/${refusal.code}`,
      title: refusal.what(language),
      detail: refusal.advice(language),
      status: refusal.status,
      code: refusal.code,
      ...refusal.details,
    })
}

function asRefusal(error: FastifyError | Refusal | Error): Refusal {
  if (error instanceof Refusal) {
    // Which server does not answer is for the log, not for whoever asks.
    return error.code === 'store.register-gone' ? appRefusals.refuse('register-away') : error
  }
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status !== undefined && status >= 400 && status < 500) {
    return appRefusals.refuse('request-malformed', { reason: error.message })
  }
  const store = storeProblem(error)
  return appRefusals.refuse(store ?? 'own-fault')
}

/** Codes of the system and of PostgreSQL for a disk or a server that takes nothing in. */
const closedToWriting = new Set(['EROFS', 'ENOSPC', 'EDQUOT', '53100', '25006', '58030'])

/** Codes of the system for a file that ought to be there. */
const awayCodes = new Set(['ENOENT', 'ENOTDIR', 'EIO', 'ESTALE', 'ENODEV', 'ENXIO', 'EACCES'])

/** What is wrong with a store, where that is why something failed; by the words of the engine, which has no codes. */
function storeProblem(error: Error): 'store-away' | 'store-closed' | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code !== undefined && closedToWriting.has(code)) return 'store-closed'
  if (code !== undefined && syscall !== undefined && awayCodes.has(code)) return 'store-away'
  if (!/^(IO|HTTP) Error:/.test(error.message)) return undefined
  return /Read-only file system|No space left|not enough space|Disk quota/i.test(error.message)
    ? 'store-closed'
    : 'store-away'
}
