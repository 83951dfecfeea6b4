import type { ReactNode } from 'react'
import { listDerivedRecordTypes, listRecordTypes } from '@caudal/methods/collect'
import { isPurpose, purposes, type RegisterField } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import { formatNumber } from '@caudal/methods/publish'
import { sayDay, sayMoment } from '../../../account/own/moment.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useGovernWords } from '../words/govern-words.ts'
import type { GovernWording } from '../words/govern-wording.ts'
import type { Offered } from './field-input.tsx'

/** What documents refer to, by the names that people know. */
export interface Named extends Offered {
  /** Accounts that the documents mention, by id. */
  readonly people: Readonly<Record<string, string>>
}

/** What stands in a field of a document, in words. */
export function SaidValue({
  field,
  value,
  named,
}: {
  readonly field: RegisterField
  readonly value: unknown
  readonly named: Named
}): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const lines = sayLines(field, value, named, words, language)
  if (lines.length === 0) return '–'
  if (lines.length === 1) return lines[0]
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** The same as plain text, to compare two versions by. */
export function sayLines(
  { kind, parts, options }: RegisterField,
  value: unknown,
  named: Named,
  words: GovernWording,
  language: Language,
): readonly string[] {
  if (value === undefined || value === null || value === '') return []
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const several = Array.isArray(value) ? (value as readonly unknown[]) : []
  const institution = (id: string) => nameIn(named.institutions, id)
  switch (kind) {
    case 'number':
      return [formatNumber(Number(value), language)]
    case 'day':
      return [sayDay(text, language)]
    case 'moment':
      return [sayMoment(text, language)]
    case 'country':
      return [nameIn(named.countries, text)]
    case 'institution':
      return [institution(text)]
    case 'institutions':
      return several.map((id) => institution(String(id)))
    case 'party': {
      const party = value as { institution: string; country: string }
      return [`${institution(party.institution)} (${nameIn(named.countries, party.country)})`]
    }
    case 'activity':
      return [nameIn(named.activities, text)]
    case 'assessment':
      return [nameIn(named.assessments, text)]
    case 'purpose':
      return [sayPurpose(text, language)]
    case 'purposes':
      return several.map((purpose) => sayPurpose(String(purpose), language))
    case 'record-type':
      return [sayRecordType(text, language)]
    case 'record-types':
      return several.map((type) => sayRecordType(String(type), language))
    case 'choice':
      return [options?.[text]?.[language] ?? text]
    case 'yes-no':
      return [value === true ? words.documents.yes : words.documents.no]
    case 'signature': {
      const { by, on } = value as { by: string; on: string }
      return [`${sayPerson(by, named, words)}, ${sayDay(on, language)}`]
    }
    case 'list':
      return several.map((entry) =>
        parts!
          .flatMap((part) =>
            sayLines(part, (entry as Record<string, unknown>)[part.place], named, words, language),
          )
          .join(': '),
      )
    case 'shared-fields':
      return Object.entries(value).map(
        ([type, fields]) =>
          `${sayRecordType(type, language)}: ${sayFields(type, fields as string[], language)}`,
      )
    case 'fields':
      return [several.map((field) => sayField(String(field), language)).join(', ')]
    default:
      return [sayPerson(text, named, words)]
  }
}

/** Who it was, by the name that people know; the terminal of the node by what it is. */
export function sayPerson(id: string, { people }: Named, words: GovernWording): string {
  const terminal = /^terminal:(.+)$/.exec(id)?.[1]
  if (terminal !== undefined) return `${words.log.vias.terminal} (${terminal})`
  return people[id] ?? id
}

function sayPurpose(purpose: string, language: Language): string {
  return isPurpose(purpose) ? purposes[purpose][language] : purpose
}

const allTypes = () => [...listRecordTypes(), ...listDerivedRecordTypes()]

function sayRecordType(id: string, language: Language): string {
  return allTypes().find((type) => type.id === id)?.label[language] ?? id
}

function sayFields(type: string, fields: readonly string[], language: Language): string {
  const known = allTypes().find(({ id }) => id === type)?.fields ?? []
  return fields
    .map((field) => known.find(({ id }) => id === field)?.label[language] ?? field)
    .join(', ')
}

/** A field whose record type stands elsewhere in the document: called alike in most of them. */
function sayField(field: string, language: Language): string {
  for (const type of allTypes()) {
    const found = type.fields.find(({ id }) => id === field)
    if (found !== undefined) return found.label[language]
  }
  return field
}

function nameIn(of: readonly (readonly [id: string, name: string])[], id: string): string {
  return of.find(([each]) => each === id)?.[1] ?? id
}
