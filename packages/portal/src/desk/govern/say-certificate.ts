import { listRecordTypes } from '@caudal/methods/collect'
import type { Language } from '@caudal/methods/vocabulary'
import { sayDay } from '../../account/own/moment.ts'
import { certificateWords } from './words/certificate-words.ts'

/** A signed line of a certificate, and what it says; a line that this page does not know says itself. */
export interface SaidLine {
  readonly line: string
  readonly label: string
  readonly said: string
}

/**
 * What a certificate of erasure, or an answer that nothing is held, says, line by line, in the reader's language. What
 * was signed stays as it is: this stands beside it.
 *
 * @param countries names by code
 */
export function sayCertificate(
  certificate: string,
  countries: ReadonlyMap<string, string>,
  language: Language,
): readonly SaidLine[] {
  const words = certificateWords[language]
  // the signatures follow an empty line
  const [, log = '', ...lines] = certificate.split('\n\n')[0]!.trimEnd().split('\n')
  const say = (line: string): Omit<SaidLine, 'line'> => {
    const [, kind = '', said = ''] =
      /^(request|records|entry|within|searched by|not searched|on) (.*)$/.exec(line) ?? []
    switch (kind) {
      case 'request':
        return { label: words.request, said }
      case 'records':
        return { label: words.erased, said: words.records(said) }
      case 'entry':
        return { label: words.entry, said: words.entryNumber(said) }
      case 'within': {
        const code = said.replace(/^country /, '')
        const name = countries.get(code) ?? code
        return {
          label: words.within,
          said: said === 'node' ? words.wholeNode : words.countryOf(name),
        }
      }
      case 'searched by':
        return {
          label: words.searchedBy,
          said: said
            .split(', ')
            .map((field) => labelOfField(field, language))
            .join(', '),
        }
      case 'not searched':
        return { label: words.notSearched, said: sayUnsearched(said, language) }
      case 'on':
        return {
          label: words.on,
          said: /^\d{4}-\d\d-\d\d$/.test(said) ? sayDay(said, language) : said,
        }
      default:
        return { label: '', said: line }
    }
  }
  return [
    { line: log, label: words.by, said: log },
    ...lines.map((line) => ({ line, ...say(line) })),
  ]
}

function labelOfField(id: string, language: Language): string {
  const fields = listRecordTypes().flatMap((type) => type.fields)
  return fields.find((field) => field.id === id)?.label[language] ?? id
}

function sayUnsearched(said: string, language: Language): string {
  const words = certificateWords[language]
  const [, records, batches] = /records without names (\d+) in batches ([\d, ]*\d)/.exec(said) ?? []
  const [, files] = /files not imported (\d+)/.exec(said) ?? []
  const parts = [
    ...(records === undefined ? [] : [words.withoutNames(records, batches!)]),
    ...(files === undefined ? [] : [words.notImported(files)]),
  ]
  return parts.length === 0 ? said : parts.join('; ')
}
