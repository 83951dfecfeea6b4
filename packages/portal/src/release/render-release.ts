import { escapeHtml, renderTable, say } from '@caudal/methods/publish'
import { frenchSpacesOfHtml } from '@caudal/methods/vocabulary'
import { coverageIn } from '../explore/figure/coverage.ts'
import { titleOf } from '../explore/figure/finding-title.ts'
import { readTable } from '../explore/figure/reading.ts'
import { subtitleOf } from '../explore/figure/subtitle.ts'
import { summarise } from '../explore/figure/summary.ts'
import type { Words } from '../words/catalogue.ts'
import { drawChart } from './draw-chart.ts'
import { drawMap } from './draw-map.ts'
import type { ReleaseFigure, ReleasePage } from './release-page.ts'
import { releaseStyle } from './style.ts'
import { isHiddenWhole } from './hidden-whole.ts'
import { releaseWords } from './words.ts'

/** Where whoever serves a page may lead to it as PDF. */
export const pdfPlace = '<!-- pdf -->'

/** Where whoever serves a page may say that another has taken its place. */
export const noticePlace = '<!-- notice -->'

/** How a release is cited: by whom, what and which; where it lies and when it came out is known when it is served. */
export function releaseCitation(
  {
    language,
    id,
    title,
    institution,
  }: Pick<ReleasePage, 'language' | 'id' | 'title' | 'institution'>,
  synthetic: boolean,
): string {
  const citation = releaseWords[language].citation(title, id, institution)
  return synthetic ? `SYNTHETIC. ${citation}` : citation
}

/** What closes the citation, and stands nowhere else in a page: before it may be said where and when it came out. */
export const citationEnd = '</p></section></main>'

/**
 * A release as one page of HTML that needs no script and nothing from elsewhere: for each figure
 * its finding as title, what is counted, a chart, a map where it is of countries, a summary in words, the table, its downloads;
 * then definitions, quality, protection, limits and how to cite. The same release gives the same
 * bytes: there is no clock in it.
 */
export function renderRelease(page: ReleasePage, words: Words): string {
  const { language, id, title, figures } = page
  const t = releaseWords[language]
  const rendered = figures.map((figure) => ({ figure, ...renderFigure(figure, page, words) }))
  const contents = rendered
    .map(({ figure, heading }) => `<li><a href="#${figure.id}">${escapeHtml(heading)}</a></li>`)
    .join('')
  const others = (['es', 'en', 'fr'] as const)
    .filter((other) => other !== language)
    .map(
      (other) =>
        `<a href="../${other}/index.html" hreflang="${other}" lang="${other}">${names[other]}</a>`,
    )
    .join(' · ')
  const cubes = new Map(figures.map(({ result }) => [result.cube.id, result]))
  const definitions = [...cubes.values()].map(
    ({ cube }) =>
      `<h3>${escapeHtml(cube.title)}</h3><p>${escapeHtml(cube.description)}</p><p>${escapeHtml(t.universe)}${t.colon}${escapeHtml(cube.universe)}</p>`,
  )
  const notes = [...new Set(figures.flatMap(({ result }) => result.notes))]
  const sources = new Map(
    figures.flatMap(({ result }) => result.sources).map((source) => [source.citation, source]),
  )
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${releaseStyle}</style></head><body>
${noticePlace}
<header><p class="screen" aria-label="${t.languages}">${others}</p>${page.synthetic ? `<p class="notice"><strong>${escapeHtml(t.synthetic)}</strong></p>` : ''}<h1>${escapeHtml(title)}</h1>${page.institution === undefined ? '' : `<p>${escapeHtml(page.institution)}</p>`}<p class="subtitle">${escapeHtml(id)}</p><nav aria-label="${t.contents}"><p>${t.contents}</p><ul>${contents}</ul></nav></header>
<main>${rendered.map(({ html }) => html).join('\n')}
<section><h2>${t.definitions}</h2>${definitions.join('')}</section>
<section><h2>${t.quality}</h2><ul>${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul></section>
<section><h2>${t.protectionTitle}</h2>${figures.some(({ isReleased }) => isReleased) ? `<p>${t.protection}</p>` : ''}${figures.some(({ isReleased }) => !isReleased) ? `<p>${t.openFigures}</p>` : ''}</section>
<section><h2>${t.limits}</h2><p>${t.limitsText}</p></section>
<section><h2>${t.sources}</h2><ul>${[...sources.values()].map(({ citation, licence }) => `<li>${escapeHtml(citation)} (${escapeHtml(licence)})</li>`).join('')}</ul></section>
<section><h2>${t.cite}</h2><p>${escapeHtml(releaseCitation(page, page.synthetic))}${citationEnd}
<footer><p><a href="../archive.zip">${t.archive}</a> · <a href="../provenance.json">${t.provenance}</a> · <a href="../sdmx-structure.xml">${t.structures}</a>${pdfPlace}</p><p class="screen">${t.print}</p></footer>
</body></html>
`
  return language === 'fr' ? frenchSpacesOfHtml(html) : html
}

const names = { es: 'Español', en: 'English', fr: 'Français' } as const

function renderFigure(
  { id, result, timeIds }: ReleaseFigure,
  { language, world }: ReleasePage,
  words: Words,
): { heading: string; html: string } {
  const t = releaseWords[language]
  const times = new Set(timeIds)
  const reading = readTable(result, times)
  // What a release shows is whole, but for what is undecided in it.
  const coverage = coverageIn(result, undefined, reading.periods)
  const heading = titleOf(result, reading, coverage, words, language)
  const chart = drawChart(result, id, heading, t)
  const map = drawMap(result, id, heading, t, world)
  const shown = () => `
<p>${escapeHtml(summarise(result, reading, coverage, words, language))}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${t.table}${t.colon}${escapeHtml(heading)}">${renderTable(result, id)}</div>`
  // a table without cells or without a figure says less than why it is so
  const without = isHiddenWhole(result)
    ? t.nothingShown
    : result.values.length === 0
      ? say('empty', language)
      : undefined
  const html = `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(heading)}</h2>
<p class="subtitle">${escapeHtml(subtitleOf(result, reading, times, words, language))}</p>
${without === undefined ? `${chart ?? ''}${map ?? ''}${shown()}` : `<p>${escapeHtml(without)}</p>`}
<p class="source">${t.downloads}${t.colon}<a href="${id}.csv">CSV</a> · <a href="${id}.xlsx">XLSX</a> · <a href="${id}.json">JSON-stat</a> · SDMX${t.colon}<a href="../sdmx/${id}.xml">XML</a>, <a href="../sdmx/${id}.csv">CSV</a>, <a href="../sdmx/${id}.json">JSON</a></p></section>`
  return { heading, html }
}
