/**
 * A name as SQL: quoted, so that whatever a file calls its columns stays a name.
 *
 * @example quoteName('say "x"') // => '"say ""x"""'
 */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/**
 * A text as SQL.
 *
 * @example quoteText("Côte d'Ivoire") // => "'Côte d''Ivoire'"
 */
export function quoteText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
