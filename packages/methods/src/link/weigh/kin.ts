import type { Comparison } from '../specify/link-specification.ts'
import { tellsOrigin } from '../specify/origin.ts'
import type { LevelShares } from './estimate-matches.ts'
import type { PatternTable } from './patterns.ts'

/**
 * Persons who are not one but agree as if they were, because they live together: neighbours share
 * what says where, relatives the family name and the country they come from too, twins the birth date
 * as well; namesakes are relatives who bear one given name, as many sons do their father's.
 */
export const kinKinds = ['neighbours', 'relatives', 'twins', 'namesakes'] as const

export type KinKind = (typeof kinKinds)[number]

/** A kind of kin in a file: how many pairs of it there are, and how they agree. */
export interface Kin {
  readonly kind: KinKind
  /** Pairs of kin for each pair of unrelated persons. */
  readonly ratio: number
  /** Shares of levels among such pairs, by comparison, disagreement last. */
  readonly shares: LevelShares
}

const shared: Readonly<Record<KinKind, RegExp>> = {
  neighbours: /^(address|house-number|place|postcode|phone)$/,
  relatives: /^(address|house-number|place|postcode|phone|family-name|second-family-name)$/,
  twins:
    /^(address|house-number|place|postcode|phone|family-name|second-family-name|date|year|age)$/,
  namesakes:
    /^(address|house-number|place|postcode|phone|family-name|second-family-name|given-name|middle-name|full-name)$/,
}

/** Whether a comparison tells a father from a son of his name. */
export function tellsNamesakes({ kind }: Pick<Comparison, 'kind'>): boolean {
  return /^(date|year|document|email)$/.test(kind)
}

/** Whether kin of a kind agree on a comparison as one person does. */
export function isSharedByKin(kind: KinKind, comparison: Comparison): boolean {
  return shared[kind].test(comparison.kind) || (kind !== 'neighbours' && tellsOrigin(comparison))
}

/**
 * How pairs of kin agree: on what they share as one person does with himself, on the rest as
 * strangers do, and on full names as strangers of one surname do.
 *
 * @param fullName shares of levels of full names among strangers of one surname, by comparison
 */
export function kinShares(
  kind: KinKind,
  comparisons: readonly Comparison[],
  m: LevelShares,
  u: LevelShares,
  fullName: ReadonlyMap<number, readonly number[]>,
): LevelShares {
  return comparisons.map((comparison, k) => {
    if (isSharedByKin(kind, comparison)) return m[k]!
    const named = kind === 'neighbours' ? undefined : fullName.get(k)
    return named ?? u[k]!
  })
}

/**
 * The parts that kinds of pairs have in a block, when it is known how each kind agrees: expectation
 * and maximisation over the parts alone, which has one maximum.
 *
 * @param kinds shares of levels by kind and comparison
 * @param without comparisons that the block holds equal
 * @param fixed parts that are known, by kind
 * @returns parts by kind; they sum to 1
 */
export function estimateParts(
  table: PatternTable,
  kinds: readonly LevelShares[],
  without: ReadonlySet<number>,
  fixed: ReadonlyMap<number, number> = new Map(),
): number[] {
  const { width, levels, counts } = table
  const likelihoods = kinds.map((shares) => {
    const logs = shares.map((one) => one.map(Math.log))
    return Float64Array.from(counts, (_, row) => {
      let sum = 0
      for (let k = 0; k < width; k += 1) {
        const level = levels[row * width + k]!
        if (level >= 0 && !without.has(k)) sum += logs[k]![level]!
      }
      return sum
    })
  })
  const known = Math.min(
    0.999,
    [...fixed.values()].reduce((sum, part) => sum + part, 0),
  )
  const free = kinds.length - fixed.size
  let parts = kinds.map((_, at) => fixed.get(at) ?? (1 - known) / free)
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return parts
  for (let iteration = 0; iteration < 500; iteration += 1) {
    const sums = kinds.map(() => 0)
    for (let row = 0; row < counts.length; row += 1) {
      const highest = Math.max(...likelihoods.map((logs) => logs[row]!))
      const terms = parts.map((part, at) => part * Math.exp(likelihoods[at]![row]! - highest))
      const all = terms.reduce((sum, term) => sum + term, 0)
      terms.forEach((term, at) => (sums[at]! += (counts[row]! * term) / all))
    }
    const open = sums.reduce((sum, value, at) => (fixed.has(at) ? sum : sum + value), 0)
    const next = sums.map(
      (value, at) => fixed.get(at) ?? (open === 0 ? 0 : ((1 - known) * value) / open),
    )
    const change = Math.max(...next.map((part, at) => Math.abs(part - parts[at]!)))
    parts = next
    if (change < 1e-9) break
  }
  return parts
}

/**
 * What kinship takes from the weight of a pair, bits: with unrelated pairs as the measure, those who
 * are not one person are unrelated or kin, and
 *
 * ```math
 * \log_2 \frac{\lambda \prod_k m_k}{\nu \prod_k u_k + \sum_c \eta_c \prod_k h_{ck}}
 * = w - \log_2\!\left(1 + \sum_c \frac{\eta_c}{\nu}\, 2^{s_c}\right),
 * \qquad s_c = \sum_k \log_2 \frac{h_{ck}}{u_k}
 * ```
 *
 * However much two records agree on what a household shares, it cannot outweigh that they may be two
 * of its members: what is left to decide is what persons do not share.
 *
 * @param ratios pairs of kin for each unrelated pair, by kind @param sums s_c by kind, bits
 * @example kinDiscount([0.001], [20]).toFixed(1) // => '10.0'
 * @example kinDiscount([0.001], [0]).toFixed(1) // => '0.0'
 */
export function kinDiscount(ratios: readonly number[], sums: readonly number[]): number {
  return Math.log2(ratios.reduce((sum, ratio, at) => sum + ratio * 2 ** sums[at]!, 1))
}
