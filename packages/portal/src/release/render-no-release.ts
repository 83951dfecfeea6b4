import { escapeHtml } from '@caudal/methods/publish'
import { frenchSpacesOfHtml, type Language } from '@caudal/methods/vocabulary'
import { releaseStyle } from './style.ts'
import { releaseWords } from './words.ts'

/** The page where a release was looked for that is not out: none of that name, or not yet. */
export function renderNoRelease(language: Language, id: string): string {
  const t = releaseWords[language].notOut
  const list = `/${language}/releases`
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(t.title)}</title><style>${releaseStyle}</style></head><body>
<header><p class="screen"><a href="/${language}">Caudal</a> · <a href="${list}">${escapeHtml(t.list)}</a></p><h1>${escapeHtml(t.title)}</h1></header>
<main><p>${escapeHtml(t.why(id))}</p><p><a href="${list}">${escapeHtml(t.next)}</a></p></main>
</body></html>
`
  return language === 'fr' ? frenchSpacesOfHtml(html) : html
}
