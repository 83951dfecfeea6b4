import { listSpellings, spellingKey, type CodeList } from '@caudal/methods/vocabulary'

/** Below this similarity a suggestion would be a guess. */
const leastSimilarity = 0.7

/**
 * The code whose spelling is most like an unknown text, for a person to confirm; undefined where
 * none is alike.
 *
 * @example suggestCode(getCodeList('countries'), 'Hondurass') // => 'HND'
 */
export function suggestCode(list: CodeList, text: string): string | undefined {
  const wanted = spellingKey(text)
  // Two letters are like too much.
  if (wanted.length < 3) return undefined
  let best: string | undefined
  let bestSimilarity = leastSimilarity
  for (const [spelling, code] of listSpellings(list)) {
    if (spelling.length < 3) continue
    const longest = Math.max(spelling.length, wanted.length)
    if (1 - Math.abs(spelling.length - wanted.length) / longest < bestSimilarity) continue
    const similarity = 1 - editDistance(spelling, wanted) / longest
    if (similarity > bestSimilarity) {
      best = code
      bestSimilarity = similarity
    }
  }
  return best
}

/**
 * Letters to insert, delete, replace or swap with their neighbour to make one text of the other.
 *
 * @see F. J. Damerau, "A technique for computer detection and correction of spelling errors",
 * Communications of the ACM 7 (1964); restricted variant (optimal string alignment)
 * @example editDistance('mexcio', 'mexico') // => 1
 */
export function editDistance(one: string, other: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: other.length + 1 }, (_, n) => n)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      let distance = Math.min(
        previous[j]! + 1,
        row[j - 1]! + 1,
        previous[j - 1]! + (isSame ? 0 : 1),
      )
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (isSwapped) distance = Math.min(distance, beforePrevious[j - 2]! + 1)
      row.push(distance)
    }
    beforePrevious = previous
    previous = row
  }
  return previous[other.length]!
}
