import { element, escapeXml } from '@caudal/methods/exchange'
import type { Language } from '@caudal/methods/vocabulary'

/** A feed as RFC 4287 has it; every address is whole, with its host. */
export interface AtomFeed {
  /** Never changes: the address of the feed itself. */
  readonly self: string
  /** The page that shows the same. */
  readonly page: string
  readonly title: string
  readonly author: string
  readonly language: Language
  /** ISO instant where there is no entry. */
  readonly since: string
  readonly entries: readonly AtomEntry[]
}

export interface AtomEntry {
  /** Names the entry for ever, and is where it is read. */
  readonly address: string
  readonly title: string
  readonly summary: string
  /** ISO instants. */
  readonly published: string
  readonly updated: string
  readonly categories: readonly { readonly term: string; readonly label: string }[]
}

/**
 * Writes a feed.
 *
 * @see RFC 4287, The Atom Syndication Format, sections 4.1.1 and 4.1.2
 */
export function writeAtomFeed(feed: AtomFeed): string {
  const { self, page, title, author, language, since, entries } = feed
  const updated = entries.map((entry) => entry.updated).sort()
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    element('id', {}, escapeXml(self)),
    element('title', {}, escapeXml(title)),
    element('updated', {}, updated.at(-1) ?? since),
    element('author', {}, element('name', {}, escapeXml(author))),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: page }),
    ...entries.map(writeEntry),
  )}\n`
}

function writeEntry(entry: AtomEntry): string {
  const { address, title, summary, published, updated, categories } = entry
  return element(
    'entry',
    {},
    element('id', {}, escapeXml(address)),
    element('title', {}, escapeXml(title)),
    element('published', {}, published),
    element('updated', {}, updated),
    element('link', { rel: 'alternate', type: 'text/html', href: address }),
    ...categories.map(({ term, label }) => element('category', { term, label })),
    element('summary', { type: 'text' }, escapeXml(summary)),
  )
}
