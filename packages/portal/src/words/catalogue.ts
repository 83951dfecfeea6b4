import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import type { Words } from './es.ts'

export type { Words } from './es.ts'

/** The catalogue of one language; a page loads its own and no other. */
export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case 'es':
      return (await import('./es.ts')).es
    case 'en':
      return (await import('./en.ts')).en
    case 'fr':
      return frenchSpacesOf((await import('./fr.ts')).fr)
  }
}
