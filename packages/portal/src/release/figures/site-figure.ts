import {
  chartOf,
  escapeHtml,
  formatNumber,
  periodLabel,
  printTableSpec,
  renderTable,
  type ProvenanceAnswer,
  type TableResult,
} from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { isWhole, type Coverage } from '../../explore/figure/coverage.ts'
import { titleOf } from '../../explore/figure/finding-title.ts'
import { readTable } from '../../explore/figure/reading.ts'
import { subtitleOf } from '../../explore/figure/subtitle.ts'
import { summarise } from '../../explore/figure/summary.ts'
import type { SiteFrame } from '../site/render-page.ts'
import { siteWords } from '../site/site-words.ts'
import { drawBars, mostBars } from './draw-bars.ts'
import { drawLines } from './draw-lines.ts'
import { drawPyramid } from './draw-pyramid.ts'
import { knownQuality } from './known-quality.ts'
import { mostSeries } from './plotted-series.ts'

/** A figure of a page: a table of a cube, how it is drawn, and where its numbers come from. */
export interface SiteFigure {
  /** Unique on its page. */
  readonly id: string
  readonly result: TableResult
  /** Ids of the dimensions of its cube that are time. */
  readonly timeIds: ReadonlySet<string>
  readonly coverage: Coverage | undefined
  readonly draw: 'chart' | 'pyramid' | 'table'
  readonly known: ProvenanceAnswer
  /** What an editor says in place of the finding. */
  readonly caption?: string
}

/** Rows of a table that a page shows whole; a longer one is a click away. */
const openRows = 60

/**
 * A figure as HTML that needs no script: its finding as heading, what is counted, the drawing, the
 * numbers in words, the table, how they are known, the ways on.
 *
 * @param mark begins the ids in its table, unique on the page; short where every cell repeats them
 */
export function renderSiteFigure(
  figure: SiteFigure,
  frame: SiteFrame,
  level: 2 | 3 = 3,
  mark: string = figure.id,
): string {
  const { language, words } = frame
  const t = siteWords[language]
  const { id, result, timeIds, coverage, caption } = figure
  const reading = readTable(result, timeIds)
  const heading = caption ?? titleOf(result, reading, coverage, words, language)
  const drawing = draw(figure, language)
  const query = printTableSpec(result.spec)
  // A table that an editor names may mix units: nothing is said of its numbers as if they were one.
  const summary =
    caption !== undefined && figure.draw === 'table'
      ? ''
      : summarise(result, reading, coverage, words, language)
  const table = `<div class="figure-table" tabindex="0" role="group" aria-labelledby="${id}">${renderTable(result, mark)}</div>`
  const shown =
    drawing === undefined
      ? table
      : `${drawing}${result.rowKeys.length <= openRows ? `<details><summary>${t.table}</summary>${table}</details>` : ''}`
  const files = (['csv', 'xlsx'] as const)
    .map((format) => {
      const address = `/api/cubes/${result.cube.id}/table?${query}${format === 'csv' ? '&format=csv&layout=crosstab' : '&format=xlsx'}&language=${language}`
      return `<a href="${escapeHtml(address)}" download>${format.toUpperCase()}</a>`
    })
    .join(' ')
  const explore = `/${language}/explore/${result.cube.id}?${query}${viewOf(figure)}`
  return `<section class="figure" aria-labelledby="${id}"><h${level} id="${id}">${escapeHtml(heading)}</h${level}><p class="hint">${escapeHtml(subtitleOf(result, reading, timeIds, words, language))}${result.synthetic ? ` · <strong>${escapeHtml(words.status.syntheticShort)}</strong>` : ''}</p>${shown}${renderBreaks(figure)}${summary === '' ? '' : `<p class="figure-said">${escapeHtml(summary)}</p>`}${renderKnown(figure, frame)}<p class="figure-ways"><a href="${escapeHtml(explore)}" aria-label="${escapeHtml(`${t.explore}: ${heading}`)}">${t.explore}</a><span>${t.download}: ${files}</span></p></section>`
}

function draw(figure: SiteFigure, language: Language): string | undefined {
  const { result, coverage } = figure
  const t = siteWords[language]
  if (figure.draw === 'table') return undefined
  if (figure.draw === 'pyramid') return drawPyramid(result, t, language)
  const chart = chartOf(result)
  if (chart === undefined) return undefined
  const left =
    chart.kind === 'line'
      ? chart.series.length - mostSeries
      : Math.max(chart.series.length - mostSeries, (chart.series[0]?.points.length ?? 0) - mostBars)
  const more =
    left > 0 ? `<p class="hint">${escapeHtml(t.more(formatNumber(left, language)))}</p>` : ''
  return (
    (chart.kind === 'line'
      ? drawLines(chart, language, (period) => isWhole(period, coverage))
      : drawBars(chart, language)) + more
  )
}

/** The breaks of a series that a figure shows, in sight and not only where its numbers are explained. */
function renderBreaks({ result, known, timeIds }: SiteFigure): string {
  const isSeries = [...result.rows, ...result.columns].some(({ id }) =>
    timeIds.has(id.split('.')[0]!),
  )
  if (!isSeries) return ''
  const texts = known.quality.breaks.flatMap(({ text }) => text ?? [])
  return result.notes
    .filter((note) => texts.some((text) => note.includes(text)))
    .map((note) => `<p class="hint figure-break"><b>b</b> ${escapeHtml(note)}</p>`)
    .join('')
}

/** The view of explore that shows the same. */
function viewOf(figure: SiteFigure): string {
  if (figure.draw === 'table') return ''
  if (figure.draw === 'pyramid') return '&view=pyramid'
  return chartOf(figure.result)?.kind === 'line' ? '&view=line' : '&view=bar'
}

/** Where the numbers of a figure come from: definition, method, quality, protection, sources. */
function renderKnown({ result, known }: SiteFigure, { language, words }: SiteFrame): string {
  const t = siteWords[language]
  const f = words.figure
  const protection =
    result.synthetic && result.protection === 'none' ? 'synthetic' : result.protection
  const entry = (term: string, texts: readonly string[]): string =>
    texts.length === 0
      ? ''
      : `<dt>${escapeHtml(term)}</dt>${texts.map((text) => `<dd>${escapeHtml(text)}</dd>`).join('')}`
  // a licence that all have in common is told once
  const licences = [...new Set(result.sources.map(({ licence }) => licence))]
  const sources =
    result.sources.length > 1 && licences.length === 1
      ? [...result.sources.map(({ citation }) => citation), `${f.licence}: ${licences[0]}`]
      : result.sources.map(({ citation, licence }) => `${citation} ${f.licence}: ${licence}`)
  // which variables of the table are known is said in its notes; of the others it is said in explore
  const quality = knownQuality({ ...known, completeness: [] }, { language, words })
  return `<details class="known"><summary>${t.known}</summary><dl>${entry(f.definition, [result.cube.description])}${entry(f.universe, [result.cube.universe])}${entry(words.known.quality, quality)}${entry(f.notes, result.notes)}${entry(f.protection, [words.status.protections[protection]])}${entry(sources.length > 1 ? f.sources : f.source, sources)}${entry(f.snapshot, [`${result.snapshot}. ${t.method(known.cube.methodVersion, periodLabel(known.builtOn, language))}`])}</dl></details>`
}
