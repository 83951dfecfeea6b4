import { dateHeader } from '../offline/kept-answers.ts'
import { Problem } from './problem.ts'

/** When an answer was read, where it is one from before, for want of a line. */
export interface FromBefore {
  readonly keptAt?: string
}

/**
 * Asks the node for a JSON answer about figures; without a line it may be one that the browser kept, and
 * then says from when.
 *
 * @throws Problem where the node refuses, fails or is not reached
 */
export async function askFigures<Answer extends object>(
  path: string,
  signal: AbortSignal,
): Promise<Answer & FromBefore> {
  const response = await send(path, { signal, headers: { accept: 'application/json' } })
  const answer = await read<Answer>(response, signal)
  const keptAt = response.headers.get(dateHeader)
  return keptAt === null ? answer : { ...answer, keptAt }
}

/**
 * Asks the node for a JSON answer; what it refuses it says in the language of the page.
 *
 * @throws Problem where the node refuses, fails or is not reached
 */
export async function askNode<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const { lang } = document.documentElement
  return answerOf<Answer>(path, {
    signal,
    headers: { accept: 'application/json', 'accept-language': lang },
  })
}

/**
 * Has the node do something: what is sent is JSON, and so is the answer.
 *
 * @throws Problem where the node refuses, fails or is not reached
 */
export async function tellNode<Answer>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  language: string,
  body?: object,
): Promise<Answer> {
  const headers = { accept: 'application/json', 'accept-language': language }
  return answerOf<Answer>(path, {
    method,
    ...(body === undefined
      ? { headers }
      : {
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
  })
}

/**
 * Sends a file, or a part of one, to the node.
 *
 * @throws Problem where the node refuses, fails or is not reached
 */
export async function sendBytes<Answer>(
  path: string,
  language: string,
  bytes: Blob,
  method: 'PUT' | 'POST' = 'PUT',
): Promise<Answer> {
  return answerOf<Answer>(path, {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': language,
      'content-type': 'application/octet-stream',
    },
    body: bytes,
  })
}

async function answerOf<Answer>(path: string, request: RequestInit): Promise<Answer> {
  const response = await send(path, request)
  if (response.status === 204) return undefined as Answer
  return read<Answer>(response, request.signal)
}

async function send(path: string, request: RequestInit): Promise<Response> {
  const { signal } = request
  let response: Response
  try {
    response = await fetch(path, request)
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Problem(0)
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

async function read<Answer>(
  response: Response,
  signal: AbortSignal | null | undefined,
): Promise<Answer> {
  try {
    return (await response.json()) as Answer
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Problem(0)
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const { code, title, detail } = (await response.json()) as Record<string, unknown>
    return new Problem(response.status, text(code) ?? '', text(title), text(detail))
  } catch {
    return new Problem(response.status)
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
