import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../words/speaking.tsx'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import type { LinkWording } from './link-wording.ts'

const linkWords: Readonly<Record<Language, LinkWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of the pages of linkage, fetched with those pages and with no other. */
export function useLinkWords(): LinkWording {
  return linkWords[useSpeaking().language]
}
