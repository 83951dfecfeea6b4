import { escapeHtml } from '@caudal/methods/publish'
import { frenchSpacesOfHtml, languages, type Language } from '@caudal/methods/vocabulary'
import { addressOf, footerPlaces, isWithin, sections } from '../../frame/site-map.ts'
import type { Words } from '../../words/catalogue.ts'

/** What every baked page of the site is made with. */
export interface SiteFrame {
  readonly language: Language
  readonly words: Words
  /** Addresses of the style and of the script, which adds and never carries content. */
  readonly styles: readonly string[]
  readonly script: string | undefined
}

export interface SitePage {
  /** The address after the language: `/countries/GTM`; empty for the home page. */
  readonly path: string
  readonly title: string
  readonly description: string
  readonly synthetic: boolean
  /** A feed that follows what the page shows. */
  readonly feed?: { readonly href: string; readonly title: string }
  /** What stands in `main`, its `h1` included. */
  readonly body: string
}

const names: Record<Language, string> = { es: 'Español', en: 'English', fr: 'Français' }

/** A page of the site as HTML that is whole without a script: bar, content, footer. */
export function renderPage(page: SitePage, frame: SiteFrame): string {
  const { language, words, styles, script } = frame
  const t = words.site
  const title = page.path === '' ? `Caudal · ${page.title}` : `${page.title} · Caudal`
  const alternates = languages
    .map(
      (each) => `<link rel="alternate" hreflang="${each}" href="/${each}${escapeHtml(page.path)}">`,
    )
    .join('')
  const feed = page.feed
    ? `<link rel="alternate" type="application/atom+xml" href="${escapeHtml(page.feed.href)}" title="${escapeHtml(page.feed.title)}">`
    : ''
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><meta name="description" content="${escapeHtml(page.description)}">${alternates}${feed}<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="apple-touch-icon" href="/icon-192.png"><link rel="manifest" href="/manifest.${language}.webmanifest">${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('')}${script ? `<script type="module" src="${script}"></script>` : ''}</head>
<body class="site"><a class="site-skip" href="#content">${escapeHtml(t.skip)}</a>
${renderBar(page, frame)}
<main id="content" tabindex="-1" class="site-main">${page.synthetic ? `<p class="banner"><strong>${escapeHtml(words.status.synthetic)}.</strong> ${escapeHtml(words.status.syntheticWhy)}</p>` : ''}${page.body}</main>
${renderFooter(frame)}
</body></html>
`
  return language === 'fr' ? frenchSpacesOfHtml(html) : html
}

function renderBar({ path }: SitePage, { language, words }: SiteFrame): string {
  const t = words.site
  const places = sections
    .map((section) => {
      const current = isWithin(path, section.path) ? ' aria-current="page"' : ''
      return `<a href="${addressOf(section, language)}"${current}>${escapeHtml(section.label[language])}</a>`
    })
    .join('')
  const switches = languages
    .map(
      (each) =>
        `<a href="/${each}${escapeHtml(path)}" hreflang="${each}" lang="${each}"${each === language ? ' aria-current="true"' : ''}>${names[each]}</a>`,
    )
    .join('')
  const here = path === '' ? ' aria-current="page"' : ''
  return `<header class="site-header"><div class="site-bar"><a href="/${language}" class="site-brand"${here}><svg viewBox="0 0 32 24" width="32" height="24" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-linecap="round"><path d="M2 3.5c11 0 11 8.5 21 8.5" stroke-width="2.5"/><path d="M2 20.5c11 0 11-8.5 21-8.5" stroke-width="2.5"/><path d="M2 12h28" stroke-width="4.5"/></g></svg>${escapeHtml(t.name)}</a><nav aria-label="${escapeHtml(t.menu)}" class="site-nav">${places}<a href="/${language}/desk" data-desk hidden>${escapeHtml(t.desk)}</a></nav><a class="site-open" data-search href="/${language}/explore">${icon(searchPath)}<span>${escapeHtml(words.search.open)}</span></a><a class="site-open" href="/${language}/account">${icon(personPath)}<span>${escapeHtml(t.account)}</span></a><nav aria-label="${escapeHtml(t.languages)}" class="site-languages">${switches}</nav></div></header>`
}

const searchPath = 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5 14 14'
const personPath =
  'M8 7.5a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM2.500 13.500c.5-3 2.500-4 5.500-4s5 1 5.500 4'

const icon = (path: string): string =>
  `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`

function renderFooter({ language, words }: SiteFrame): string {
  const t = words.site
  const places = footerPlaces
    .map(
      (place) =>
        `<li><a href="${addressOf(place, language)}">${escapeHtml(t[place.label])}</a></li>`,
    )
    .join('')
  const choices = (['automatic', 'light', 'dark'] as const)
    .map((each) => `<option value="${each}">${escapeHtml(t[each])}</option>`)
    .join('')
  return `<footer class="site-footer no-print"><div class="site-footer-bar"><div><p>${escapeHtml(t.about)}</p><p class="hint">${escapeHtml(t.nothingRun)}</p></div><ul class="site-footer-links">${places}</ul><div class="site-appearance" data-appearance-choice hidden><label for="appearance">${escapeHtml(t.appearance)}</label><select id="appearance" class="select">${choices}</select></div></div></footer>`
}

/** Where there is no such page: said, with the ways on. */
export function renderNotFound(path: string, frame: SiteFrame): string {
  const { language, words } = frame
  const t = words.problem
  const body = `<header class="page-head"><h1>${escapeHtml(t.notFound)}</h1><p class="lead">${escapeHtml(t.notFoundWhat)}</p><p><a class="button" href="/${language}">${escapeHtml(t.toHome)}</a> <a class="button" href="/${language}/explore">${escapeHtml(t.toExplore)}</a></p></header>`
  return renderPage(
    { path, title: t.notFound, description: t.notFoundWhat, synthetic: false, body },
    frame,
  )
}
