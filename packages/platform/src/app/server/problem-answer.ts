import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { decideLanguage, type Refusal, type Text } from '@caudal/methods/vocabulary'
import { refusalOfError } from '../../store/index.ts'
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
      // first, as a detail may be called `code`, `status` or `title`: whoever reads the problem knows it by its own
      ...refusal.details,
      type: `/problems/${refusal.code}`,
      title: refusal.what(language),
      detail: refusal.advice(language),
      status: refusal.status,
      code: refusal.code,
    })
}

function asRefusal(error: FastifyError | Refusal | Error): Refusal {
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status !== undefined && status >= 400 && status < 500) {
    if (status === 413) return appRefusals.refuse('body-too-large')
    if (status === 415) return appRefusals.refuse('body-kind')
    // no JSON, empty, cut short, or meant to change a prototype
    const { code } = error as FastifyError
    if (error instanceof SyntaxError || code?.startsWith('FST_ERR_CTP_')) {
      return appRefusals.refuse('body-not-json')
    }
    return appRefusals.refuse('request-malformed', { reason: reasonOf(code) })
  }
  return refusalOfError(error) ?? appRefusals.refuse('own-fault')
}

/** What the framework found wrong with a request, in words of the three languages. */
function reasonOf(code: string | undefined): Text {
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') {
    return {
      es: 'una parte de la dirección es demasiado larga',
      en: 'a part of the address is too long',
      fr: 'une partie de l’adresse est trop longue',
    }
  }
  return {
    es: 'la dirección o sus encabezados no tienen la forma debida',
    en: 'its address or its headers are not as they have to be',
    fr: 'son adresse ou ses en-têtes n’ont pas la forme voulue',
  }
}
