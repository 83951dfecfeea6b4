import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../words/speaking.tsx'
import type { AccountWording } from './account-wording.ts'
import { english } from './en.ts'
import { french } from './fr.ts'
import { spanish } from './es.ts'

const accountWords: Readonly<Record<Language, AccountWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of the pages of accounts, fetched with those pages and with no other. */
export function useAccountWords(): AccountWording {
  return accountWords[useSpeaking().language]
}
