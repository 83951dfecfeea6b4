import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../words/speaking.tsx'
import { english } from './en.ts'
import { spanish, type SavedWording } from './es.ts'
import { french } from './fr.ts'

const savedWords: Readonly<Record<Language, SavedWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of saved views and alerts, fetched with those pages and with no other. */
export function useSavedWords(): SavedWording {
  return savedWords[useSpeaking().language]
}
