import { formatNumber } from '@caudal/methods/publish'
import type { AreaRanking } from '@caudal/methods/publish/map'
import type { Language } from '@caudal/methods/vocabulary'
import { listOf } from '../../words/in-words.ts'
import { formatPercent } from '../../words/number-format.ts'
import type { MapWords } from './map-wording.ts'

/** Areas from which on it helps to know the middle one. */
const fewestForMedian = 5

/**
 * The map in one paragraph: who is first, who follows, how the rest lies, and how many areas have
 * no figure. What a reader gets who does not see the picture.
 *
 * @param at the choice as the end of a phrase, with its leading space: ' in 2023, women', or ''
 * @param write how a figure is written
 */
export function describeMap(
  ranking: AreaRanking,
  at: string,
  write: (value: number) => string,
  words: MapWords,
  language: Language,
): string {
  const t = words.summary
  const count = (value: number): string => formatNumber(value, language)
  const { ranked, missing, suppressed, zeros, negatives, total } = ranking
  const sentences: string[] = []
  const [first, ...rest] = ranked

  if (!first) sentences.push(t.nothing)
  else if (rest.length === 0) sentences.push(t.single(at, first.label, write(first.value)))
  else if (first.value === rest.at(-1)!.value) {
    sentences.push(t.allEqual(count(ranked.length), write(first.value)))
  } else {
    const share = total !== null && total > 0 && negatives === 0 ? first.value / total : undefined
    sentences.push(
      share === undefined
        ? t.highest(at, first.label, write(first.value))
        : t.highestWithShare(at, first.label, write(first.value), formatPercent(share, language)),
    )
    const others = rest.slice(0, 2).filter(({ value }) => value !== 0)
    if (others.length > 0 && rest.length > 1) {
      const parts = others.map(({ label, value }) => t.part(label, write(value)))
      sentences.push(t.next(listOf(parts, language)))
    }
    const last = rest.at(-1)!
    if (rest.length > others.length && last.value !== 0) {
      sentences.push(t.lowest(last.label, write(last.value)))
    }
    if (ranked.length >= fewestForMedian && ranking.median) {
      sentences.push(t.half(write(ranking.median)))
    }
  }
  if (zeros > 0 && ranked.length > 1 && zeros < ranked.length) {
    sentences.push(t.zeros(zeros, count(zeros)))
  }
  if (negatives > 0) sentences.push(t.losses(negatives, count(negatives)))
  if (missing.length > 0) sentences.push(t.missing(missing.length, count(missing.length)))
  if (suppressed.length > 0) {
    sentences.push(t.suppressed(suppressed.length, count(suppressed.length)))
  }
  return sentences.join(' ')
}
