import { createContext, use, type ReactNode } from 'react'
import type { Language } from '@caudal/methods/vocabulary'
import type { Words } from './catalogue.ts'

interface Speaking {
  readonly language: Language
  readonly words: Words
}

const SpeakingContext = createContext<Speaking | undefined>(undefined)

/** Gives the words of one language to the pages inside. */
export function Speak({
  language,
  words,
  children,
}: Speaking & { readonly children: ReactNode }): ReactNode {
  return <SpeakingContext value={{ language, words }}>{children}</SpeakingContext>
}

/** The reader's language and its words. @throws Error outside of `Speak` */
export function useSpeaking(): Speaking {
  const speaking = use(SpeakingContext)
  if (!speaking) throw new Error('useSpeaking needs <Speak> around it')
  return speaking
}
