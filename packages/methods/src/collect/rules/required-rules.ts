import type { EditRule } from '../edit-rule.ts'
import type { RecordType } from '../record-type.ts'
import { isGiven } from './expression-words.ts'

/**
 * The rules that follow from the declaration: a record without a required field is rejected.
 *
 * @example requiredRules(getRecordType('movement')).map((rule) => rule.id) // => ['movement.country-missing', 'movement.crossed-on-missing', 'movement.direction-missing']
 */
export function requiredRules(recordType: RecordType): readonly EditRule[] {
  return recordType.fields
    .filter((field) => field.required)
    .map((field) => ({
      id: `${recordType.id}.${field.id.replaceAll('_', '-')}-missing`,
      recordType: recordType.id,
      level: 'reject',
      holds: isGiven(field.id),
      fields: [field.id],
      message: {
        es: `Falta un dato obligatorio: ${field.label.es}.`,
        en: `A required field is missing: ${field.label.en}.`,
        fr: `Il manque une donnée obligatoire : ${field.label.fr}.`,
      },
      source: 'Declaration of the record type',
    }))
}
