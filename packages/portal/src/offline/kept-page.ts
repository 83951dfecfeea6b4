import { escapeHtml } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { offlineWords } from './offline-words.ts'
import { dayLocale } from '../words/day-locale.ts'

/**
 * A kept page with its date above its content.
 *
 * @param html of a baked page, whose content stands in `main`
 * @param keptAt when it was received from the node
 */
export function dateKeptPage(html: string, keptAt: Date, language: Language): string {
  const when = new Intl.DateTimeFormat(dayLocale[language], {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  const said = offlineWords[language].from(when.format(keptAt))
  const banner = `<p class="banner" role="status" data-kept-at="${keptAt.toISOString()}">${escapeHtml(said)}</p>`
  return html.replace(/<main\b[^>]*>/, (main) => main + banner)
}

/** A page that is kept: where it is, and what it is called. */
export interface KeptEntry {
  readonly path: string
  readonly title: string
}

/** The page without a connection, with the kept pages of its language in their place. */
export function listKeptPages(html: string, kept: readonly KeptEntry[]): string {
  if (kept.length === 0) return html
  const items = kept.map(
    ({ path, title }) => `<li><a href="${escapeHtml(path)}">${escapeHtml(title)}</a></li>`,
  )
  return html.replace(
    /<p data-kept-pages>.*?<\/p>/s,
    () => `<ul class="plain-list" data-kept-pages>${items.join('')}</ul>`,
  )
}

/** The title of a page from its markup, without the name of the site. */
export function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
  const named = title.replace(/^Caudal · | · Caudal$/g, '')
  const characters: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  }
  return named.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity]!)
}

/** Addresses of the files of the portal that a page loads. */
export function filesOfPage(html: string): string[] {
  return [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!)
}
