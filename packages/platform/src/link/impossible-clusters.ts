import {
  splitCluster,
  type ClusterEdge,
  type ClusterFault,
  type LinkSpecification,
} from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import type { ClusterFinding } from './cluster-finding.ts'
import type { LinkModel } from './link-model.ts'
import { putNumbers } from './put-numbers.ts'
import { weighAnewSql } from './weighed-pairs.ts'

/** Years between two births that no slip of the pen explains where the sexes differ too. */
const yearsApart = 2

/**
 * Adds to `link_conflicts` (fault, l, r) what speaks against clusters by more than their values:
 * `link_members` (n, number) holds the records of clusters of two or more.
 */
export type ConflictFinder = (session: LakeEngine) => Promise<void>

/** Adds evidence beside values to the weights of a table of pairs (l, r, weight). */
export type MoreEvidence = (session: LakeEngine, table: string) => Promise<void>

/**
 * Pairs of a cluster that cannot be one person: of two sexes, born years apart. Not where each has a slip of its
 * own, one in the sex and one in the year: then more records of the cluster than theirs stand between the two,
 * with the sex of the one and the year of the other.
 */
async function findSexesApart(
  engine: LakeEngine,
  { comparisons }: LinkSpecification,
  counts: string | undefined,
) {
  const sex = comparisons.findIndex(({ kind }) => kind === 'sex')
  const born = comparisons.findIndex(({ kind }) => kind === 'date' || kind === 'year')
  if (sex === -1 || born === -1) return
  const [written, joined] =
    counts === undefined ? ['1', ''] : ['w.records', `join ${counts} as w on w.n = m.n`]
  await engine.run(
    `insert into link_conflicts
     with known as (
       select m.number, m.n, x${sex} as sex, try_cast(left(x${born}, 4) as integer) as year, ${written} as written
       from link_members as m join link_prepared as p on p.n = m.n ${joined}
       where x${sex} is not null and x${born} is not null),
     apart as (
       select p.number, p.n as l, q.n as r, p.sex as sex_l, q.sex as sex_r, p.year as year_l, q.year as year_r,
         p.written + q.written as own
       from known as p join known as q on q.number = p.number and p.n < q.n
       where p.sex <> q.sex and abs(p.year - q.year) >= ${yearsApart})
     select 'sexes-and-births-apart', a.l, a.r from apart as a left join known as b
       on b.number = a.number
       and (b.sex = a.sex_l and abs(b.year - a.year_r) < ${yearsApart}
         or b.sex = a.sex_r and abs(b.year - a.year_l) < ${yearsApart})
     group by a.l, a.r, a.own having coalesce(sum(b.written), 0) <= a.own`,
  )
}

/**
 * Splits clusters that cannot be one person at their weakest edges, until every part can be one. All
 * their pairs are weighed, those that no rule brought about too.
 *
 * @param open 1 for records that are looked at; all where absent
 * @returns what was found, by the least record of the cluster
 */
export async function splitImpossible(
  engine: LakeEngine,
  spec: LinkSpecification,
  model: LinkModel,
  persons: Int32Array,
  open: Uint8Array | undefined,
  {
    findConflicts,
    moreEvidence,
    counts,
  }: {
    readonly findConflicts: ConflictFinder | undefined
    readonly moreEvidence: MoreEvidence | undefined
    /** Table (n, records) of how often each record was written; once each where absent. */
    readonly counts: string | undefined
  },
): Promise<ClusterFinding[]> {
  const sizes = new Int32Array(persons.length)
  for (const person of persons) sizes[person]! += 1
  const members: number[] = []
  persons.forEach((person, n) => {
    if (sizes[person]! > 1 && (open === undefined || open[n] === 1)) members.push(n)
  })
  await putNumbers(
    engine,
    'link_members',
    members,
    members.map((n) => persons[n]!),
  )
  await engine.run(
    'create or replace temp table link_conflicts (fault varchar, l integer, r integer)',
  )
  await engine.run(
    'create temp table if not exists link_decided (l integer, r integer, verdict integer)',
  )
  await findSexesApart(engine, spec, counts)
  await findConflicts?.(engine)
  // what a person decided to be one stays one, whatever speaks against it
  await engine.run(
    `delete from link_conflicts where exists (select 1 from link_decided as d
     where d.verdict = 1 and d.l = link_conflicts.l and d.r = link_conflicts.r)`,
  )
  const conflicts = await engine.rows<{
    fault: ClusterFault
    l: number
    r: number
    person: number
  }>(
    `select distinct fault, l, r, number as person from link_conflicts join link_members on n = l
     order by person, l, r, fault`,
  )
  if (conflicts.length === 0) return []
  await engine.run(
    `create or replace temp table link_within as ${weighAnewSql(
      spec,
      model,
      `select a.n as l, b.n as r from link_members as a join link_members as b
         on b.number = a.number and a.n < b.n
       where a.number in (select number from link_conflicts join link_members on n = l)`,
    )}`,
  )
  await moreEvidence?.(engine, 'link_within')
  const edges = new Map<number, ClusterEdge[]>()
  for await (const rows of engine.stream<{ person: number; l: number; r: number; weight: number }>(
    `select number as person, w.l, w.r,
       case d.verdict when 1 then 1e6 when 0 then -1e6 else weight end::double as weight
     from link_within as w join link_members on n = w.l
     left join link_decided as d on d.l = w.l and d.r = w.r order by all`,
  )) {
    for (const { person, l, r, weight } of rows) {
      const own = edges.get(person) ?? []
      own.push({ a: l, b: r, weight })
      edges.set(person, own)
    }
  }
  const byPerson = new Map<number, (typeof conflicts)[number][]>()
  for (const conflict of conflicts) {
    const own = byPerson.get(conflict.person) ?? []
    own.push(conflict)
    byPerson.set(conflict.person, own)
  }
  const findings: ClusterFinding[] = []
  for (const [person, own] of byPerson) {
    const links = edges.get(person)!
    const all = [...new Set(links.flatMap(({ a, b }) => [a, b]))]
    const faulty = (part: readonly number[]) => {
      const set = new Set(part)
      return own.some(({ l, r }) => set.has(l) && set.has(r))
    }
    const { parts } = splitCluster(all, links, faulty)
    for (const part of parts) for (const member of part) persons[member] = part[0]!
    findings.push({ fault: own[0]!.fault, records: all.length, parts: parts.length, least: person })
  }
  return findings
}
