import { listRecordTypes } from '@caudal/methods/collect'

const naming: readonly string[] = ['document_number', 'given_names', 'family_names']

/** Whether records of a type name persons, until their names are erased. */
export function namesPersons(recordType: string): boolean {
  return listRecordTypes().some(
    ({ id, fields }) => id === recordType && fields.some((field) => naming.includes(field.id)),
  )
}
