import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../words/speaking.tsx'
import { english } from './en.ts'
import { french } from './fr.ts'
import type { PublishWording } from './publish-wording.ts'
import { spanish } from './es.ts'

const publishWords: Readonly<Record<Language, PublishWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of the pages of releases, fetched with those pages and with no other. */
export function usePublishWords(): PublishWording {
  return publishWords[useSpeaking().language]
}
