import { weightOf, type LinkSpecification } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { modelPrior, type LinkModel } from './link-model.ts'

/** Least weights, bits, of an accepted pair and of one for review. */
export interface Bands {
  readonly accept: number
  readonly review: number
}

export const usualThresholds = { accept: 0.9, review: 0.2 } as const

export function bandsOf({ thresholds }: LinkSpecification): Bands {
  const accept = thresholds.accept ?? Math.max(usualThresholds.accept, thresholds.review ?? 0)
  const review = thresholds.review ?? Math.min(usualThresholds.review, accept)
  return { accept: weightOf(accept), review: weightOf(review) }
}

/**
 * The weight of a pattern, bits, prior included, as SQL. Agreement whose value's frequency counts
 * weighs `log2 m` here and `−log2 f` with the pair.
 */
function patternWeightSql(spec: LinkSpecification, model: LinkModel): string {
  let step = 1n
  const parts = spec.comparisons.map((comparison, k) => {
    const base = BigInt(comparison.levels.length + 2)
    const digit = `(pattern // ${step}) % ${base}`
    step *= base
    const weights = model.weights[k]!.map((weight, level) => {
      const isExact = comparison.levels[level]?.is === 'exact'
      const bits = isExact && comparison.termFrequency ? Math.log2(model.m[k]![level]!) : weight
      return `when ${level + 1} then ${bits.toFixed(6)}`
    })
    return `case ${digit} ${weights.join(' ')} else 0 end`
  })
  return `${modelPrior(model).toFixed(6)} + ${parts.join(' + ')}`
}

/** Makes `link_weighed` (l, r, weight) of the pairs at or above a weight. */
export async function weighPairs(
  engine: LakeEngine,
  spec: LinkSpecification,
  model: LinkModel,
  least: number,
): Promise<void> {
  await engine.run(
    `create or replace temp table link_patterns as
     select pattern, ${patternWeightSql(spec, model)} as weight from (select distinct pattern from link_pairs)`,
  )
  await engine.run(
    `create or replace temp table link_weighed as
     select l, r, pattern, (weight + frequency)::double as weight
     from link_pairs join link_patterns using (pattern)
     where weight + frequency >= ${Number.isFinite(least) ? least.toFixed(6) : '-1e9'}`,
  )
}
