/**
 * Single-letter insertions, deletions, substitutions and swaps of neighbours that make one text of
 * another, each letter touched once (optimal string alignment).
 *
 * @param limit where the texts are at least so far apart, this number is the answer
 * @see Damerau (1964), A technique for computer detection and correction of spelling errors
 * @example editDistance('hondruas', 'honduras', 3) // => 1
 * @example editDistance('visa', 'viza', 3) // => 1
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const substituted = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let edits = Math.min(substituted, last[j]! + 1, row[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, beforeLast[j - 2]! + 1)
      }
      row.push(edits)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}
