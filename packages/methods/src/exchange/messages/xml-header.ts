import type { Words } from '../information-model/structures.ts'
import type { MessageHeader } from './message-header.ts'
import { element, escapeXml } from './xml-text.ts'

/** Words in every language, one element each. */
export function wordsXml(name: string, words: Words | undefined): string {
  return Object.entries(words ?? {})
    .map(([language, text]) => element(name, { 'xml:lang': language }, escapeXml(text)))
    .join('')
}

/**
 * The header of a message of SDMX-ML 2.1.
 *
 * @param middle elements that belong between sender and source: the structures of data
 */
export function headerXml(header: MessageHeader, middle = '', end = ''): string {
  return element(
    'mes:Header',
    {},
    element('mes:ID', {}, escapeXml(header.id)),
    element('mes:Test', {}, String(header.test ?? false)),
    element('mes:Prepared', {}, header.prepared),
    element('mes:Sender', { id: header.sender.id }, wordsXml('com:Name', header.sender.name)),
    wordsXml('com:Name', header.name),
    middle,
    header.extracted !== undefined && middle !== ''
      ? element('mes:Extracted', {}, header.extracted)
      : '',
    end,
  )
}
