import {
  columnsOfRule,
  type BlockingPart,
  type BlockingRule,
  type LinkSpecification,
} from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { formsOf } from './prepared-records.ts'
import { linkRefusals } from './refusals.ts'

/** A blocking rule in use: what it asks for and how many pairs it brings about. */
export interface CountedRule {
  readonly rule: BlockingRule
  readonly name: string
  readonly pairs: number
}

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
  ({ link: 'l.file < r.file', 'link-and-dedupe': 'true', dedupe: 'l.file = r.file' })[linkType]

/** Pairs that could be compared at all. */
export function possiblePairs(
  { linkType }: LinkSpecification,
  [first, second]: readonly [number, number],
): number {
  const records = first + second
  return linkType === 'link' ? first * second : (records * (records - 1)) / 2
}

/** What records share under a rule, as one number; nothing where a part is missing. */
function ruleKeySql(spec: LinkSpecification, rule: BlockingRule, side: string): string {
  if (rule.length === 0) return '0::ubigint'
  const keys = rule.map((part) => keySql(spec, part, side))
  const known = keys.map((key) => `(${key}) is not null`).join(' and ')
  return `case when ${known} then hash(${keys.join(', ')}) end`
}

/** Makes a table (n, file, k0, k1, …) of the keys of rules: narrow, so that joins on them are cheap. */
export async function makeKeys(
  engine: LakeEngine,
  spec: LinkSpecification,
  rules: readonly BlockingRule[],
  table: 'link_keys' | 'link_sample',
  where = 'true',
): Promise<void> {
  const keys = rules.map((rule, at) => `${ruleKeySql(spec, rule, 't')} as k${at}`)
  await engine.run(
    `create or replace temp table ${table} as
     select ${['t.n', 't.file', ...keys].join(', ')} from link_prepared as t where ${where}`,
  )
}

/** Counts pairs of records that agree on groups of keys of such a table. */
export async function countPairs(
  engine: LakeEngine,
  spec: LinkSpecification,
  table: 'link_keys' | 'link_sample',
  groups: readonly (readonly number[])[],
): Promise<number[]> {
  const pairs =
    spec.linkType === 'link'
      ? 'count(*) filter (file = 1)::double * count(*) filter (file = 2)'
      : 'count(*)::double * (count(*) - 1) / 2'
  const counts: number[] = []
  const atOnce = 24
  for (let from = 0; from < groups.length; from += atOnce) {
    const selects = groups.slice(from, from + atOnce).map((group, at) => {
      const keys = group.map((key) => `k${key}`)
      return `select ${from + at} as rule, coalesce(sum(pairs), 0)::double as pairs from (
        select ${pairs} as pairs from ${table}
        where ${keys.map((key) => `${key} is not null`).join(' and ')}
        group by ${keys.join(', ')})`
    })
    const rows = await engine.rows<{ rule: number; pairs: number }>(selects.join(' union all '))
    for (const { rule, pairs: found } of rows) counts[rule] = found
  }
  return counts
}

/** The condition that two records agree on a rule. */
function ruleSql(spec: LinkSpecification, rule: BlockingRule): string {
  if (rule.length === 0) return 'true'
  return rule.map((part) => `${keySql(spec, part, 'l')} = ${keySql(spec, part, 'r')}`).join(' and ')
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
