import { findPairs, type WordScores } from './find-pairs.ts'
import type { SearchEntry } from './search-entry.ts'
import { searchWords } from './search-words.ts'
import { wordLikeness } from './word-likeness.ts'

export interface SearchHit<Entry extends SearchEntry> {
  readonly entry: Entry
  /** The other entry, where the words are found in two of different sides. */
  readonly beside?: Entry
  readonly score: number
}

/** What a word counts that only the whole has which an entry is part of. */
const withinShare = 0.5

/** Words, and what has each of them: the place of an entry or of a whole, and how much the word is of its text. */
type Places = Map<string, { readonly at: number; readonly share: number }[]>

/**
 * Entries that can be searched: every word typed must be like some word of an entry, or of what it is part
 * of. What is named in fewer words comes first, so that "Guatemala" finds the country before what mentions
 * it; equals stay in their order. Words of two entries that narrow one whole lead to both: "women Guatemala".
 *
 * A word is compared with each distinct word once, however many entries have it.
 */
export function createSearchIndex<Entry extends SearchEntry>(entries: readonly Entry[]) {
  const own: Places = new Map()
  entries.forEach(({ texts }, at) => addTexts(own, texts, at))
  const wholes = [...new Set(entries.flatMap(({ within }) => (within ? [within] : [])))]
  const whole: Places = new Map()
  wholes.forEach((texts, at) => addTexts(whole, texts, at))
  const wholeOf = entries.map(({ within }) => (within ? wholes.indexOf(within) : -1))

  return {
    /** The entries that fit best, the best first. */
    find(typed: string, limit: number): SearchHit<Entry>[] {
      const words = searchWords(typed)
        .slice(0, 12)
        .map((word) => ({ own: scoresOf(word, own), whole: scoresOf(word, whole) }))
      const scoreInWhole = (word: WordScores, at: number) => withinShare * (word.whole.get(at) ?? 0)
      const candidates = new Set(words.flatMap((word) => [...word.own.keys()]))
      const alone = [...candidates].flatMap((at) => {
        let score = 0
        for (const word of words) {
          const found = word.own.get(at) ?? scoreInWhole(word, wholeOf[at]!)
          if (found === 0) return []
          score += found
        }
        return [{ at: [at], score: score * entries[at]!.weight }]
      })
      return [...alone, ...findPairs(entries, wholeOf, words, scoreInWhole)]
        .sort((a, b) => b.score - a.score || a.at[0] - b.at[0])
        .slice(0, limit)
        .map(({ at: [one, other], score }) => ({
          entry: entries[one]!,
          ...(other !== undefined && { beside: entries[other]! }),
          score,
        }))
    },
  }
}

function addTexts(places: Places, texts: readonly string[], at: number): void {
  const best = new Map<string, number>()
  for (const text of texts) {
    const words = searchWords(text)
    for (const word of words) best.set(word, Math.max(best.get(word) ?? 0, 1 / words.length))
  }
  for (const [word, share] of best) {
    const known = places.get(word) ?? []
    known.push({ at, share })
    places.set(word, known)
  }
}

/** How well each place has something like a word; those that do not are left out. */
function scoresOf(word: string, places: Places): Map<number, number> {
  const found = new Map<number, number>()
  for (const [known, occurrences] of places) {
    const likeness = wordLikeness(word, known)
    if (likeness === 0) continue
    for (const { at, share } of occurrences) {
      const score = likeness * (0.7 + 0.3 * share)
      if (score > (found.get(at) ?? 0)) found.set(at, score)
    }
  }
  return found
}
