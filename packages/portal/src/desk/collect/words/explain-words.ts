import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../words/speaking.tsx'
import { explainEnglish } from './explain-en.ts'
import { explainSpanish } from './explain-es.ts'
import { explainFrench } from './explain-fr.ts'
import type { ExplainWording } from './explain-wording.ts'

const words: Readonly<Record<Language, ExplainWording>> = {
  es: explainSpanish,
  en: explainEnglish,
  fr: frenchSpacesOf(explainFrench),
}

export function useExplainWords(): ExplainWording {
  return words[useSpeaking().language]
}
