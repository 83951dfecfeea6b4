import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import type { MapWords } from './map-wording.ts'
import { english } from './map-words-en.ts'
import { spanish } from './map-words-es.ts'
import { french } from './map-words-fr.ts'

/** The words of every language: complete by type. */
export const mapWords: Readonly<Record<Language, MapWords>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}
