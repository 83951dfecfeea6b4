import { escapeHtml, formatNumber } from '@caudal/methods/publish'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import { releasesWords } from './releases-words.ts'

/** What is said of a release before it is out: title and time, and what became of the time. */
export interface ComingEntry {
  readonly title: string
  /** As `<time>` has it. */
  readonly iso: string
  readonly when: string
  /** Approved and given its hour, or announced for a day or month. */
  readonly isSet: boolean
  readonly isLate: boolean
  readonly moves: readonly { readonly from: string; readonly reason: string }[]
}

export interface ArchiveEntry {
  readonly title: string
  readonly href: string
  readonly zip: string
  readonly iso: string
  readonly day: string
  readonly year: string
  readonly countries: readonly string[]
  readonly themes: readonly { readonly label: string; readonly href: string }[]
  readonly successor: { readonly href: string; readonly day: string } | undefined
}

export type ArchiveFilter = Readonly<Record<'country' | 'theme' | 'year', string>>

export interface ReleasesPage {
  readonly coming: readonly ComingEntry[]
  readonly filter: ArchiveFilter
  readonly choices: Readonly<
    Record<keyof ArchiveFilter, readonly { readonly code: string; readonly label: string }[]>
  >
  readonly entries: readonly ArchiveEntry[]
  /** Releases that answer the filter, those of other pages included. */
  readonly found: number
  /** All that is out. */
  readonly all: number
  readonly page: number
  readonly pages: number
  /** Whether a release that is out shows drawn figures; then the page says so. */
  readonly synthetic: boolean
}

/** The release calendar and the archive, whose filters are a form that needs no script. */
export function renderReleasesPage(page: ReleasesPage, frame: SiteFrame): string {
  const { language } = frame
  const t = releasesWords[language]
  const body = `<header class="page-head"><h1>${t.title}</h1><p class="lead">${escapeHtml(t.lead)}</p></header>
<section class="page-part" aria-labelledby="coming"><h2 id="coming">${t.coming}</h2><p class="part-lead">${escapeHtml(t.comingLead)}</p>${renderComing(page, frame)}</section>
<section class="page-part" aria-labelledby="archive"><h2 id="archive">${t.archive}</h2>${renderArchive(page, frame)}</section>`
  return renderPage(
    {
      path: `/releases${addressOf(page.filter, page.page)}`,
      title: t.title,
      description: t.lead,
      synthetic: page.synthetic,
      feed: { href: `/${language}/releases.atom`, title: t.feedTitle },
      body,
    },
    frame,
  )
}

function renderComing({ coming }: ReleasesPage, { language }: SiteFrame): string {
  const t = releasesWords[language]
  if (coming.length === 0) return `<p class="coming-none">${escapeHtml(t.nothingComing)}</p>`
  const rows = coming.map(({ title, iso, when, isSet, isLate, moves }) => {
    const standing = isSet ? t.embargo : isLate ? t.late : t.announced
    const history = moves
      .map(({ from, reason }) => `<p class="hint">${escapeHtml(t.moved(from, reason))}</p>`)
      .join('')
    return `<li><time datetime="${iso}">${escapeHtml(when)}</time><div><p><b>${escapeHtml(title)}</b> <span class="release-mark"${isLate ? ' data-late' : ''}>${escapeHtml(standing)}</span></p>${history}</div></li>`
  })
  return `<ol class="release-list">${rows.join('')}</ol>`
}

function renderArchive(page: ReleasesPage, frame: SiteFrame): string {
  const { language } = frame
  const t = releasesWords[language]
  if (page.all === 0)
    return `<p class="part-lead">${escapeHtml(t.noneYet)}</p>${renderFeeds(page, frame)}`
  const { filter, choices } = page
  const select = (name: keyof ArchiveFilter, label: string) =>
    `<div class="field"><label for="filter-${name}">${escapeHtml(label)}</label><select class="select" id="filter-${name}" name="${name}"><option value="">${t.all}</option>${choices[
      name
    ]
      .map(
        ({ code, label: text }) =>
          `<option value="${escapeHtml(code)}"${code === filter[name] ? ' selected' : ''}>${escapeHtml(text)}</option>`,
      )
      .join('')}</select></div>`
  const isFiltered = Object.values(filter).some((each) => each !== '')
  const clear = isFiltered
    ? ` <a class="button" data-quiet href="/${language}/releases#archive">${escapeHtml(t.clear)}</a>`
    : ''
  const form = `<form class="release-filter no-print" method="get" action="/${language}/releases#archive" aria-label="${escapeHtml(t.filter)}">${select('country', t.country)}${select('theme', t.theme)}${select('year', t.year)}<p><button type="submit" class="button">${t.show}</button>${clear}</p></form>`
  const count = `<p class="release-count">${escapeHtml(page.found === 0 ? t.none : t.count(page.found, formatNumber(page.found, language)))}</p>`
  return (
    form + count + renderYears(page, frame) + renderWays(page, frame) + renderFeeds(page, frame)
  )
}

function renderYears({ entries }: ReleasesPage, frame: SiteFrame): string {
  const years = [...new Set(entries.map(({ year }) => year))]
  return years
    .map(
      (year) =>
        `<section aria-labelledby="year-${year}"><h3 id="year-${year}">${year}</h3><ul class="release-list">${entries
          .filter((entry) => entry.year === year)
          .map((entry) => renderEntry(entry, frame))
          .join('')}</ul></section>`,
    )
    .join('')
}

function renderEntry(entry: ArchiveEntry, { language }: SiteFrame): string {
  const t = releasesWords[language]
  const { title, href, zip, iso, day, countries, themes, successor } = entry
  const mark = successor
    ? ` <span class="release-mark" data-late>${t.superseded}</span> <a href="${escapeHtml(successor.href)}">${escapeHtml(t.by(successor.day))}</a>`
    : ''
  const about = [
    ...(countries.length === 0 ? [t.region] : countries).map(escapeHtml),
    ...themes.map((theme) => `<a href="${theme.href}">${escapeHtml(theme.label)}</a>`),
    `<a href="${escapeHtml(zip)}">${t.download}<span class="visually-hidden">: ${escapeHtml(title)}, ${escapeHtml(day)}</span></a>`,
  ].join(' · ')
  return `<li${successor ? ' data-old' : ''}><time datetime="${iso}">${escapeHtml(day)}</time><div><p><a href="${escapeHtml(href)}">${escapeHtml(title)}</a>${mark}</p><p class="hint">${about}</p></div></li>`
}

function renderWays({ filter, page, pages }: ReleasesPage, { language }: SiteFrame): string {
  if (pages < 2) return ''
  const t = releasesWords[language]
  const way = (to: number, label: string) =>
    to < 1 || to > pages
      ? ''
      : `<a class="button" href="/${language}/releases${escapeHtml(addressOf(filter, to))}#archive">${label}</a>`
  return `<nav class="release-ways no-print" aria-label="${t.pages}">${way(page - 1, t.newer)}<span>${t.page(`${page} / ${pages}`)}</span>${way(page + 1, t.older)}</nav>`
}

function renderFeeds({ choices, filter }: ReleasesPage, { language }: SiteFrame): string {
  const t = releasesWords[language]
  const chosen = choices.country.find(({ code }) => code === filter.country && code !== regionCode)
  const own = chosen
    ? ` · <a href="/${language}/countries/${chosen.code}/releases.atom">${escapeHtml(t.feedOf(chosen.label))}</a>`
    : ''
  return `<p class="hint release-feeds"><a href="/${language}/releases.atom">${escapeHtml(t.feed)}</a>${own}</p>`
}

/** The filter of releases that are about no single country. */
export const regionCode = 'region'

function addressOf(filter: ArchiveFilter, page: number): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '' : `?${query}`
}
