import { quoteName, type RecordType } from '@caudal/methods/collect'

/** How the persons of records are told apart. */
export interface PersonsOfRecords {
  /** SQL over a record of the facts that names its person. */
  readonly sql: string
  /** Whether records are linked; else different persons may go for one, never one for two. */
  readonly linked: boolean
}

/** What does not change about a person; those who have all of it in common count as one. */
const lasting = ['sex', 'birth_year', 'citizenship', 'birth_country'] as const

/**
 * The persons of records: those that linkage found, where records carry them. Records that are not
 * linked are told apart by sex, year of birth, citizenship and country of birth. Different persons may
 * share all of it, so that cells are taken to hold fewer persons than they do, never more.
 */
export function personsOfRecords({ fields }: RecordType): PersonsOfRecords {
  if (fields.some(({ id }) => id === 'person')) {
    return { sql: `coalesce('#' || ${quoteName('person')}::varchar, '?')`, linked: true }
  }
  const known = lasting.filter((field) => fields.some(({ id }) => id === field))
  const parts = known.map((field) => `coalesce(${quoteName(field)}::varchar, '?')`)
  return { sql: parts.length === 0 ? "'?'" : `concat_ws('|', ${parts.join(', ')})`, linked: false }
}

/** Records that one person is taken to have in a cell at most, where records are not linked. */
export const mostRecordsOfOne = 200

/** The largest share of a cell that noise reckons with, where records are not linked. */
export const largestShareOfOne = 10
