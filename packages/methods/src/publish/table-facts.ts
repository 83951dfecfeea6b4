import { isLanguage } from '../vocabulary/index.ts'
import { displayTable } from './displayed-table.ts'
import type { TableResult } from './table.ts'
import { say } from './table-words.ts'

/**
 * What travels with a table, as pairs of name and value in its language: what is counted, filters,
 * protection, source with licence, how to cite it, notes, signs.
 */
export function tableFacts(result: TableResult): { name: string; value: string }[] {
  const language = isLanguage(result.language) ? result.language : 'en'
  const facts: { name: string; value: string }[] = []
  const add = (word: Parameters<typeof say>[0], value: string | null | undefined) => {
    if (value) facts.push({ name: say(word, language), value })
  }
  if (result.synthetic) facts.push({ name: 'SYNTHETIC', value: say('note-synthetic', language) })
  add('table', result.cube.title)
  add('measure', `${result.measure.label} (${result.measure.unit})`)
  add('universe', result.cube.universe)
  for (const { label, values } of result.filters) {
    add('filters', label + say('colon', language) + values.join(', '))
  }
  add('protection', say(`protection-${result.protection}`, language))
  // of many files of one source, each to be cited by itself, the source is named once
  const named = new Set<string>()
  for (const { owner, title, licence, url } of result.sources) {
    const source = JSON.stringify([owner, title, licence, url])
    if (named.has(source)) continue
    named.add(source)
    add('source', owner + say('colon', language) + title)
    add('licence', licence)
    add('source', url)
  }
  add('citation', result.citation)
  add('snapshot', result.snapshot)
  add('updatedOn', result.updatedOn)
  for (const note of result.notes) add('notes', note)
  for (const { sign, meaning } of displayTable(result).legend) add('legend', `${sign} ${meaning}`)
  return facts
}
