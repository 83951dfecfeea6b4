/**
 * The Damerau-Levenshtein distance of two texts: the least number of letters inserted, deleted,
 * replaced or exchanged with their neighbour that make one of the other. The unrestricted
 * distance: letters may be inserted between two that were exchanged.
 *
 * @returns edits, from 0 to the length of the longer text
 * @see Lowrance and Wagner, "An Extension of the String-to-String Correction Problem", JACM 22
 * (1975), algorithm S
 * @example damerauLevenshtein('jorge', 'jroge') // => 1
 * @example damerauLevenshtein('ca', 'abc') // => 2
 */
export function damerauLevenshtein(a: string, b: string): number {
  const width = b.length + 2
  const most = a.length + b.length
  const d = new Int32Array((a.length + 2) * width)
  d[0] = most
  for (let i = 0; i <= a.length; i += 1) {
    d[(i + 1) * width] = most
    d[(i + 1) * width + 1] = i
  }
  for (let j = 0; j <= b.length; j += 1) {
    d[j + 1] = most
    d[width + j + 1] = j
  }
  const lastRow = new Map<string, number>()
  for (let i = 1; i <= a.length; i += 1) {
    let lastColumn = 0
    for (let j = 1; j <= b.length; j += 1) {
      const row = lastRow.get(b[j - 1]!) ?? 0
      const column = lastColumn
      const equal = a[i - 1] === b[j - 1]
      if (equal) lastColumn = j
      d[(i + 1) * width + j + 1] = Math.min(
        d[i * width + j]! + (equal ? 0 : 1),
        d[(i + 1) * width + j]! + 1,
        d[i * width + j + 1]! + 1,
        d[row * width + column]! + (i - row - 1) + 1 + (j - column - 1),
      )
    }
    lastRow.set(a[i - 1]!, i)
  }
  return d[(a.length + 1) * width + b.length + 1]!
}
