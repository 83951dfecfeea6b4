import { Problem } from './problem.ts'

/**
 * Asks the node for a JSON answer.
 *
 * @throws Problem where the node refuses, fails or is not reached
 */
export async function askNode<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(path, { signal, headers: { accept: 'application/json' } })
  } catch (error) {
    if (signal.aborted) throw error
    throw new Problem(0)
  }
  if (!response.ok) throw await problemOf(response)
  try {
    return (await response.json()) as Answer
  } catch (error) {
    if (signal.aborted) throw error
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
