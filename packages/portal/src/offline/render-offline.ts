import { escapeHtml } from '@caudal/methods/publish'
import { renderPage, type SiteFrame } from '../release/site/render-page.ts'
import { offlineWords } from './offline-words.ts'

/** The page that a browser shows without a connection for an address it has not kept. */
export function renderOffline(frame: SiteFrame): string {
  const t = offlineWords[frame.language]
  const body = `<header class="page-head"><h1>${escapeHtml(t.title)}</h1><p class="lead">${escapeHtml(t.lead)}</p><p><a class="button" href="">${escapeHtml(t.again)}</a></p></header><section><h2>${escapeHtml(t.kept)}</h2><p data-kept-pages>${escapeHtml(t.nothingKept)}</p></section>`
  return renderPage(
    { path: '/offline', title: t.title, description: t.lead, synthetic: false, body },
    frame,
  )
}
