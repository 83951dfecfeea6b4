import { editDistance } from './edit-distance.ts'

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
      candidate.startsWith(wanted) && wanted.length >= 3
        ? 1
        : editDistance(wanted, candidate, least)
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
