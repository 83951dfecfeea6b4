/**
 * The Jaro-Winkler similarity of two texts: 1 for equal ones, 0 where nothing agrees.
 *
 * Formula: with `c` characters in common (equal and at most max(|a|, |b|)/2 − 1 places apart) and
 * `t` half the number of those that stand in another order,
 *
 * > J = (c/|a| + c/|b| + (c − t)/c) / 3,  JW = J + 0.1·p·(1 − J) where J > 0.7
 *
 * `p` is the length of the common beginning, at most 4.
 *
 * Assumptions: texts are normalised (one character, one unit); errors are rarer at the beginning
 * of a name than at its end.
 *
 * @returns similarity, 0 to 1; 0 where either text is empty
 * @see Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model
 * of Record Linkage", Proceedings of the Section on Survey Research, ASA (1990), table 1
 * @example jaroWinkler('martha', 'marhta').toFixed(4) // => '0.9611'
 * @example jaroWinkler('dwayne', 'duane').toFixed(4) // => '0.8400'
 */
export function jaroWinkler(a: string, b: string): number {
  const similarity = jaro(a, b)
  if (similarity <= 0.7) return similarity
  let start = 0
  while (start < 4 && start < a.length && start < b.length && a[start] === b[start]) start += 1
  return similarity + 0.1 * start * (1 - similarity)
}

function jaro(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const found: string[] = []
  for (let i = 0; i < a.length; i += 1) {
    const to = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= to; j += 1) {
      if (taken[j] === 1 || a[i] !== b[j]) continue
      taken[j] = 1
      found.push(a[i]!)
      break
    }
  }
  const common = found.length
  if (common === 0) return 0
  let at = 0
  let displaced = 0
  for (let j = 0; j < b.length; j += 1) {
    if (taken[j] === 0) continue
    if (b[j] !== found[at]) displaced += 1
    at += 1
  }
  const transposed = Math.floor(displaced / 2)
  return (common / a.length + common / b.length + (common - transposed) / common) / 3
}
