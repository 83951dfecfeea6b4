import { escapeHtml } from '@caudal/methods/publish'
import type { Words } from '../../words/catalogue.ts'
import { renderTiles, type Tile } from '../figures/tiles.ts'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import { siteWords } from '../site/site-words.ts'
import type { BoundaryFile } from '../../explore/map/boundary-areas.ts'
import { releasesWords } from '../releases/releases-words.ts'
import { renderRegionMap, type MapCountry } from './region-map.ts'

/** What the home page says, worked out by the node. */
export interface HomePage {
  readonly synthetic: boolean
  /** Whether there is any dataset with figures. */
  readonly filled: boolean
  readonly countries: readonly (MapCountry & { readonly said: string })[]
  /** What the map shows: "Returned migrants in 2023". */
  readonly mapTitle: string
  readonly world: BoundaryFile | undefined
  readonly tiles: readonly (Tile & { readonly title: string })[]
  /** Findings, the greatest change first. */
  readonly changes: readonly { readonly said: string; readonly href: string }[]
  readonly received: readonly string[]
  readonly releases: readonly ReleaseEntry[]
  readonly missing: readonly { readonly said: string; readonly advice: string }[]
}

export interface ReleaseEntry {
  readonly title: string
  readonly href: string
  readonly day: string
  readonly superseded: boolean
}

/** The region on a map with its latest figures, what changed, what was released, what is missing. */
export function renderHome(home: HomePage, frame: SiteFrame): string {
  const { words, language } = frame
  const t = siteWords[language].home
  const h = words.home
  const changed = home.filled
    ? `<section aria-labelledby="changed"><h2 id="changed">${t.changed}</h2>${renderChanges(home, frame)}</section>`
    : ''
  const body = `<div class="home"><div class="home-welcome"><h1>${escapeHtml(h.title)}</h1><p class="lead">${escapeHtml(h.lead)}</p><p><a class="button" data-primary href="/${language}/explore">${escapeHtml(h.action)}</a></p>${changed}</div>${home.filled ? renderMap(home, frame) : renderNothing(words)}</div>
${
  home.filled
    ? `<section class="strip" aria-labelledby="key"><h2 id="key">${t.key}</h2>${renderTiles(home.tiles)}</section>
<div class="three"><section aria-labelledby="released"><h2 id="released">${t.released}</h2>${renderReleases(home.releases, t.nothingReleased, t.superseded)}<p><a href="/${language}/releases">${releasesWords[language].see}</a></p></section>
<section aria-labelledby="missing"><h2 id="missing">${t.missing}</h2>${renderMissing(home, t.nothingMissing)}</section></div>`
    : ''
}`
  return renderPage(
    { path: '', title: h.title, description: h.lead, synthetic: home.synthetic, body },
    frame,
  )
}

function renderMap({ countries, mapTitle, world }: HomePage, { language }: SiteFrame): string {
  const words = siteWords[language]
  const map = renderRegionMap(countries, world)
  const list = countries
    .map(
      ({ label, said, href, value }) =>
        `<li><a href="${escapeHtml(href)}">${escapeHtml(label)}</a><span${value === null ? ' class="hint"' : ''}>${escapeHtml(said)}</span></li>`,
    )
    .join('')
  return `<section class="home-map" aria-labelledby="region"><h2 id="region">${escapeHtml(mapTitle === '' ? words.home.countries : mapTitle)}</h2>${map ?? ''}<ul class="country-figures">${list}</ul>${map ? `<p class="hint">${escapeHtml(words.boundaries)}</p>` : ''}</section>`
}

function renderNothing({ home }: Words): string {
  return `<section aria-labelledby="nothing"><h2 id="nothing">${escapeHtml(home.empty)}</h2><p>${escapeHtml(home.emptyWhy)}</p><p>${escapeHtml(home.emptyHow)}</p><pre class="command" tabindex="0"><code>npx caudal import FILE.csv \\
  --profile PROFILE</code></pre></section>`
}

function renderChanges({ changes, received }: HomePage, { language }: SiteFrame): string {
  const t = siteWords[language].home
  const said =
    changes.length === 0
      ? `<p>${escapeHtml(t.nothingChanged)}</p>`
      : `<ul class="plain-list">${changes.map(({ said: text, href }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></li>`).join('')}</ul>`
  return said + received.map((text) => `<p class="hint">${escapeHtml(text)}</p>`).join('')
}

export function renderReleases(
  releases: readonly ReleaseEntry[],
  nothing: string,
  superseded: string,
): string {
  if (releases.length === 0) return `<p>${escapeHtml(nothing)}</p>`
  return `<ul class="plain-list">${releases
    .map(
      ({ title, href, day, superseded: old }) =>
        `<li><a href="${escapeHtml(href)}">${escapeHtml(title)}</a> <span class="hint">${escapeHtml(day)}${old ? `, ${escapeHtml(superseded)}` : ''}</span></li>`,
    )
    .join('')}</ul>`
}

function renderMissing({ missing }: HomePage, nothing: string): string {
  if (missing.length === 0) return `<p>${escapeHtml(nothing)}</p>`
  return `<ul class="plain-list">${missing
    .map(
      ({ said, advice }) =>
        `<li>${escapeHtml(said)}${advice === '' ? '' : ` <span class="hint">${escapeHtml(advice)}</span>`}</li>`,
    )
    .join('')}</ul>`
}
