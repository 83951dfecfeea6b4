import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../../words/speaking.tsx'
import { english } from './en.ts'
import { spanish } from './es.ts'
import type { FormsWording } from './forms-wording.ts'
import { french } from './fr.ts'

const formsWords: Readonly<Record<Language, FormsWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of the pages of forms, fetched with those pages and with no other. */
export function useFormsWords(): FormsWording {
  return formsWords[useSpeaking().language]
}
