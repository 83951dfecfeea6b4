import { enumerationSql, quoteName, quoteText, type Field } from '@caudal/methods/collect'
import { acceptedSql, recordIdSql, stagedRows, type Staging } from './staged-rows.ts'

/** Facts: pseudonymous columns only. Grain: one row per accepted record. */
export function factsSelect(staging: Staging, dataset: string, fields: readonly Field[]): string {
  return select(
    staging,
    [`${quoteText(dataset)} AS dataset`],
    fields.filter((field) => !isIdentity(field)),
  )
}

/** Identities: what names the person. Grain: one row per accepted record. */
export function identitiesSelect(staging: Staging, fields: readonly Field[]): string {
  return select(staging, [], fields.filter(isIdentity))
}

/** Whether the record type names persons at all. */
export function hasIdentities(fields: readonly Field[]): boolean {
  return fields.some(isIdentity)
}

export function isIdentity(field: Field): boolean {
  return field.sensitivity === 'identity'
}

function select(staging: Staging, constants: readonly string[], fields: readonly Field[]): string {
  const columns = [
    `${recordIdSql(staging)} AS record_id`,
    ...constants,
    ...fields.map((field) => fieldSql(staging, field)),
  ]
  return `SELECT ${columns.join(', ')} FROM ${stagedRows(staging)} WHERE ${acceptedSql(staging)}`
}

/** Read back as text, a column of known codes is made an enumeration again: cheaper to write. */
function fieldSql({ mapping }: Staging, { id }: Field): string {
  const codes = mapping.columns.find(({ field }) => field.id === id)?.codes
  return codes === undefined
    ? quoteName(id)
    : `CAST(${quoteName(id)} AS ${enumerationSql(codes)}) AS ${quoteName(id)}`
}
