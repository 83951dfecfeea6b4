/** Keys are unsigned integers below this. */
export const keyModulus = 2 ** 32

/**
 * The key of a cell: the exact sum of the keys of its distinct persons, modulo 2^32. The order in
 * which persons are met does not matter, so the same persons have the same key by every route.
 *
 * Assumes that each person is given once, whatever the number of their records.
 *
 * @param personKeys unsigned integers below 2^32
 * @returns an unsigned integer below 2^32
 * @see Fraser and Wooton, "A proposed method for confidentialising tabular output to protect
 *   against differencing", UNECE Work Session on Statistical Data Confidentiality (2005)
 * @example cellKey([4294967295, 3]) // => 2
 */
export function cellKey(personKeys: Iterable<number | bigint>): number {
  let sum = 0n
  for (const key of personKeys) sum += BigInt(key)
  return Number(BigInt.asUintN(32, sum))
}

/** A count with its key: what a node may send so that a hub perturbs the total of several. */
export interface KeyedCount {
  readonly persons: number
  readonly key: number
}

/**
 * Adds keyed counts of cells that share no person: the sum is what counting all of their persons
 * at once would have given, count and key alike.
 *
 * @example addKeyedCounts([{ persons: 2, key: 4294967295 }, { persons: 1, key: 2 }])
 * // => { persons: 3, key: 1 }
 */
export function addKeyedCounts(cells: Iterable<KeyedCount>): KeyedCount {
  let persons = 0
  const keys: number[] = []
  for (const cell of cells) {
    persons += cell.persons
    keys.push(cell.key)
  }
  return { persons, key: cellKey(keys) }
}

/**
 * Another key out of a cell key, for a second figure of the same cell whose noise must not follow
 * the first: crossings beside persons. A bijection on 32 bits (Wang's mixing steps), so that it
 * stays uniform.
 *
 * @param figure number of the figure, 1 for the second
 */
export function independentKey(key: number, figure: number): number {
  let mixed = (key + Math.imul(figure, 0x9e3779b9)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0
  return (mixed ^ (mixed >>> 16)) >>> 0
}
