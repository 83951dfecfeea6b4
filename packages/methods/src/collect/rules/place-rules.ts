import type { Text } from '../../vocabulary/index.ts'
import type { EditRule } from '../edit-rule.ts'
import { field } from './expression-words.ts'
import type { EventWords } from './person-rules.ts'
import { divisions } from './sources.ts'

/** The municipalities of a record, by the field that holds each and how a sentence names it. */
const named: Readonly<Record<string, Text>> = {
  municipality: {
    es: 'El municipio',
    en: 'The municipality',
    fr: 'La municipalité',
  },
  origin_municipality: {
    es: 'El municipio de origen',
    en: 'The municipality of origin',
    fr: 'La municipalité d’origine',
  },
  destination_municipality: {
    es: 'El municipio de destino',
    en: 'The municipality of destination',
    fr: 'La municipalité de destination',
  },
}

/**
 * A municipality exists on the day of the event. Former ones are read as those that took their
 * place; what is left is a municipality that did not exist yet, or no longer and nobody's heir.
 */
export function placeRules(
  recordType: string,
  { day }: EventWords,
  fields: readonly string[],
): readonly EditRule[] {
  return fields.map((id) => ({
    id: `${recordType}.${id.replaceAll('_', '-')}-not-in-force`,
    recordType,
    level: 'warn',
    holds: { op: 'in-code-list', of: field(id), codeList: 'municipalities', on: field(day) },
    fields: [id, day],
    message: {
      es: `${named[id]!.es} no existía con ese código el día del registro.`,
      en: `${named[id]!.en} did not exist under that code on the day of the record.`,
      fr: `${named[id]!.fr} n’existait pas sous ce code le jour de l’enregistrement.`,
    },
    source: divisions,
  }))
}
