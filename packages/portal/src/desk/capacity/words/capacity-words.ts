import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../words/speaking.tsx'
import type { CapacityWording } from './capacity-wording.ts'
import { english } from './en.ts'
import { french } from './fr.ts'
import { spanish } from './es.ts'

const words: Readonly<Record<Language, CapacityWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of the pages of data capacity, fetched with those pages and with no other. */
export function useCapacityWords(): CapacityWording {
  return words[useSpeaking().language]
}
