import { searchWords } from './search-words.ts'
import { wordLikeness } from './word-likeness.ts'

/** Something to be found: the texts that name it, in any language. */
export interface SearchEntry {
  readonly texts: readonly string[]
  /** How much it counts beside others that fit as well: 1 is usual. */
  readonly weight: number
}

export interface SearchHit<Entry extends SearchEntry> {
  readonly entry: Entry
  readonly score: number
}

/**
 * Entries that can be searched: every word typed must be like some word of an entry. What is named
 * in fewer words comes first, so that "Guatemala" finds the country before what mentions it; equals
 * stay in their order.
 *
 * A word is compared with each distinct word once, however many entries have it.
 */
export function createSearchIndex<Entry extends SearchEntry>(entries: readonly Entry[]) {
  const places = new Map<string, { entry: number; share: number }[]>()
  entries.forEach(({ texts }, entry) => {
    const best = new Map<string, number>()
    for (const text of texts) {
      const words = searchWords(text)
      for (const word of words) best.set(word, Math.max(best.get(word) ?? 0, 1 / words.length))
    }
    for (const [word, share] of best) {
      const known = places.get(word) ?? []
      known.push({ entry, share })
      places.set(word, known)
    }
  })

  return {
    /** The entries that fit best, the best first. */
    find(typed: string, limit: number): SearchHit<Entry>[] {
      let scores: Map<number, number> | undefined
      for (const word of searchWords(typed).slice(0, 12)) {
        const found = new Map<number, number>()
        for (const [known, occurrences] of places) {
          const likeness = wordLikeness(word, known)
          if (likeness === 0) continue
          for (const { entry, share } of occurrences) {
            const score = likeness * (0.7 + 0.3 * share)
            if (score > (found.get(entry) ?? 0)) found.set(entry, score)
          }
        }
        const before = scores
        scores = before
          ? new Map(
              [...found].flatMap(([entry, score]): [number, number][] => {
                const known = before.get(entry)
                return known === undefined ? [] : [[entry, known + score]]
              }),
            )
          : found
      }
      return [...(scores ?? [])]
        .map(([place, score]) => ({ place, score: score * entries[place]!.weight }))
        .sort((a, b) => b.score - a.score || a.place - b.place)
        .slice(0, limit)
        .map(({ place, score }) => ({ entry: entries[place]!, score }))
    },
  }
}
