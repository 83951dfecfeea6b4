/** Between the citations that figures of several sources bring together. */
const between = '; '

/**
 * Citations of a page, each once: one that joins others, as figures made from several sources do, is parted where
 * others stand on the page by themselves.
 *
 * @example citedOnce(['Crossings', 'Crossings; Permits', 'Yearbook; second edition']) // => ['Crossings', 'Permits', 'Yearbook; second edition']
 */
export function citedOnce(citations: readonly string[]): string[] {
  const known = new Set(citations)
  const parts = citations.flatMap((citation) => {
    const own = citation.split(between)
    return own.length > 1 && own.some((part) => known.has(part)) ? own : [citation]
  })
  return [...new Set(parts)]
}
