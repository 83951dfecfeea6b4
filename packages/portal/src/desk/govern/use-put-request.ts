import type { RegisterDocument } from '@caudal/methods/govern'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'

/** A request of a person as it is written by hand. */
export type WrittenRequest = RegisterDocument<'request'>

/**
 * Writes a request: what it says now, made to the version that was read (0 for a new one), so that whoever changed it
 * meanwhile is not overruled.
 */
export function usePutRequest(): (
  id: string,
  after: number,
  content: WrittenRequest,
) => Promise<void> {
  const { language } = useSpeaking()
  return async (id, after, content) => {
    const path = `/api/govern/registers/request/${encodeURIComponent(id)}`
    await tellNode('PUT', path, language, { after, content })
  }
}
