import { escapeHtml, periodLabel } from '@caudal/methods/publish'
import { frenchSpacesOf, type Language } from '@caudal/methods/vocabulary'
import { citationEnd, noticePlace, pdfPlace } from '../../../../portal/src/release/index.ts'
import { releasePageWords } from './page-words.ts'
import { pdfName } from './print-pdf.ts'
import type { Release } from './release-state.ts'

const spacedWords = { ...releasePageWords, fr: frenchSpacesOf(releasePageWords.fr) }

/**
 * A page as it is served: the bytes that were signed, and what has become known since (when it came out and
 * where it lies, which a citation of it says too; what took its place), with the way to the other releases. Baked pages hold none of it, because the same
 * release gives the same bytes wherever it lies.
 *
 * @param address under which the page was asked for, as readers cite it
 */
export function servedPage(
  content: Buffer,
  { id, publishAt, successor }: Release,
  language: Language,
  hasPdf: boolean,
  address: string,
): string {
  const words = spacedWords[language]
  const ways = `<p class="screen"><a href="/${language}">Caudal</a> · <a href="/${language}/releases">${escapeHtml(words.all)}</a></p>`
  const under = `<p class="subtitle">${escapeHtml(id)}`
  const day = publishAt === undefined ? '' : periodLabel(publishAt.slice(0, 10), language)
  const out = day === '' ? '' : escapeHtml(words.published(day))
  const cited = [out === '' ? '' : ` ${out}.`, ` ${link(address)}`].join('')
  let page = content
    .toString('utf8')
    .replace('<header>', () => `<header>${ways}`)
    .replace(citationEnd, () => `${cited}${citationEnd}`)
  if (out !== '') page = page.replace(under, () => `${under} · ${out}`)
  if (hasPdf) {
    const pdf = ` · <a href="${pdfName}">${escapeHtml(words.pdf)}</a>`
    // how to print it is for where there is nothing printed
    page = page.replace(pdfPlace, () => pdf).replace(printEnd, '</footer>')
  }
  if (successor === undefined) return page
  const next = link(`/releases/${successor}/${language}/index.html`, successor)
  const notice = `<p class="notice" role="status">${escapeHtml(words.superseded)} ${next}</p>`
  return page.replace(noticePlace, () => notice)
}

/** How to keep a page as PDF, as it closes every baked page. */
const printEnd = /<p class="screen">[^<]*<\/p><\/footer>/

function link(address: string, text = address): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`
}
