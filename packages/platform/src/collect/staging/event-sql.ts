import { quoteName, type OneEvent, type RecordType } from '@caudal/methods/collect'
import { isIdentity } from './lake-files-sql.ts'

/** Names of the columns that every search for repeats reads, over any relation of records. */
export const eventColumns = {
  /** Digest of the person and the event; where the person is not told, of what tells records apart. */
  one: '~one',
  /** Whether the record tells whose it is. */
  told: '~told',
} as const

/** A name alone does not tell a person: two of a family name may cross in one minute. */
export function toldSql({ oneEvent }: RecordType): string {
  if (oneEvent === undefined) return 'false'
  const [family, given, birth] = ['family_names', 'given_names', 'birth_date'].map(quoteName)
  return (
    `(${quoteName(oneEvent.number)} IS NOT NULL OR ` +
    `(${family} IS NOT NULL AND ${given} IS NOT NULL AND ${birth} IS NOT NULL))`
  )
}

/**
 * Digest, of 64 bits, of the person and of the fields that records of one event share: what is hashed is
 * the same text whether it comes from staging or from files of the lake.
 */
export function eventSql({ oneEvent }: RecordType): string {
  if (oneEvent === undefined) return 'CAST(NULL AS UBIGINT)'
  const [number, birth] = [quoteName(oneEvent.number), quoteName('birth_date')]
  const names =
    `CASE WHEN ${number} IS NULL OR ${birth} IS NULL THEN ` +
    `concat_ws('|', ${quoteName('family_names')}, ${quoteName('given_names')}) END`
  const same = oneEvent.same.map((id) => `CAST(${quoteName(id)} AS VARCHAR)`)
  return `hash(${[number, birth, names, ...same].join(', ')})`
}

/**
 * The columns {@link eventColumns} over records as they are staged. Records that do not tell whose they
 * are are known apart by their texts, numbers and days: codes repeat in every record.
 */
export function eventColumnsSql(recordType: RecordType): string[] {
  const telling = recordType.fields.filter(({ type }) => type !== 'code' && type !== 'boolean')
  const apart = `hash(${telling.map(({ id }) => quoteName(id)).join(', ')})`
  const told = toldSql(recordType)
  const one =
    recordType.oneEvent === undefined
      ? apart
      : `CASE WHEN ${told} THEN ${eventSql(recordType)} ELSE ${apart} END`
  return [`${one} AS ${quoteName(eventColumns.one)}`, `${told} AS ${quoteName(eventColumns.told)}`]
}

/** When a record's event was: to the minute, or on a day where no time is known. */
export function momentSql(
  { dateField }: RecordType,
  within: NonNullable<OneEvent['within']>,
): string {
  return `coalesce(${quoteName(within.moment)}, CAST(${quoteName(dateField!)} AS TIMESTAMP))`
}

/** Digest of every field, as text: what an earlier batch wrote as a list of codes reads alike. */
export function contentSql({ fields }: RecordType): string {
  const texts = fields.map((field) => {
    const text = `CAST(${quoteName(field.id)} AS VARCHAR)`
    return isIdentity(field) ? `coalesce(${text}, '')` : text
  })
  return `hash(${texts.join(', ')})`
}
