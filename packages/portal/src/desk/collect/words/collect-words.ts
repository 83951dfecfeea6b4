import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../words/speaking.tsx'
import type { CollectWording } from './collect-wording.ts'
import { english } from './en.ts'
import { french } from './fr.ts'
import { spanish } from './es.ts'

const collectWords: Readonly<Record<Language, CollectWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of the pages of received files, fetched with those pages and with no other. */
export function useCollectWords(): CollectWording {
  return collectWords[useSpeaking().language]
}
