import type { Cube } from './cube.ts'
import type { CubeDomain } from './cube-domain.ts'
import { listLevels } from './dimension-level.ts'
import type { RollUpPoint } from './roll-up-lattice.ts'

/**
 * Expected rows of the roll-ups of a cube, from a sample of its cells in random order: the
 * geometric mean of an estimate that falls short where few combinations hold most records,
 *
 * ```math
 * \text{Chao: } d + \frac{f_1^2}{2 f_2}
 * ```
 *
 * and one that goes too far, a power law whose exponent β declines as it did within the sample,
 *
 * ```math
 * \text{Heaps: } d(4n) = d(n) \cdot 4^{\beta(n)}, \qquad \beta(4n) = \frac{\beta(n)^2}{\beta(n/4)}
 * ```
 *
 * with d distinct combinations among n sampled cells, f₁ of them seen once and f₂ twice. Never
 * more than the cells, nor than the product of the codes. Within a factor of two on crossings.
 *
 * @param sample one array per dimension of finest ordinals, all of one length, in random order
 * @param cells number of cells of the cube
 * @see Chao (1984), Nonparametric estimation of the number of classes in a population,
 * Scandinavian Journal of Statistics 11; Heaps (1978), Information retrieval, section 7.5
 */
export function rollUpSize(
  cube: Cube,
  domain: CubeDomain,
  sample: readonly ArrayLike<number>[],
  cells: number,
): (point: RollUpPoint) => number {
  const n = sample[0]?.length ?? 0
  const counter = combinationCounter(n)
  const levels = cube.dimensions.map((dimension) => ({
    count: listLevels(dimension).length,
    domains: domain[dimension.id]!,
  }))

  return (point) => {
    const kept = point.flatMap((depth, i) => {
      const { count, domains } = levels[i]!
      return depth === count ? [] : [{ ...domains[depth]!, ordinals: sample[i]! }]
    })
    const most = Math.min(
      cells,
      kept.reduce((product, { codes }) => product * Math.max(1, codes.length), 1),
    )
    if (n === 0 || n >= cells) return n >= cells ? counter.count(kept).distinct : most
    const { distinct, once, twice, ofQuarter, ofSixteenth } = counter.count(kept)
    const chao = distinct + (once * once) / (2 * Math.max(1, twice))
    const growth = Math.log(distinct / ofQuarter) / Math.log(4)
    const before = Math.log(ofQuarter / ofSixteenth) / Math.log(4)
    const heaps = extrapolate(distinct, growth, before, Math.log(cells / n) / Math.log(4))
    return Math.round(Math.sqrt(Math.min(most, chao) * Math.min(most, heaps)))
  }
}

/** Lets a count grow for so many fourfold steps, by an exponent that declines at every step. */
function extrapolate(count: number, growth: number, before: number, steps: number): number {
  const decline = before > 0 ? Math.min(1, growth / before) : 0
  let exponent = growth
  let logarithm = Math.log(count)
  for (let left = steps; left > 0; left -= 1) {
    exponent *= decline
    logarithm += exponent * Math.min(1, left) * Math.log(4)
  }
  return Math.exp(logarithm)
}

interface KeptLevel {
  readonly codes: readonly string[]
  readonly of: readonly number[]
  readonly ordinals: ArrayLike<number>
}

/** Counts distinct combinations among so many cells, by open addressing in arrays made once. */
function combinationCounter(n: number) {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, n * 2)))
  const table = new Float64Array(slots)
  const seen = new Uint8Array(slots)
  const keys = new Float64Array(n)
  return {
    count(kept: readonly KeptLevel[]) {
      keys.fill(0)
      let radix = 1
      for (const { codes, of, ordinals } of kept) {
        if (radix * codes.length > Number.MAX_SAFE_INTEGER) radix = renumber(keys)
        radix *= codes.length
        for (let j = 0; j < n; j++) keys[j] = keys[j]! * codes.length + of[ordinals[j]!]!
      }
      seen.fill(0)
      const counts = { distinct: 0, once: 0, twice: 0, ofQuarter: 1, ofSixteenth: 1 }
      for (let j = 0; j < n; j++) {
        const key = keys[j]!
        let slot = Math.imul(key ^ (key / 4294967296), 0x9e3779b1) >>> 0
        slot = (slot ^ (slot >>> 15)) & (slots - 1)
        while (seen[slot] !== 0 && table[slot] !== key) slot = (slot + 1) & (slots - 1)
        if (seen[slot] === 0) {
          table[slot] = key
          seen[slot] = 1
          counts.distinct++
          counts.once++
        } else if (seen[slot] === 1) {
          seen[slot] = 2
          counts.once--
          counts.twice++
        } else if (seen[slot] === 2) {
          seen[slot] = 3
          counts.twice--
        }
        if (j === (n >> 4) - 1) counts.ofSixteenth = counts.distinct
        if (j === (n >> 2) - 1) counts.ofQuarter = counts.distinct
      }
      return counts
    },
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
