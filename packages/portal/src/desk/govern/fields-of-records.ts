import { type Field, listRecordTypes, type RecordType } from '@caudal/methods/collect'

/** The fields of a type of record, by their ids; none where this page does not know the type. */
export function fieldsOfType(recordType: string): ReadonlyMap<string, Field> {
  const type = listRecordTypes().find(({ id }) => id === recordType)
  return new Map(type?.fields.map((field) => [field.id, field]))
}

/**
 * The fields that records of persons have, of whichever type: figures, whose ages are groups, are nobody's. Where
 * types call a field differently, the first of them names it.
 */
export function fieldsOfPersons(): ReadonlyMap<string, Field> {
  const namesPersons = ({ fields }: RecordType) =>
    fields.some(({ sensitivity }) => sensitivity === 'identity')
  const fields = new Map<string, Field>()
  for (const type of listRecordTypes().filter(namesPersons)) {
    for (const field of type.fields) if (!fields.has(field.id)) fields.set(field.id, field)
  }
  return fields
}
