import { escapeHtml } from '@caudal/methods/publish'
import { renderTiles, type Tile } from '../figures/tiles.ts'
import { renderReleases, type ReleaseEntry } from '../home/render-home.ts'
import { releasesWords } from '../releases/releases-words.ts'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import { siteWords } from '../site/site-words.ts'
import { mirrorWords, renderMirror, type Mirror } from './render-mirror.ts'
import { municipalityWords } from './render-municipalities.ts'
import { renderContents, renderSections, type PageSection } from './render-sections.ts'

/** From when to when a dataset knows a country. */
export interface DatasetCoverage {
  readonly title: string
  readonly href: string
  readonly from: string
  readonly to: string
  /** Months between without any record, by name. */
  readonly holes: string
}

export interface CountryPage {
  readonly code: string
  readonly label: string
  readonly synthetic: boolean
  readonly tiles: readonly Tile[]
  readonly sections: readonly PageSection[]
  readonly coverage: readonly DatasetCoverage[]
  readonly mirror: Mirror | undefined
  /** Months that have a sheet of returns, the newest first. */
  readonly months: readonly { readonly month: string; readonly label: string }[]
  readonly hasMunicipalities: boolean
  readonly releases: readonly ReleaseEntry[]
  readonly sources: readonly string[]
}

/** The profile of a country: its latest figures, its sections, what data there are, the sources. */
export function renderCountry(page: CountryPage, frame: SiteFrame): string {
  const { language } = frame
  const words = siteWords[language]
  const t = words.country
  const title = t.title(page.label)
  const parts: PageSection[] = [
    ...page.sections.map((section) =>
      section.id === 'returns' ? { ...section, more: renderReturnWays(page, frame) } : section,
    ),
    {
      id: 'mirror',
      title: mirrorWords[language].title,
      lead: '',
      figures: [],
      lacks: [],
      more: renderMirror(page.mirror, frame),
    },
    {
      id: 'coverage',
      title: t.coverage,
      lead: '',
      figures: [],
      lacks: [],
      more: renderCoverage(page.coverage, frame),
    },
    {
      id: 'releases',
      title: t.releases,
      lead: '',
      figures: [],
      lacks: [],
      more: `${renderReleases(page.releases, words.home.nothingReleased, words.home.superseded)}<p class="hint release-feeds"><a href="/${language}/releases?country=${page.code}">${releasesWords[language].see}</a> · <a href="/${language}/countries/${page.code}/releases.atom">${escapeHtml(releasesWords[language].feedOf(page.label))}</a></p>`,
    },
    {
      id: 'sources',
      title: t.sources,
      lead: '',
      figures: [],
      lacks: [],
      more:
        page.sources.length === 0
          ? `<p>${words.countries.none}.</p>`
          : `<ul class="plain-list">${page.sources.map((source) => `<li>${escapeHtml(source)}</li>`).join('')}</ul>`,
    },
  ]
  const tiles =
    page.tiles.length === 0
      ? ''
      : `<section class="strip" aria-labelledby="latest"><h2 id="latest">${t.latest}</h2>${renderTiles(page.tiles)}</section>`
  return renderPage(
    {
      path: `/countries/${page.code}`,
      title,
      description: t.lead(page.label),
      synthetic: page.synthetic,
      body: `<header class="page-head"><p class="eyebrow"><a href="/${language}/countries">${words.countries.title}</a></p><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(t.lead(page.label))}</p></header>${tiles}<div class="with-contents">${renderContents(parts, frame)}<div>${renderSections(parts, frame)}</div></div>`,
    },
    frame,
  )
}

/** The monthly sheets and the municipalities, below the figures of returns. */
function renderReturnWays(page: CountryPage, { language }: SiteFrame): string {
  const { code, months, hasMunicipalities } = page
  const t = siteWords[language].country
  const sheets =
    months.length === 0
      ? ''
      : `<p>${escapeHtml(t.sheets)} ${months
          .map(
            ({ month, label }) =>
              `<a href="/${language}/countries/${code}/returns/${month}">${escapeHtml(label)}</a>`,
          )
          .join(', ')}</p>`
  const places = hasMunicipalities
    ? `<p><a href="/${language}/countries/${code}/municipalities">${escapeHtml(municipalityWords[language].title(page.label))}</a></p>`
    : ''
  return sheets + places
}

function renderCoverage(coverage: readonly DatasetCoverage[], { language }: SiteFrame): string {
  const t = siteWords[language].country
  if (coverage.length === 0) return `<p>${siteWords[language].countries.none}.</p>`
  const rows = coverage
    .map(
      ({ title, href, from, to, holes }) =>
        `<tr><th scope="row"><a href="${escapeHtml(href)}">${escapeHtml(title)}</a></th><td>${escapeHtml(from)}</td><td>${escapeHtml(to)}</td><td>${escapeHtml(holes)}</td></tr>`,
    )
    .join('')
  return `<div class="figure-table" tabindex="0" role="group" aria-labelledby="coverage"><table class="words"><thead><tr><th scope="col">${t.dataset}</th><th scope="col">${t.from}</th><th scope="col">${t.to}</th><th scope="col">${t.holes}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
