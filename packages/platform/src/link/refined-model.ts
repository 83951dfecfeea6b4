import {
  kinShares,
  levelWeights,
  type LevelShares,
  type LinkSpecification,
} from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { patternCode } from './level-sql.ts'
import { sameSurname } from './names-of-one-surname.ts'
import { priorPairs, type LinkModel } from './link-model.ts'
import { weightSql } from './weighed-pairs.ts'

/** Steps taken; each moves less than the one before. */
const steps = 3

/** Bits that agreeing on everything says at least, or pairs cannot teach what they are judged by. */
const leastTold = 45

/**
 * Estimates `m` once more, from all pairs that were compared, each counted by the probability that its
 * weight gives it: steps of expectation and maximisation that know what blocks do not, how common a value
 * is and what kinship explains. λ and `u` stay as they are, which keeps them from taking agreement that
 * blocking brings about for evidence. Not where little is compared: pairs would teach what they are judged by.
 */
export async function refineModel(
  engine: LakeEngine,
  spec: LinkSpecification,
  model: LinkModel,
): Promise<LinkModel> {
  const told = model.u.reduce((bits, shares) => bits - Math.log2(shares[0]!), 0)
  const { comparisons } = spec
  if (told < leastTold) return model
  const { relatives } = await sameSurname(engine, spec, model.u)
  let refined = model
  let most = Number.POSITIVE_INFINITY
  for (let step = 0; step < steps; step += 1) {
    const { m, matches } = await sharesOfWeighed(engine, spec, refined)
    // what finds ever more pairs of one person teaches itself
    if (matches > most) return model
    most = Math.min(most, 1.5 * matches + 100)
    const kin = model.kin.map((one) => ({
      ...one,
      shares: kinShares(one.kind, comparisons, m, model.u, relatives),
    }))
    refined = { ...model, m, kin, weights: levelWeights(m, model.u) }
  }
  return refined
}

/** Probabilities are added as whole numbers of such parts, for sums of fractions depend on their order. */
const parts = 1e9

/** Shares of levels among pairs of one person, as pairs have them by their probabilities, and how many there are. */
async function sharesOfWeighed(
  engine: LakeEngine,
  spec: LinkSpecification,
  model: LinkModel,
): Promise<{ m: LevelShares; matches: number }> {
  const { ofPattern, whole } = weightSql(spec, model)
  const code = patternCode(spec.comparisons)
  const rows = await engine.rows<{ pattern: number | bigint; matches: number }>(
    `with patterns as (select pattern, ${ofPattern} from (select distinct pattern from link_pairs))
     select pattern, sum(round(${parts} / (1 + pow(2, -greatest(-60, ${whole}))))::bigint)::double / ${parts} as matches
     from link_pairs join patterns using (pattern) group by pattern order by pattern`,
  )
  const sums = spec.comparisons.map(({ expected }) => expected.map((share) => share * priorPairs))
  let all = 0
  for (const { pattern, matches } of rows) {
    all += matches
    code.decode(BigInt(pattern)).forEach((level, k) => {
      if (level >= 0) sums[k]![level]! += matches
    })
  }
  const m = sums.map((counts) => {
    const sum = counts.reduce((total, count) => total + count, 0)
    return counts.map((count) => count / sum)
  })
  return { m, matches: all }
}
