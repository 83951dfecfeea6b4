import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../words/speaking.tsx'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import type { GovernWording } from './govern-wording.ts'

const governWords: Readonly<Record<Language, GovernWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of the pages of data protection, fetched with those pages and with no other. */
export function useGovernWords(): GovernWording {
  return governWords[useSpeaking().language]
}
