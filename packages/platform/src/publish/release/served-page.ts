import { escapeHtml, periodLabel } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { noticePlace, pdfPlace } from '../../../../portal/src/release/index.ts'
import { releasePageWords } from './page-words.ts'
import { pdfName } from './print-pdf.ts'
import type { Release } from './release-state.ts'

/**
 * A page as it is served: the bytes that were signed, and what has become known since (when it came out,
 * what took its place), with the way to the other releases. Baked pages hold none of it, because the same
 * release gives the same bytes wherever it lies.
 */
export function servedPage(
  content: Buffer,
  { id, publishAt, successor }: Release,
  language: Language,
  hasPdf: boolean,
): string {
  const words = releasePageWords[language]
  const ways = `<p class="screen"><a href="/${language}">Caudal</a> · <a href="/${language}/releases">${escapeHtml(words.all)}</a></p>`
  const under = `<p class="subtitle">${escapeHtml(id)}`
  let page = content.toString('utf8').replace('<header>', () => `<header>${ways}`)
  if (publishAt !== undefined) {
    const day = periodLabel(publishAt.slice(0, 10), language)
    page = page.replace(under, () => `${under} · ${escapeHtml(words.published(day))}`)
  }
  if (hasPdf) {
    const link = ` · <a href="${pdfName}">${escapeHtml(words.pdf)}</a>`
    page = page.replace(pdfPlace, () => link)
  }
  if (successor === undefined) return page
  const link = `<a href="/releases/${escapeHtml(successor)}/${language}/index.html">${escapeHtml(successor)}</a>`
  const notice = `<p class="notice" role="status">${escapeHtml(words.superseded)} ${link}</p>`
  return page.replace(noticePlace, () => notice)
}
