/**
 * Group disclosure: a cell that holds nearly everyone of its parent tells what everyone is. A
 * cell of n persons in a parent of N is sensitive when N − k ≤ n; an attacker must be able to
 * believe that more than k persons of the parent are elsewhere, so the others, N − n, must be
 * able to grow by k + 1 − (N − n). Siblings of zero may have to be hidden for that: zeros can
 * tell it too.
 *
 * @param persons n
 * @param parentPersons N
 * @param k persons who may be elsewhere without changing what the cell tells
 * @returns by how much the others must be able to grow, or undefined where the cell is safe
 * @see Antal, Shlomo and Elliot, "Measuring disclosure risk with entropy in population based
 *   frequency tables", Privacy in Statistical Databases (2014)
 * @example groupLevel(19, 20, 1) // => 1
 * @example groupLevel(20, 20, 1) // => 2
 * @example groupLevel(12, 20, 1) // => undefined
 */
export function groupLevel(persons: number, parentPersons: number, k: number): number | undefined {
  if (persons === 0 || parentPersons - k > persons) return undefined
  return k + 1 - (parentPersons - persons)
}
