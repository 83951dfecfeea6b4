import { isSharedByKin, weightOf, type KinKind, type LinkSpecification } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { comparedSql } from './blocked-pairs.ts'
import { modelPrior, type LinkModel } from './link-model.ts'

/** Least weights, bits, of an accepted pair and of one for review. */
export interface Bands {
  readonly accept: number
  readonly review: number
}

export const usualThresholds = { accept: 0.5, review: 0.1 } as const

export function bandsOf({ thresholds }: LinkSpecification): Bands {
  const accept = thresholds.accept ?? Math.max(usualThresholds.accept, thresholds.review ?? 0)
  const review = thresholds.review ?? Math.min(usualThresholds.review, accept)
  return { accept: weightOf(accept), review: weightOf(review) }
}

/**
 * Sums over the levels of a pattern, as SQL: `bits(k, level)` for each comparison. A level that agrees
 * exactly on a value whose frequency counts is given without it: that comes with the pair.
 */
function patternSumSql(
  spec: LinkSpecification,
  bits: (k: number, level: number) => number,
): string {
  let step = 1n
  const parts = spec.comparisons.map(({ levels }, k) => {
    const base = BigInt(levels.length + 2)
    const digit = `(pattern // ${step}) % ${base}`
    step *= base
    const cases = Array.from(
      { length: levels.length + 1 },
      (_, level) => `when ${level + 1} then ${bits(k, level).toFixed(6)}`,
    )
    return `case ${digit} ${cases.join(' ')} else 0 end`
  })
  return `(${parts.join(' + ')})`
}

/** Whether the weight of a level is `log2 m` here and `−log2 f` with the pair. */
function isCounted(spec: LinkSpecification, k: number, level: number): boolean {
  const { levels, termFrequency } = spec.comparisons[k]!
  return termFrequency && levels[level]?.is === 'exact'
}

/** The frequencies of what kin share, by kind: columns of a compared pair. */
const frequenciesShared: Readonly<Record<KinKind, string>> = {
  neighbours: 'frequency_place',
  relatives: 'frequency_place + frequency_family',
  twins: 'frequency_place + frequency_family',
  namesakes: 'frequency_place + frequency_family + frequency_given',
}

/** The weight of a pair as SQL: parts that follow from its pattern, and how they come together. */
export function weightSql(spec: LinkSpecification, model: LinkModel) {
  const own = patternSumSql(spec, (k, level) =>
    isCounted(spec, k, level) ? Math.log2(model.m[k]![level]!) : model.weights[k]![level]!,
  )
  const kin = model.kin.filter(({ ratio }) => ratio > 0)
  const sums = kin.map(({ kind, shares }) =>
    patternSumSql(spec, (k, level) => {
      const share = shares[k]![level]!
      return isSharedByKin(kind, spec.comparisons[k]!) && isCounted(spec, k, level)
        ? Math.log2(share)
        : Math.log2(share / model.u[k]![level]!)
    }),
  )
  const discounts = kin.map(({ kind, ratio }, at) => {
    return `${ratio} * pow(2, kin_${at} + ${frequenciesShared[kind]})`
  })
  const discount = kin.length === 0 ? '0' : `log2(1 + ${discounts.join(' + ')})`
  return {
    ofPattern: [
      `${modelPrior(model).toFixed(6)} + ${own} as own`,
      ...sums.map((sum, at) => `${sum} as kin_${at}`),
    ].join(', '),
    whole: `(own + frequency - ${discount})::double`,
  }
}

/**
 * Makes `link_weighed` (l, r, pattern, weight) of the pairs at or above a weight, bits: prior, levels
 * and frequencies, less what kinship explains.
 */
export async function weighPairs(
  engine: LakeEngine,
  spec: LinkSpecification,
  model: LinkModel,
  least: number,
): Promise<void> {
  const { ofPattern, whole } = weightSql(spec, model)
  await engine.run(
    `create or replace temp table link_patterns as
     select pattern, ${ofPattern} from (select distinct pattern from link_pairs)`,
  )
  await engine.run(
    `create or replace temp table link_weighed as
     select l, r, pattern, weight from (
       select l, r, pattern, ${whole} as weight from link_pairs join link_patterns using (pattern)
     ) where weight >= ${Number.isFinite(least) ? least.toFixed(6) : '-1e9'}`,
  )
}

/**
 * A query that compares and weighs pairs anew, whether or not a rule brought them about.
 *
 * @param pairs a query of l and r @returns a query of l, r and weight, bits
 */
export function weighAnewSql(spec: LinkSpecification, model: LinkModel, pairs: string): string {
  const { ofPattern, whole } = weightSql(spec, model)
  return `select asked_l as l, asked_r as r, ${whole} as weight from (
    select *, ${ofPattern} from (
      select asked.l as asked_l, asked.r as asked_r, ${comparedSql(spec)}
      from (${pairs}) as asked
      join link_prepared as l on l.n = asked.l join link_prepared as r on r.n = asked.r))`
}
