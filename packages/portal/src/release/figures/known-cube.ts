import { escapeHtml, periodLabel, type ProvenanceAnswer } from '@caudal/methods/publish'
import type { SiteFrame } from '../site/render-page.ts'
import { siteWords } from '../site/site-words.ts'
import { knownQuality } from './known-quality.ts'

/**
 * How the numbers of a page are known, where they stand in no figure of their own: what is counted, the
 * quality of the records, notes, method.
 */
export function renderKnownCube(known: ProvenanceAnswer, frame: SiteFrame): string {
  const { language, words } = frame
  const t = siteWords[language]
  const f = words.figure
  const entry = (term: string, texts: readonly string[]): string =>
    texts.length === 0
      ? ''
      : `<dt>${escapeHtml(term)}</dt>${texts.map((text) => `<dd>${escapeHtml(text)}</dd>`).join('')}`
  const method = t.method(known.cube.methodVersion, periodLabel(known.builtOn, language))
  return `<details class="known no-print"><summary>${t.known}</summary><dl>${entry(f.definition, [known.cube.description])}${entry(f.universe, [known.cube.universe])}${entry(words.known.quality, knownQuality(known, frame))}${entry(f.notes, known.notes)}${entry(f.snapshot, [`${known.snapshot}. ${method}`])}</dl><p><a href="/${language}/explore/${known.cube.id}">${escapeHtml(`${t.explore}: ${known.cube.title}`)}</a></p></details>`
}
