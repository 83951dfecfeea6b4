/**
 * The name nearest to what was written, for "did you mean": fewest single-letter insertions,
 * deletions, substitutions and swaps of neighbours (Damerau 1964, restricted), case and accents
 * aside. Without a name nearer than half the length of what was written: undefined.
 *
 * @example nearestName('citzenship', ['sex', 'citizenship']) // => 'citizenship'
 * @example nearestName('zzz', ['sex', 'citizenship']) // => undefined
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const wanted = plain(written)
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 2)) + 1
  for (const name of names) {
    const candidate = plain(name)
    const edits =
      candidate.startsWith(wanted) && wanted.length >= 3 ? 1 : distance(wanted, candidate, least)
    if (edits < least) {
      least = edits
      best = name
    }
  }
  return best
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function distance(a: string, b: string, limit: number): number {
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
