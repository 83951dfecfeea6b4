import { quoteText } from '../sql-text.ts'

/**
 * The type of a column of known codes: an enumeration, which the engine compares as numbers and
 * writes to Parquet as it stands; texts it would have to look at one by one.
 */
export function enumerationSql(codes: readonly string[]): string {
  return `ENUM(${codes.map(quoteText).join(', ')})`
}

/**
 * A look-up of a text in a table of texts, as one SQL expression. The text is cast to an
 * enumeration, whose number picks the answer from a list: constant time per row. A `CASE` over
 * the table or a `map` literal look through it row by row; joins would tie the caller's query
 * to this one's tables. 1,715 spellings, 5 million rows, two cores: 0.34 s this way, 0.16 s by
 * join, 1.9 s by a `CASE` of 279, minutes by `map`.
 *
 * @param type Type of the answers; all of them must be of it.
 */
export function lookUpSql(
  text: string,
  table: ReadonlyMap<string, string>,
  type = 'VARCHAR',
): string {
  if (table.size === 0) return `CAST(NULL AS ${type})`
  const keys = [...table.keys()].map(quoteText).join(', ')
  const texts = `[${[...table.values()].map(quoteText).join(', ')}]`
  const answers = type === 'VARCHAR' ? texts : `CAST(${texts} AS ${type}[])`
  return `list_extract(${answers}, enum_code(TRY_CAST(${text} AS ENUM(${keys}))) + 1)`
}

/**
 * Whether a text is one of many, in the same way: `IN` with hundreds of texts took sixteen times
 * as long. Null where the text is missing.
 */
export function isOneOfSql(text: string, many: readonly string[]): string {
  if (many.length === 0) return `(CASE WHEN ${text} IS NOT NULL THEN FALSE END)`
  const keys = many.map(quoteText).join(', ')
  return `(CASE WHEN ${text} IS NOT NULL THEN TRY_CAST(${text} AS ENUM(${keys})) IS NOT NULL END)`
}
