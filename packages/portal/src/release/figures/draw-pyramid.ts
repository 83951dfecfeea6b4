import { escapeHtml, formatNumber, type TableResult } from '@caudal/methods/publish'
import { populationPyramid } from '@caudal/methods/publish/views'
import type { Language } from '@caudal/methods/vocabulary'
import type { SiteWords } from '../site/site-words.ts'
import { percent } from './plotted-series.ts'

/** Women to one side, men to the other, the oldest on top; undefined where the table has no such shape. */
export function drawPyramid(
  result: TableResult,
  words: SiteWords,
  language: Language,
): string | undefined {
  const pyramid = populationPyramid(result, {})
  if (pyramid === undefined) return undefined
  const values = pyramid.bands.flatMap(({ women, men }) => [women.value ?? 0, men.value ?? 0])
  const most = Math.max(...values)
  if (!(most > 0)) return undefined
  const used = pyramid.bands.findLastIndex(
    ({ women, men }) => (women.value ?? 0) + (men.value ?? 0) > 0,
  )
  const side = (value: number | null): string =>
    value === null
      ? '<span data-none></span>'
      : `<span style="--w:${percent(value / most)}" data-n="${formatNumber(value, language)}"></span>`
  const rows = pyramid.bands
    .slice(0, used + 1)
    .toReversed()
    .map(
      ({ label, women, men }) =>
        `<div>${side(women.value)}<b>${escapeHtml(label)}</b>${side(men.value)}</div>`,
    )
    .join('')
  const unplaced =
    pyramid.unplaced > 0
      ? `<p class="hint">${escapeHtml(words.unplaced(formatNumber(pyramid.unplaced, language)))}</p>`
      : ''
  return `<div class="pyramid" aria-hidden="true"><div class="pyramid-head"><em>${words.women}</em><b></b><em>${words.men}</em></div>${rows}</div>${unplaced}`
}
