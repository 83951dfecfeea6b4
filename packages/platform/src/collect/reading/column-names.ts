/**
 * The names of a header's columns, each once, as the engine tells names apart: without regard to
 * capitals. A name that comes again gets its number behind it.
 *
 * @example nameColumns(['Year', '', 'year']) // => { columns: ['Year', '#2', 'year (3)'], repeatedColumns: ['year'] }
 */
export function nameColumns(header: readonly string[]): {
  columns: readonly string[]
  repeatedColumns: readonly string[]
} {
  const taken = new Set<string>()
  const repeatedColumns: string[] = []
  const columns = header.map((given, index) => {
    let name = given === '' ? `#${index + 1}` : given
    if (taken.has(name.toLowerCase())) {
      if (given !== '') repeatedColumns.push(given)
      name = `${name} (${index + 1})`
    }
    taken.add(name.toLowerCase())
    return name
  })
  return { columns, repeatedColumns }
}
