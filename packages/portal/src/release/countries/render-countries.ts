import { escapeHtml } from '@caudal/methods/publish'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import { siteWords } from '../site/site-words.ts'

export interface CountryEntry {
  readonly code: string
  readonly label: string
  /** What there is of it: names of datasets. */
  readonly datasets: readonly string[]
}

/** All countries that have a page: those of the node's region first, then others it has records of. */
export function renderCountries(
  own: readonly CountryEntry[],
  others: readonly CountryEntry[],
  synthetic: boolean,
  frame: SiteFrame,
): string {
  const { language } = frame
  const t = siteWords[language].countries
  const list = (entries: readonly CountryEntry[]): string =>
    `<ul class="country-list">${entries
      .map(
        ({ code, label, datasets }) =>
          `<li><a href="/${language}/countries/${code}">${escapeHtml(label)}</a><span class="hint">${escapeHtml(datasets.length === 0 ? t.none : datasets.join(' · '))}</span></li>`,
      )
      .join('')}</ul>`
  const rest =
    others.length === 0
      ? ''
      : `<section class="page-part" aria-labelledby="others"><h2 id="others">${t.others}</h2>${list(others)}</section>`
  return renderPage(
    {
      path: '/countries',
      title: t.title,
      description: t.lead,
      synthetic,
      body: `<header class="page-head"><h1>${t.title}</h1><p class="lead">${escapeHtml(t.lead)}</p></header><div class="page-part">${list(own)}</div>${rest}`,
    },
    frame,
  )
}
