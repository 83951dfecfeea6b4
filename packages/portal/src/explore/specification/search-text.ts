/**
 * Writes the query part of an address with `,`, `:` and `;` left as they are, so that people can
 * read it, shorten it and put it into a citation.
 *
 * @example writeSearch({ rows: 'sex', where: 'country:SLV,GTM' }) // => '?rows=sex&where=country:SLV,GTM'
 */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}=${encode(value)}`] : [],
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/**
 * Reads the query part of an address; of names that repeat the first counts.
 *
 * @example readSearch('?rows=sex&top=10') // => { rows: 'sex', top: '10' }
 */
export function readSearch(text: string): Record<string, string> {
  const read = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(text)) {
    if (!read.has(name)) read.set(name, value)
  }
  return Object.fromEntries(read)
}

function encode(value: string): string {
  return encodeURIComponent(value).replace(/%(2C|3A|3B)/g, (escape) => decodeURIComponent(escape))
}
