import type { Language } from '@caudal/methods/vocabulary'
import { sayDay, sayMoment } from '../../../account/own/moment.ts'
import type { GovernWording } from '../words/govern-wording.ts'
import type { DocumentState } from './document-state.ts'

/** How a document stands, in words; '–' where its register knows no states. */
export function sayState(
  state: DocumentState | undefined,
  words: GovernWording,
  language: Language,
): string {
  if (state === undefined) return '–'
  if (!('by' in state)) return words.standings[state.is]
  const by = state.by.length > 10 ? sayMoment(state.by, language) : sayDay(state.by, language)
  return words.standings[state.is](by)
}
