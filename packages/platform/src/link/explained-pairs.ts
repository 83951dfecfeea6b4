import type { LinkSpecification } from '@caudal/methods/link'
import type { LinkModel } from './link-model.ts'
import { frequencySql, levelSql } from './level-sql.ts'

/**
 * A query that says of pairs how each comparison was counted: `levels` (0 missing, 1 the best level,
 * … , disagreement last) and `bits`, in the order of the comparisons. What they and the prior do not
 * add up to in the weight is what kinship explains, or what a person decided.
 *
 * @param pairs a query of l, r and what else is to be kept
 */
export function explainedSql(spec: LinkSpecification, model: LinkModel, pairs: string): string {
  const { comparisons } = spec
  const levels = comparisons.map((_, k) => `(${levelSql(comparisons, k)})::utinyint`)
  const bits = comparisons.map((comparison, k) => {
    const cases = model.weights[k]!.map((weight, level) => {
      const counted = comparison.termFrequency && comparison.levels[level]?.is === 'exact'
      return `when ${level + 1} then ${(counted ? Math.log2(model.m[k]![level]!) : weight).toFixed(6)}`
    })
    return `(case levels[${k + 1}] ${cases.join(' ')} else 0 end + frequencies[${k + 1}])::float`
  })
  const frequencies = comparisons.map((comparison) =>
    frequencySql(comparisons, (one) => one === comparison),
  )
  return `select asked.* exclude (frequencies), [${bits.join(', ')}] as bits from (
    select p.*, [${levels.join(', ')}] as levels, [${frequencies.join(', ')}] as frequencies
    from (${pairs}) as p
    join link_prepared as l on l.n = p.l join link_prepared as r on r.n = p.r) as asked`
}
