import type { TableResult } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { Words } from '../../words/catalogue.ts'
import { listOf } from '../../words/in-words.ts'
import { filterValues } from './subtitle.ts'

/** Why a table has no figure to show: hidden ones are there, and never told as no records. */
export function whyEmpty(
  { statuses, filters }: Pick<TableResult, 'statuses' | 'filters'>,
  words: Words,
  language: Language,
): string {
  if (Object.values(statuses).includes('suppressed')) return words.empty.hidden
  const said = filters.map(({ label, values }) =>
    words.figure.filter(label, filterValues(values, words, language)),
  )
  return said.length === 0 ? words.empty.whole : words.empty.filtered(listOf(said, language))
}
