import { isSharedByKin, type Comparison, type LinkSpecification } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { bothFiles, type CountedRule } from './blocking-keys.ts'
import { frequencySql, patternCode } from './level-sql.ts'

/** What is kept of a pair when it is compared: its pattern, and the weight of frequencies. */
export function comparedSql({ comparisons }: LinkSpecification): string {
  const places = (one: Comparison) => isSharedByKin('neighbours', one)
  const families = (one: Comparison) => isSharedByKin('relatives', one) && !places(one)
  const givens = (one: Comparison) =>
    isSharedByKin('namesakes', one) && !families(one) && !places(one)
  return `${patternCode(comparisons).sql} as pattern,
    ${frequencySql(comparisons, () => true)} as frequency,
    ${frequencySql(comparisons, places)} as frequency_place,
    ${frequencySql(comparisons, families)} as frequency_family,
    ${frequencySql(comparisons, givens)} as frequency_given`
}

/**
 * Makes `link_pairs` (l, r, rules, pattern, and the weight of frequencies): one row per pair that any
 * rule brings about, with its pattern of levels and the set of its rules. Pairs are found by narrow
 * keys, each by the first of its rules, and then compared as they meet their records.
 *
 * @param firstFresh record from which on records are new: pairs of two earlier ones are left out
 */
export async function comparePairs(
  engine: LakeEngine,
  spec: LinkSpecification,
  rules: readonly CountedRule[],
  progress: (done: number) => void,
  firstFresh = 0,
): Promise<void> {
  await engine.run(
    'create or replace temp table link_blocked (l integer, r integer, rules uinteger)',
  )
  const fresh = firstFresh > 0 ? [`r.n >= ${firstFresh}`] : []
  const agrees = (at: number) => `coalesce(l.k${at} = r.k${at}, false)`
  for (const [at, { rule }] of rules.entries()) {
    const earlier = rules.slice(0, at).map((_, other) => `not ${agrees(other)}`)
    const masks = rules.flatMap((_, bit) => {
      if (bit < at) return []
      return [bit === at ? String(2 ** bit) : `${agrees(bit)}::uinteger * ${2 ** bit}`]
    })
    const on = rule.length === 0 ? 'l.n < r.n' : `l.k${at} = r.k${at}`
    await engine.run(
      `insert into link_blocked
       select l.n, r.n, (${masks.join(' + ')})::uinteger from link_keys as l join link_keys as r on ${on}
       where ${['l.n < r.n', ...fresh, bothFiles(spec), ...earlier].join(' and ')}`,
    )
    progress((0.3 * (at + 1)) / rules.length)
  }
  await engine.run(
    `create or replace temp table link_pairs as
     select b.l, b.r, b.rules, ${comparedSql(spec)}
     from link_blocked as b
     join link_prepared as l on l.n = b.l join link_prepared as r on r.n = b.r`,
  )
  await engine.run('drop table link_blocked')
  await engine.run('drop table link_keys')
  progress(1)
}
