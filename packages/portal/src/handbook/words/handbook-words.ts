import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../words/speaking.tsx'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import type { HandbookWording } from './handbook-wording.ts'

const handbookWords: Readonly<Record<Language, HandbookWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of the handbook's pages, fetched with those pages and with no other. */
export function useHandbookWords(): HandbookWording {
  return handbookWords[useSpeaking().language]
}
