import type { SearchEntry } from './search-entry.ts'

/** What one word typed scores at the entries, and at the wholes that they are part of. */
export interface WordScores {
  readonly own: ReadonlyMap<number, number>
  readonly whole: ReadonlyMap<number, number>
}

/** Two entries of one whole that have all words between them. */
export interface PairFound {
  readonly at: readonly [number, number]
  readonly score: number
}

/** Of one whole and word so many entries are tried, the best ones: the pairs of all would be too many. */
const triedOfWord = 4
/** A pair counts less than one entry that has all words by itself. */
const pairShare = 0.8

/**
 * Pairs of entries that a whole can be narrowed to together, such as women and Guatemala of one cube:
 * of two sides, each with a word that the other lacks, and every word in one of them or in the whole.
 *
 * @param scoreInWhole what a word counts that only the whole has
 */
export function findPairs(
  entries: readonly SearchEntry[],
  wholeOf: readonly number[],
  words: readonly WordScores[],
  scoreInWhole: (word: WordScores, whole: number) => number,
): PairFound[] {
  if (words.length < 2) return []
  return [...triedByWhole(entries, wholeOf, words)].flatMap(([whole, tried]) => {
    const places = [...tried].toSorted((a, b) => a - b)
    return places.flatMap((one, position) =>
      places.slice(position + 1).flatMap((other): PairFound[] => {
        if (entries[one]!.side === entries[other]!.side) return []
        const [ofOne, ofOther] = [one, other].map((at) => words.map(({ own }) => own.get(at) ?? 0))
        const isNeeded = (mine: number[], theirs: number[]) =>
          mine.some((score, word) => score > 0 && theirs[word] === 0)
        if (!isNeeded(ofOne!, ofOther!) || !isNeeded(ofOther!, ofOne!)) return []
        const scores = words.map(
          (word, at) => Math.max(ofOne![at]!, ofOther![at]!) || scoreInWhole(word, whole),
        )
        if (scores.includes(0)) return []
        const weight = pairShare * Math.min(entries[one]!.weight, entries[other]!.weight)
        return [{ at: [one, other], score: weight * scores.reduce((sum, score) => sum + score) }]
      }),
    )
  })
}

/** Of each whole the entries that have a side and are among the best for some word. */
function triedByWhole(
  entries: readonly SearchEntry[],
  wholeOf: readonly number[],
  words: readonly WordScores[],
): Map<number, Set<number>> {
  const tried = new Map<number, Set<number>>()
  for (const { own } of words) {
    const best = [...own].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    const ofWord = new Map<number, number>()
    for (const [at] of best) {
      const whole = wholeOf[at]!
      const known = ofWord.get(whole) ?? 0
      if (whole < 0 || entries[at]!.side === undefined || known >= triedOfWord) continue
      ofWord.set(whole, known + 1)
      tried.set(whole, (tried.get(whole) ?? new Set()).add(at))
    }
  }
  return tried
}
