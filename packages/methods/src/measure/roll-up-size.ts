import { listLevels } from './dimension-level.ts'
import type { Cube } from './cube.ts'
import type { CubeDomain } from './cube-domain.ts'
import type { RollUpPoint } from './roll-up-lattice.ts'

/**
 * Expected rows of the roll-ups of a cube, from a sample of its cells: the first-order jackknife
 * D = d / (1 − (1 − q) f₁ / n), with d distinct combinations among n sampled cells, f₁ of them
 * seen once, and q the share sampled; never more than the cells, nor than the product of the codes.
 *
 * @param sample one array per dimension of finest ordinals, all of one length
 * @param cells number of cells of the cube
 * @see Haas, Naughton, Seshadri and Stokes (1995), Sampling-based estimation of the number of
 * distinct values of an attribute, VLDB '95, estimator D_uj1
 */
export function rollUpSize(
  cube: Cube,
  domain: CubeDomain,
  sample: readonly ArrayLike<number>[],
  cells: number,
): (point: RollUpPoint) => number {
  const n = sample[0]?.length ?? 0
  const share = cells > 0 ? Math.min(1, n / cells) : 1
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, n * 2)))
  const keys = new Float64Array(slots)
  const seen = new Uint8Array(slots)
  const hashes = new Float64Array(n)
  const levels = cube.dimensions.map((dimension) => ({
    count: listLevels(dimension).length,
    domains: domain[dimension.id]!,
  }))

  return (point) => {
    let combinations = 1
    let radix = 1
    hashes.fill(0)
    point.forEach((depth, i) => {
      const { count, domains } = levels[i]!
      if (depth === count) return
      const { codes, of } = domains[depth]!
      combinations *= Math.max(1, codes.length)
      const column = sample[i]!
      if (radix * codes.length > Number.MAX_SAFE_INTEGER) radix = renumber(hashes)
      radix *= codes.length
      for (let j = 0; j < n; j++) hashes[j] = hashes[j]! * codes.length + of[column[j]!]!
    })
    seen.fill(0)
    let distinct = 0
    let once = 0
    for (let j = 0; j < n; j++) {
      const key = hashes[j]!
      let slot = Math.imul(key ^ (key / 4294967296), 0x9e3779b1) >>> 0
      slot = (slot ^ (slot >>> 15)) & (slots - 1)
      while (seen[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (slots - 1)
      if (seen[slot] === 0) {
        keys[slot] = key
        seen[slot] = 1
        distinct++
        once++
      } else if (seen[slot] === 1) {
        seen[slot] = 2
        once--
      }
    }
    const unseen = n > 0 ? 1 - ((1 - share) * once) / n : 1
    return Math.round(Math.min(combinations, cells, unseen > 0 ? distinct / unseen : cells))
  }
}

/** Numbers the combinations so far from 0, so that a mixed radix stays exact; returns how many. */
function renumber(keys: Float64Array): number {
  const numbers = new Map<number, number>()
  for (let j = 0; j < keys.length; j++) {
    const known = numbers.get(keys[j]!)
    if (known === undefined) numbers.set(keys[j]!, numbers.size)
    keys[j] = known ?? numbers.size - 1
  }
  return Math.max(1, numbers.size)
}
