import {
  averageEstimates,
  describeRule,
  estimateMatches,
  kinShares,
  levelWeights,
  patternsOfRule,
  priorFromRules,
  priorWeight,
  tellsNamesakes,
  tellsOrigin,
  withoutMatches,
  type BlockingRule,
  type Comparison,
  type CrossingHabits,
  type Kin,
  type KinKind,
  type LevelShares,
  type LinkSpecification,
  type MatchEstimate,
  type PatternTable,
} from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { drawAgreeingPairs, withAgreeing } from './agreeing-pairs.ts'
import { comparisonsHeld, countUnion, possiblePairs, type CountedRule } from './blocking-keys.ts'
import { measureKin } from './kin-pairs.ts'
import { patternCode } from './level-sql.ts'
import { atLeastByChance, sameSurname, type NamesOfOneSurname } from './names-of-one-surname.ts'
import type { SourceTable } from './prepared-records.ts'
import type { measureRandomPairs } from './random-pairs.ts'

/** What a run learnt: enough to weigh any pair, and to tell how it was weighed. */
export interface LinkModel {
  /** Probability that two records drawn at random are one person. */
  readonly lambda: number
  /** Shares by comparison and level, disagreement last: among pairs of one person, and of others. */
  readonly m: LevelShares
  readonly u: LevelShares
  /** Weights by comparison and level, bits. */
  readonly weights: readonly (readonly number[])[]
  /** Pairs that agree because they live together, by kind. */
  readonly kin: readonly Kin[]
  /** How crossings of one person behave, where records are crossings. */
  readonly habits?: CrossingHabits
  /** What was estimated inside each rule. */
  readonly rules: readonly RuleEstimate[]
}

export interface RuleEstimate {
  readonly name: string
  readonly pairs: number
  /** Expected pairs of one person among them. */
  readonly matches: number
  readonly trained: boolean
  readonly converged: boolean
}

/** Weight of the first guess of `m`, pairs. */
export const priorPairs = 20

/** The patterns of all pairs compared. */
export async function countPatterns(
  engine: LakeEngine,
  spec: LinkSpecification,
): Promise<PatternTable> {
  const code = patternCode(spec.comparisons)
  const rows = await engine.rows<{ pattern: number | bigint; rules: number; pairs: number }>(
    `select pattern, rules, count(*) as pairs from link_pairs group by pattern, rules order by pattern, rules`,
  )
  const width = spec.comparisons.length
  const levels = new Int8Array(rows.length * width)
  rows.forEach(({ pattern }, row) => levels.set(code.decode(BigInt(pattern)), row * width))
  return {
    width,
    levels,
    counts: Float64Array.from(rows, ({ pairs }) => pairs),
    rules: Uint32Array.from(rows, ({ rules }) => rules),
  }
}

/**
 * Learns how to weigh: `m` inside each blocking rule and averaged, `u` from random pairs with the
 * expected pairs of one person taken out, λ from rules that are nearly always right.
 */
export async function estimateModel(
  engine: LakeEngine,
  spec: LinkSpecification,
  source: SourceTable,
  rules: readonly CountedRule[],
  { shares: random, drawn, told }: Awaited<ReturnType<typeof measureRandomPairs>>,
): Promise<LinkModel> {
  const patterns = await countPatterns(engine, spec)
  const possible = possiblePairs(spec, source.records)
  const expected = spec.comparisons.map(({ expected: shares }) => shares)
  const floor = 0.25 / Math.max(drawn, 1000)
  const trusted = await deterministicRules(engine, spec, source)
  let m: LevelShares = expected
  let u = random
  let lambda =
    spec.prior.matchProbability ?? priorFromRules(trusted.found, spec.prior.recall ?? 0.6, possible)
  const agreeing = await drawAgreeingPairs(engine, spec, source, random, lambda)
  let estimates: BlockEstimate[] = []
  let trained: readonly BlockEstimate[] = []
  const names = await sameSurname(engine, spec, random)
  for (let round = 0; round < 4; round += 1) {
    const apart = random.map((shares, k) => withoutMatches(shares, m[k]!, lambda * told[k]!, floor))
    u = atLeastByChance(withAgreeing(agreeing, random, m, apart, floor), names, lambda)
    estimates = rules.map((rule, bit) => {
      const held = comparisonsHeld(spec, rule.rule)
      const inside = namesInBlock(spec, rule.rule, u, names)
      const without = new Set([...held].filter((k) => !inside.partly.has(k)))
      const table = patternsOfRule(patterns, bit)
      const estimate = estimateMatches(table, {
        without,
        u: inside.u,
        free: new Set([...u.keys()].filter((k) => goesWithNames(spec.comparisons[k]!))),
        kin: (one) =>
          kinInBlock(spec, without).map((kind) =>
            kinShares(kind, spec.comparisons, one, inside.u, names.relatives),
          ),
        expected,
        priorPairs,
        startShare: Math.min(
          0.9,
          Math.max(1e-4, (lambda * possible * 0.5) / Math.max(rule.pairs, 1)),
        ),
        maxIterations: spec.em.maxIterations,
        tolerance: spec.em.tolerance,
      })
      return { estimate, without: held, rule }
    })
    trained = chooseTeachers(spec, estimates, lambda * possible)
    m = averageEstimates(trained.length > 0 ? trained : estimates, expected)
    if (spec.prior.matchProbability === undefined) {
      const recall = spec.prior.recall ?? recallOf(spec, trusted.rules, m, trusted.present)
      lambda = priorFromRules(trusted.found, recall, possible)
    }
  }
  const kin = await measureKin(
    engine,
    spec,
    source,
    { m, u, lambda },
    trusted.present,
    names.relatives,
  )
  return {
    lambda,
    m,
    u,
    weights: levelWeights(m, u),
    kin,
    rules: estimates.map((one) => ({
      name: one.rule.name,
      pairs: one.rule.pairs,
      matches: one.estimate.matches,
      trained: trained.includes(one),
      converged: one.estimate.converged,
    })),
  }
}

/**
 * A block of one last word, or first, holds a full name equal in part only: what is left of it tells one
 * person from others as strangers of that word agree. What is learnt of it there is of such pairs alone.
 */
function namesInBlock(
  { comparisons }: LinkSpecification,
  rule: BlockingRule,
  u: LevelShares,
  { sharing }: NamesOfOneSurname,
): { u: LevelShares; partly: ReadonlySet<number> } {
  const inside = [...u]
  const partly = new Set<number>()
  for (const { column, by } of rule) {
    const k = comparisons.findIndex((one) => one.column === column)
    if (by !== 'last-word' && by !== 'first-word') continue
    const shares = sharing.get(k)?.[by]
    if (shares === undefined || rule.filter((part) => part.column === column).length > 1) continue
    inside[k] = shares
    partly.add(k)
  }
  return { u: inside, partly }
}

/**
 * Kin that a block can tell from one person: not those whom it holds the names equal that they do not share, nor
 * a father from his son where nothing is left that tells the two apart.
 */
function kinInBlock({ comparisons }: LinkSpecification, without: ReadonlySet<number>): KinKind[] {
  const has = (kinds: RegExp) => comparisons.some(({ kind }) => kinds.test(kind))
  if (!has(/^(family-name|full-name)$/)) return []
  const named = comparisons.some(
    ({ kind }, k) => without.has(k) && /^(given-name|full-name)$/.test(kind),
  )
  const kinds: KinKind[] = named ? [] : ['relatives']
  if (!named && has(/^(date|year)$/)) kinds.push('twins')
  if (comparisons.some((one, k) => !without.has(k) && tellsNamesakes(one))) kinds.push('namesakes')
  return kinds
}

/** Strangers of one name agree on these more often than others do. */
function goesWithNames(comparison: Comparison): boolean {
  return comparison.kind === 'sex' || tellsOrigin(comparison)
}

/** What was estimated inside the block of one rule. */
interface BlockEstimate {
  readonly estimate: MatchEstimate
  readonly without: ReadonlySet<number>
  readonly rule: CountedRule
}

/** Least shares of pairs of one person in a block that may teach, the best first. */
const shares = [0.2, 0.05, 0.005]

/**
 * The blocks to learn from: those where many pairs are of one person, for in a loose block what its
 * key brings with it (an e-mail that begins with the name) passes for evidence; not those of one
 * household, nor any that would find more pairs than there can be. Looser ones only where nothing else
 * tells of a comparison.
 */
function chooseTeachers(
  spec: LinkSpecification,
  estimates: readonly BlockEstimate[],
  expectedMatches: number,
): readonly BlockEstimate[] {
  const named = spec.em.rules?.map(describeRule)
  if (named !== undefined) return estimates.filter(({ rule }) => named.includes(rule.name))
  const bounded = (times: number) =>
    estimates.filter(
      ({ estimate, rule }) =>
        estimate.matches >= 20 &&
        estimate.matches <= times * expectedMatches + 100 &&
        rule.rule.length > 0,
    )
  const usable = bounded(1.5).filter(({ rule }) => isPersonal(spec, rule.rule))
  const told = (by: readonly BlockEstimate[], k: number) =>
    by.some(({ without }) => !without.has(k))
  const all = [...spec.comparisons.keys()]
  const tellable = all.filter((k) => told(usable, k))
  const chosen =
    shares
      .map((least) => usable.filter(({ estimate }) => estimate.share >= least))
      .find((some) => tellable.every((k) => told(some, k))) ?? usable
  const untold = all.filter((k) => !told(usable, k))
  // how many pairs there can be was told by the guess of what is learnt only now
  return [...chosen, ...householdTeachers(bounded(4), untold, tellable)]
}

/**
 * What no other block tells of is learnt from the best of those of one household, in which kin are a part of
 * their own: where every rule around persons holds their one name, that of how one person writes it.
 */
function householdTeachers(
  bounded: readonly BlockEstimate[],
  untold: readonly number[],
  tellable: readonly number[],
): readonly BlockEstimate[] {
  if (untold.length === 0) return []
  return bounded
    .filter(({ estimate }) => estimate.share >= shares[0]!)
    .map((one) => ({ ...one, without: new Set([...one.without, ...tellable]) }))
    .filter(({ without }) => untold.some((k) => !without.has(k)))
}

function isPersonal(spec: LinkSpecification, rule: BlockingRule): boolean {
  const kinds = rule.map(
    ({ column }) => spec.comparisons.find((one) => one.column === column)!.kind,
  )
  return kinds.some((kind) => /^(given-name|full-name|date|document|email)$/.test(kind))
}

interface TrustedRules {
  readonly rules: readonly BlockingRule[]
  readonly found: number
  /** Share of records with a value, by comparison. */
  readonly present: readonly number[]
}

/** Rules that are nearly always right, those of the specification or the strictest of the columns. */
async function deterministicRules(
  engine: LakeEngine,
  spec: LinkSpecification,
  source: SourceTable,
): Promise<TrustedRules> {
  const records = Math.max(1, source.records[0] + source.records[1])
  const counts = spec.comparisons.map((_, k) => `count(x${k}) as p${k}`).join(', ')
  const [row] = await engine.rows<Record<string, number>>(`select ${counts} from link_prepared`)
  const present = spec.comparisons.map((_, k) => row![`p${k}`]! / records)
  const rules = spec.prior.deterministic ?? strictRules(spec, present)
  const found = rules.length === 0 ? 0 : await countUnion(engine, spec, rules)
  return { rules, found, present }
}

function strictRules(spec: LinkSpecification, present: readonly number[]): BlockingRule[] {
  const of = (kind: string) =>
    spec.comparisons.flatMap((one, k) =>
      one.kind === kind && present[k]! > 0.2 ? [{ column: one.column, by: 'value' as const }] : [],
    )
  const one = (kind: string) => of(kind).slice(0, 1)
  const names =
    one('full-name').length > 0 ? one('full-name') : [...one('given-name'), ...one('family-name')]
  const beside = [
    one('date'),
    one('document'),
    one('email'),
    one('phone'),
    [...one('address'), ...one('postcode')],
    [...one('postcode'), ...one('category')],
    [...one('place'), ...one('category')],
    one('postcode'),
    one('place'),
  ].filter((parts) => parts.length > 0)
  if (names.length === 0) {
    return [...one('document'), ...one('email')].map((part) => [part])
  }
  return beside.slice(0, 3).map((parts) => [...names, ...parts])
}

/**
 * The share of pairs of one person that satisfy one of some rules, were columns independent: each
 * column is there on both sides and equal with its own probability.
 */
function recallOf(
  spec: LinkSpecification,
  rules: readonly BlockingRule[],
  m: LevelShares,
  present: readonly number[],
): number {
  const columns = [...new Set(rules.flat().map(({ column }) => column))]
  if (columns.length === 0) return 0.5
  const agree = columns.map((column) => {
    const k = spec.comparisons.findIndex((one) => one.column === column)
    return present[k]! ** 2 * m[k]![0]!
  })
  let recall = 0
  for (let set = 0; set < 2 ** columns.length; set += 1) {
    const holds = (column: string) => ((set >> columns.indexOf(column)) & 1) === 1
    if (!rules.some((rule) => rule.every(({ column }) => holds(column)))) continue
    recall += agree.reduce(
      (product, share, at) => product * ((set >> at) & 1 ? share : 1 - share),
      1,
    )
  }
  return Math.min(1, Math.max(0.05, recall))
}

/** The weight of λ, bits. */
export function modelPrior(model: LinkModel): number {
  return priorWeight(model.lambda)
}
