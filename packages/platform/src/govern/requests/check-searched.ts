import type { SearchedIdentity } from './find-records.ts'
import { searchRefusals } from './refusals.ts'

/** Fields that name a person in every type of record: by others nobody would be found, whoever is held. */
export const namingFields = [
  'document_number',
  'given_names',
  'family_names',
  'birth_date',
] as const

/** All fields that are kept as identities, by which persons are looked for; the last two are of one type of record each. */
export const searchedFields: readonly string[] = [
  ...namingFields,
  'register_number',
  'permit_number',
]

/**
 * That a search can find somebody at all: each field is one of identity and says something once signs and blanks are
 * taken away. Otherwise the answer would be that nothing is held, and a person would be told so.
 *
 * @throws {Refusal} registers.nothing-searched, registers.field-names-nobody
 */
export function checkSearched(searched: SearchedIdentity): void {
  const given = Object.entries(searched)
  if (given.length === 0) throw searchRefusals.refuse('nothing-searched')
  const idle = given.find(
    ([field, value]) => !searchedFields.includes(field) || !/[\p{L}\p{N}]/u.test(value),
  )
  if (idle === undefined) return
  const fields = namingFields.join(', ')
  throw searchRefusals.refuse('field-names-nobody', { field: idle[0], fields })
}
