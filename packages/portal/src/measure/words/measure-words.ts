import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../words/speaking.tsx'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import type { MeasureWording } from './measure-wording.ts'

const measureWords: Readonly<Record<Language, MeasureWording>> = {
  es: spanish,
  en: english,
  fr: frenchSpacesOf(french),
}

/** The words of the pages on the node's own figures, fetched with those pages and with no other. */
export function useMeasureWords(): MeasureWording {
  return measureWords[useSpeaking().language]
}
