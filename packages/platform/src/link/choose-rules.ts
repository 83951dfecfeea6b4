import {
  chooseBlocking,
  describeRule,
  listCandidateRules,
  type BlockingPart,
  type BlockingRule,
  type CandidateRule,
  type LinkSpecification,
} from '@caudal/methods/link'
import { Xoshiro128 } from '@caudal/methods/numerics'
import type { LakeEngine } from '../store/index.ts'
import { countPairs, makeKeys, possiblePairs, type CountedRule } from './blocking-keys.ts'
import type { SourceTable } from './prepared-records.ts'
import { linkRefusals } from './refusals.ts'

/** Records among which the pairs of a rule are estimated before one is chosen. */
const sampleRecords = 40_000

/** Up to this many pairs in all, every one is compared. */
const everyPair = 2_000_000

/** Pairs compared for each record, where there are many. */
const pairsPerRecord = 14

/**
 * The rules of the specification, or rules chosen from the data; each counted before it runs. Their
 * keys are left in `link_keys`, one column a rule in their order.
 *
 * @throws Refusal where a rule of the specification has more pairs than allowed
 */
export async function chooseRules(
  engine: LakeEngine,
  spec: LinkSpecification,
  source: SourceTable,
): Promise<{ rules: CountedRule[]; expectedRecall: number | undefined }> {
  if (spec.blocking !== undefined) {
    // what is learnt from is compared too
    const known = spec.blocking.map(describeRule)
    const others = (spec.em.rules ?? []).filter((rule) => !known.includes(describeRule(rule)))
    const rules = await countRules(engine, spec, [...spec.blocking, ...others])
    const worst = rules.find(({ pairs }) => pairs > spec.maxPairs)
    if (worst === undefined) return { rules, expectedRecall: undefined }
    const details = { rule: worst.name, pairs: Math.round(worst.pairs), most: spec.maxPairs }
    throw linkRefusals.refuse('rule-explodes', details)
  }
  const records = source.records[0] + source.records[1]
  const possible = possiblePairs(spec, source.records)
  const budget = Math.min(spec.maxPairs, Math.max(everyPair, pairsPerRecord * records))
  const counts = spec.comparisons.map((_, k) => `count(x${k}) as p${k}`).join(', ')
  const [row] = await engine.rows<Record<string, number>>(`select ${counts} from link_prepared`)
  const columns = spec.comparisons.map(({ column, kind }, k) => ({
    column,
    kind,
    missing: 1 - row![`p${k}`]! / Math.max(records, 1),
  }))
  const candidates = await estimateCandidates(
    engine,
    spec,
    listCandidateRules(columns),
    records,
    budget,
  )
  const chosen = chooseBlocking(columns, candidates.affordable, budget, new Xoshiro128(spec.seed))
  const every = possible <= Math.min(spec.maxPairs, everyPair)
  const wanted = chosen.rules.map(({ rule }) => rule)
  const counted = await countRules(engine, spec, every ? [...wanted, []] : wanted)
  const rules = counted.filter(({ pairs }) => pairs > 0 && pairs <= spec.maxPairs)
  if (rules.length === 0 && possible > spec.maxPairs && candidates.least > spec.maxPairs) {
    const details = { pairs: Math.round(candidates.least), most: spec.maxPairs }
    throw linkRefusals.refuse('no-rule-small-enough', details)
  }
  // columns of keys follow the rules that stay
  if (rules.length < counted.length) {
    await makeKeys(
      engine,
      spec,
      rules.map(({ rule }) => rule),
      'link_keys',
    )
  }
  return { rules, expectedRecall: every ? 1 : chosen.recall }
}

async function countRules(
  engine: LakeEngine,
  spec: LinkSpecification,
  rules: readonly BlockingRule[],
): Promise<CountedRule[]> {
  await makeKeys(engine, spec, rules, 'link_keys')
  const counts = await countPairs(
    engine,
    spec,
    'link_keys',
    rules.map((_, at) => [at]),
  )
  return rules.map((rule, at) => ({
    rule,
    name: rule.length === 0 ? 'every pair' : describeRule(rule),
    pairs: counts[at]!,
  }))
}

/** Pairs of candidate rules, from a sample where there are many records. */
async function estimateCandidates(
  engine: LakeEngine,
  spec: LinkSpecification,
  rules: readonly BlockingRule[],
  records: number,
  budget: number,
): Promise<{ affordable: CandidateRule[]; least: number }> {
  const named = (part: BlockingPart) => `${part.by} ${part.column}`
  const singles = rules.filter((rule) => rule.length === 1)
  const place = new Map(singles.map((rule, at) => [named(rule[0]!), at]))
  const sampled = records > sampleRecords
  const share = Math.floor((sampleRecords / Math.max(records, 1)) * 1_000_000)
  const where = sampled ? `hash(t.n, ${spec.seed}) % 1000000 < ${share}` : 'true'
  await makeKeys(engine, spec, singles, 'link_sample', where)
  const scale = sampled ? (records / sampleRecords) ** 2 : 1
  const affordable: CandidateRule[] = []
  let least = Number.POSITIVE_INFINITY
  // a rule that compares few pairs already gains nothing by asking for more
  const enough: BlockingRule[] = []
  for (const parts of [1, 2, 3]) {
    const asked = rules.filter(
      (rule) =>
        rule.length === parts &&
        !enough.some((less) =>
          less.every((part) => rule.some((own) => named(own) === named(part))),
        ),
    )
    const counts = await countPairs(
      engine,
      spec,
      'link_sample',
      asked.map((rule) => rule.map((part) => place.get(named(part))!)),
    )
    asked.forEach((rule, at) => {
      const pairs = counts[at]! * scale
      if (pairs > 0) least = Math.min(least, pairs)
      if (pairs < budget / 200) enough.push(rule)
      if (pairs <= budget) affordable.push({ rule, pairs })
    })
  }
  await engine.run('drop table link_sample')
  return { affordable, least: Number.isFinite(least) ? least : 0 }
}
