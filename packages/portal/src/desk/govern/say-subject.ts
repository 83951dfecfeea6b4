import { registers } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import { subjectWords } from './words/subject-words.ts'

/** How what the log names by identifiers is called. */
export interface SubjectNames {
  readonly people: Readonly<Record<string, string>>
  readonly cubes: ReadonlyMap<string, string>
  readonly countries: ReadonlyMap<string, string>
}

/**
 * What an entry of the audit log is about, in words: the log itself has a kind and an identifier
 * (`cube:movements`). A kind that this page does not know is shown as it is written.
 */
export function saySubject(subject: string, names: SubjectNames, language: Language): string {
  const whole = subjectWords[language][subject]
  if (whole !== undefined) return whole
  const [, kind = '', id = ''] = /^([a-z-]+):(.*)$/s.exec(subject) ?? []
  const said =
    kind in registers
      ? registers[kind as keyof typeof registers].label[language]
      : subjectWords[language][kind]
  if (said === undefined) return subject
  return `${said}${language === 'fr' ? '\u00a0' : ''}: ${nameOf(kind, id, names, language)}`
}

function nameOf(
  kind: string,
  id: string,
  { people, cubes, countries }: SubjectNames,
  language: Language,
): string {
  switch (kind) {
    case 'register':
      return id in registers ? registers[id as keyof typeof registers].label[language] : id
    case 'account':
      return people[id] ?? id
    case 'cube':
      return cubes.get(id) ?? id
    case 'mirror':
    case 'country':
    case 'capacity':
      return id
        .split('-')
        .map((code) => countries.get(code.toUpperCase()) ?? code)
        .join(' – ')
    default:
      return id
  }
}
