import type { ReactNode } from 'react'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useGovernWords } from '../words/govern-words.ts'
import type { DocumentState } from './document-state.ts'
import { sayState } from './say-state.ts'

/** States that somebody has to do something about. */
const pressing: ReadonlySet<DocumentState['is']> = new Set(['late', 'ending-soon'])

/** How a document stands; what is overdue, or ends soon, stands out. */
export function Standing({ state }: { readonly state: DocumentState | undefined }): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const said = sayState(state, words, language)
  return state !== undefined && pressing.has(state.is) ? <strong>{said}</strong> : said
}
