import type { ReactNode } from 'react'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useGovernWords } from '../words/govern-words.ts'
import type { DocumentState } from './document-state.ts'
import { sayState } from './say-state.ts'

/** How a document stands; what is overdue stands out. */
export function Standing({ state }: { readonly state: DocumentState | undefined }): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const said = sayState(state, words, language)
  return state?.is === 'late' ? <strong>{said}</strong> : said
}
