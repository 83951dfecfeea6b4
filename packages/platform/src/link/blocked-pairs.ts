import {
  chooseBlocking,
  columnsOfRule,
  describeRule,
  isSharedByKin,
  listCandidateRules,
  type BlockingPart,
  type BlockingRule,
  type CandidateRule,
  type Comparison,
  type LinkSpecification,
} from '@caudal/methods/link'
import { Xoshiro128 } from '@caudal/methods/numerics'
import type { LakeEngine } from '../store/index.ts'
import { frequencySql, patternCode } from './level-sql.ts'
import { formsOf, type SourceTable } from './prepared-records.ts'
import { linkRefusals } from './refusals.ts'

/** A blocking rule in use: what it asks for and how many pairs it brings about. */
export interface CountedRule {
  readonly rule: BlockingRule
  readonly name: string
  readonly pairs: number
}

/** Records among which the pairs of a rule are estimated before one is chosen. */
const sampleRecords = 60_000

/** Up to this many pairs in all, every one is compared. */
const everyPair = 2_000_000

/** Key of a part of a rule, as an SQL expression over one side. */
function keySql(
  spec: LinkSpecification,
  { column, by, with: other }: BlockingPart,
  side: string,
): string {
  const k = indexOf(spec, column)
  const form = (letter: string) =>
    formsOf(spec.comparisons[k]!.kind).includes(letter) ? `${side}.${letter}${k}` : `${side}.x${k}`
  const value = `${side}.x${k}`
  switch (by) {
    case 'value':
      return value
    case 'sound':
      return form('s')
    case 'words':
      return form('w')
    case 'first-word':
      return form('f')
    case 'last-word':
      return form('z')
    case 'local-part':
      return form('f')
    case 'start-3':
    case 'start-4': {
      const length = Number(by.slice(-1))
      return `case when length(${value}) >= ${length} then left(${value}, ${length}) end`
    }
    case 'end-4':
    case 'end-7': {
      const length = Number(by.slice(-1))
      return `case when length(${value}) >= ${length} then right(${value}, ${length}) end`
    }
    case 'year':
      return `left(${value}, 4)`
    case 'month-day':
      return `case when length(${value}) = 8 then right(${value}, 4) end`
    case 'names': {
      const j = indexOf(spec, other!)
      return `least(${side}.f${k}, ${side}.f${j}) || ' ' || greatest(${side}.f${k}, ${side}.f${j})`
    }
  }
}

function indexOf(spec: LinkSpecification, column: string): number {
  const at = spec.comparisons.findIndex((one) => one.column === column)
  if (at === -1) throw linkRefusals.refuse('blocking-column-not-compared', { column })
  return at
}

/** The condition that a pair is one of those asked about. */
export const bothFiles = ({ linkType }: LinkSpecification) =>
  linkType === 'link' ? 'l.file < r.file' : 'true'

/** Pairs that could be compared at all. */
export function possiblePairs(
  { linkType }: LinkSpecification,
  [first, second]: readonly [number, number],
): number {
  const records = first + second
  return linkType === 'link' ? first * second : (records * (records - 1)) / 2
}

/** Counts the pairs of each rule without making one. */
async function countPairs(
  engine: LakeEngine,
  spec: LinkSpecification,
  rules: readonly BlockingRule[],
  table: string,
): Promise<number[]> {
  const pairs =
    spec.linkType === 'link'
      ? 'count(*) filter (file = 1)::double * count(*) filter (file = 2)'
      : 'count(*)::double * (count(*) - 1) / 2'
  const counts: number[] = []
  const atOnce = 24
  for (let from = 0; from < rules.length; from += atOnce) {
    const selects = rules.slice(from, from + atOnce).map((rule, at) => {
      const keys = rule.map((part) => keySql(spec, part, 't'))
      return `select ${from + at} as rule, coalesce(sum(pairs), 0)::double as pairs from (
        select ${pairs} as pairs from ${table} as t
        where ${keys.map((key) => `${key} is not null`).join(' and ')}
        group by ${keys.join(', ')})`
    })
    const rows = await engine.rows<{ rule: number; pairs: number }>(selects.join(' union all '))
    for (const { rule, pairs: found } of rows) counts[rule] = found
  }
  return counts
}

/**
 * The rules of the specification, or rules chosen from the data; each counted before it runs.
 *
 * @throws Refusal where a rule of the specification has more pairs than allowed
 */
export async function chooseRules(
  engine: LakeEngine,
  spec: LinkSpecification,
  source: SourceTable,
): Promise<{ rules: CountedRule[]; expectedRecall: number | undefined }> {
  if (spec.blocking !== undefined) {
    const counts = await countPairs(engine, spec, spec.blocking, 'link_prepared')
    const rules = spec.blocking.map((rule, at) => ({
      rule,
      name: describeRule(rule),
      pairs: counts[at]!,
    }))
    const worst = rules.find(({ pairs }) => pairs > spec.maxPairs)
    if (worst !== undefined) {
      throw linkRefusals.refuse('rule-explodes', {
        rule: worst.name,
        pairs: Math.round(worst.pairs),
        most: spec.maxPairs,
      })
    }
    return { rules, expectedRecall: undefined }
  }
  const records = source.records[0] + source.records[1]
  const possible = possiblePairs(spec, source.records)
  const budget = Math.min(spec.maxPairs, Math.max(2_000_000, 14 * records))
  const columns = await Promise.all(
    spec.comparisons.map(async ({ column, kind }, k) => {
      const [row] = await engine.rows<{ missing: number }>(
        `select count(*) filter (x${k} is null) / greatest(count(*), 1) as missing from link_prepared`,
      )
      return { column, kind, missing: row?.missing ?? 1 }
    }),
  )
  const candidates = await estimateCandidates(
    engine,
    spec,
    listCandidateRules(columns),
    records,
    budget,
  )
  const chosen = chooseBlocking(columns, candidates, budget, new Xoshiro128(spec.seed))
  const counts = await countPairs(
    engine,
    spec,
    chosen.rules.map(({ rule }) => rule),
    'link_prepared',
  )
  const rules = chosen.rules
    .map(({ rule }, at) => ({ rule, name: describeRule(rule), pairs: counts[at]! }))
    .filter(({ pairs }) => pairs <= spec.maxPairs && pairs > 0)
  if (possible <= Math.min(spec.maxPairs, everyPair)) {
    rules.push({ rule: [], name: 'every pair', pairs: possible })
    return { rules, expectedRecall: 1 }
  }
  if (rules.length === 0) {
    const least = await countPairs(engine, spec, listCandidateRules(columns), 'link_prepared')
    const pairs = least.filter((count) => count > 0).sort((a, b) => a - b)[0]
    if (pairs !== undefined && pairs > spec.maxPairs) {
      throw linkRefusals.refuse('no-rule-small-enough', {
        pairs: Math.round(pairs),
        most: spec.maxPairs,
      })
    }
  }
  return { rules, expectedRecall: chosen.recall }
}

/** Pairs of candidate rules, from a sample where there are many records. */
async function estimateCandidates(
  engine: LakeEngine,
  spec: LinkSpecification,
  rules: readonly BlockingRule[],
  records: number,
  budget: number,
): Promise<CandidateRule[]> {
  const sampled = records > sampleRecords
  const table = sampled ? 'link_sample' : 'link_prepared'
  if (sampled) {
    const share = Math.floor((sampleRecords / records) * 1_000_000)
    await engine.run(
      `create or replace temp table link_sample as
       select * from link_prepared where hash(n, ${spec.seed}) % 1000000 < ${share}`,
    )
  }
  const scale = sampled ? (records / sampleRecords) ** 2 : 1
  const small = budget / 200
  const estimated: CandidateRule[] = []
  // a rule that compares few pairs already gains nothing by asking for more
  const enough: BlockingRule[] = []
  for (const parts of [1, 2, 3]) {
    const asked = rules.filter(
      (rule) =>
        rule.length === parts &&
        !enough.some((less) =>
          less.every((part) =>
            rule.some((own) => own.column === part.column && own.by === part.by),
          ),
        ),
    )
    const counts = await countPairs(engine, spec, asked, table)
    asked.forEach((rule, at) => {
      const pairs = counts[at]! * scale
      if (pairs < small) enough.push(rule)
      if (pairs <= budget) estimated.push({ rule, pairs })
    })
  }
  if (sampled) await engine.run('drop table link_sample')
  return estimated
}

/** The condition that two records agree on a rule. */
function ruleSql(spec: LinkSpecification, rule: BlockingRule): string {
  if (rule.length === 0) return 'true'
  return rule.map((part) => `${keySql(spec, part, 'l')} = ${keySql(spec, part, 'r')}`).join(' and ')
}

/** What is kept of a pair when it is compared: its pattern, and the weight of frequencies. */
export function comparedSql({ comparisons }: LinkSpecification): string {
  const places = (one: Comparison) => isSharedByKin('neighbours', one)
  const families = (one: Comparison) => isSharedByKin('relatives', one) && !places(one)
  return `${patternCode(comparisons).sql} as pattern,
    ${frequencySql(comparisons, () => true)} as frequency,
    ${frequencySql(comparisons, places)} as frequency_place,
    ${frequencySql(comparisons, families)} as frequency_family`
}

/**
 * Makes `link_pairs` (l, r, rules, pattern, and the weight of frequencies): one row per pair that any rule brings about,
 * with its pattern of levels and the set of its rules. Compared in the engine as they are joined.
 */
export async function comparePairs(
  engine: LakeEngine,
  spec: LinkSpecification,
  rules: readonly CountedRule[],
  progress: (done: number) => void,
): Promise<void> {
  const code = patternCode(spec.comparisons)
  await engine.run(
    `create or replace temp table link_pairs (l integer, r integer, rules uinteger, pattern ${code.type},
       frequency float, frequency_place float, frequency_family float)`,
  )
  const conditions = rules.map(({ rule }) => ruleSql(spec, rule))
  const total = rules.reduce((sum, { pairs }) => sum + pairs, 0)
  let done = 0
  for (const [at, condition] of conditions.entries()) {
    const earlier = conditions.slice(0, at).map((other) => `not coalesce(${other}, false)`)
    const masks = conditions.map((other, bit) => {
      if (bit < at) return '0'
      return bit === at ? String(2 ** bit) : `case when ${other} then ${2 ** bit} else 0 end`
    })
    await engine.run(
      `insert into link_pairs
       select l.n, r.n, (${masks.join(' + ')})::uinteger, ${comparedSql(spec)}
       from link_prepared as l join link_prepared as r on ${condition}
       where ${[`l.n < r.n`, bothFiles(spec), ...earlier].join(' and ')}`,
    )
    done += rules[at]!.pairs
    progress(done / Math.max(total, 1))
  }
}

/** Comparisons whose column a rule holds equal. */
export function comparisonsHeld(spec: LinkSpecification, rule: BlockingRule): Set<number> {
  const columns = columnsOfRule(rule)
  const held = new Set<number>()
  spec.comparisons.forEach(({ column }, k) => {
    if (columns.includes(column)) held.add(k)
  })
  return held
}

/** Counts the pairs that satisfy any of some rules. */
export async function countUnion(
  engine: LakeEngine,
  spec: LinkSpecification,
  rules: readonly BlockingRule[],
): Promise<number> {
  const conditions = rules.map((rule) => ruleSql(spec, rule))
  let found = 0
  for (const [at, condition] of conditions.entries()) {
    const earlier = conditions.slice(0, at).map((other) => `not coalesce(${other}, false)`)
    const [row] = await engine.rows<{ pairs: number }>(
      `select count(*) as pairs from link_prepared as l join link_prepared as r on ${condition}
       where ${['l.n < r.n', bothFiles(spec), ...earlier].join(' and ')}`,
    )
    found += row?.pairs ?? 0
  }
  return found
}
