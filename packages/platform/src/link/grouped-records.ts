import {
  agglomerate,
  matchProbability,
  splitCluster,
  partnerProbabilities,
  UnionFind,
  type ClusterEdge,
  type LinkSpecification,
} from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import type { ClusterFinding } from './cluster-finding.ts'
import { splitImpossible, type ConflictFinder, type MoreEvidence } from './impossible-clusters.ts'
import type { SourceTable } from './prepared-records.ts'
import type { LinkModel } from './link-model.ts'
import { heaviestFirst } from './partner-prior.ts'
import { putNumbers } from './put-numbers.ts'
import { weighAnewSql, type Bands } from './weighed-pairs.ts'

export interface Grouping {
  /** Least record of the person, by record. */
  readonly persons: Int32Array
  readonly findings: readonly ClusterFinding[]
}

/** What an earlier run settled: chains that nothing was added to stay as they were. */
export interface SettledRecords {
  /** Least record of the person of the earlier run, by record; a new record is its own. */
  readonly persons: Int32Array
  /** 1 for a record that is new, or about which something was decided since. */
  readonly touched: Uint8Array
}

export interface GroupingOptions {
  readonly settled?: SettledRecords
  /** What speaks against clusters beside the values that were compared. */
  readonly findConflicts?: ConflictFinder | undefined
  /** What adds to the weights of pairs beside those values. */
  readonly moreEvidence?: MoreEvidence | undefined
  /** Table (n, records) of how often each record was written, where equal ones are linked once. */
  readonly counts?: string | undefined
}

/** Groups records by accepted pairs: chains across one file, one partner each across two. */
export async function groupRecords(
  engine: LakeEngine,
  spec: LinkSpecification,
  source: SourceTable,
  model: LinkModel,
  bands: Bands,
  more: GroupingOptions = {},
): Promise<Grouping> {
  const records = source.records[0] + source.records[1]
  return spec.linkType === 'link'
    ? await partnerRecords(engine, records, bands)
    : await chainRecords(engine, spec, model, records, bands, more)
}

interface Edge {
  readonly l: number
  readonly r: number
  readonly weight: number
}

async function partnerRecords(
  engine: LakeEngine,
  records: number,
  bands: Bands,
): Promise<Grouping> {
  const pairs = await heaviestFirst(engine, bands)
  const groups = new UnionFind(records)
  const least = matchProbability(bands.accept)
  partnerProbabilities(pairs, records).forEach((probability, pair) => {
    if (probability >= least) groups.union(pairs.left[pair]!, pairs.right[pair]!)
  })
  return { persons: groups.roots(), findings: [] }
}

async function chainRecords(
  engine: LakeEngine,
  spec: LinkSpecification,
  model: LinkModel,
  records: number,
  bands: Bands,
  { settled, findConflicts, moreEvidence, counts }: GroupingOptions,
): Promise<Grouping> {
  const groups = new UnionFind(records)
  for await (const rows of engine.stream<Edge>(
    `select l, r, weight from link_weighed where weight >= ${bands.accept}`,
  )) {
    for (const { l, r } of rows) groups.union(l, r)
  }
  const persons = groups.roots()
  const open = settled === undefined ? undefined : openChains(persons, settled)
  const findings = await splitLarge(engine, spec, persons, bands)
  await settleChains(engine, spec, model, persons, bands, { moreEvidence, counts })
  const against = { findConflicts, moreEvidence, counts }
  findings.push(...(await splitImpossible(engine, spec, model, persons, open, against)))
  if (settled !== undefined && open !== undefined) {
    for (let n = 0; n < records; n += 1) if (open[n] === 0) persons[n] = settled.persons[n]!
  }
  return { persons, findings }
}

/** 1 for records of chains that something was added to; the others are made single, and so not settled. */
function openChains(persons: Int32Array, { touched }: SettledRecords): Uint8Array {
  const chains = new Uint8Array(persons.length)
  persons.forEach((person, n) => {
    if (touched[n] === 1) chains[person] = 1
  })
  const open = Uint8Array.from(persons, (person) => chains[person]!)
  open.forEach((is, n) => {
    if (is === 0) persons[n] = n
  })
  return open
}

/** Splits clusters of more records than a person may have, and reports them. */
async function splitLarge(
  engine: LakeEngine,
  spec: LinkSpecification,
  persons: Int32Array,
  bands: Bands,
): Promise<ClusterFinding[]> {
  const large: number[] = []
  sizesOf(persons).forEach((size, person) => {
    if (size > spec.maxClusterSize) large.push(person)
  })
  const findings: ClusterFinding[] = []
  const joined = new UnionFind(large.length === 0 ? 0 : persons.length)
  for (const person of large) {
    const members: number[] = []
    persons.forEach((root, record) => {
      if (root === person) members.push(record)
    })
    await putNumbers(engine, 'link_members', members, members)
    // of millions of pairs those that join something hold the parts together at every weight
    const edges: ClusterEdge[] = []
    for await (const rows of engine.stream<Edge>(
      `select l, r, weight from link_weighed semi join link_members on n = l
       where weight >= ${bands.accept} order by weight desc, l, r`,
    )) {
      for (const { l, r, weight } of rows) {
        if (joined.union(l, r)) edges.push({ a: l, b: r, weight })
      }
    }
    const { parts } = splitCluster(members, edges, (part) => part.length > spec.maxClusterSize)
    for (const part of parts) for (const member of part) persons[member] = part[0]!
    const found = { records: members.length, parts: parts.length, least: person }
    findings.push({ fault: 'too-large', ...found })
  }
  return findings
}

/** What a person decided of a pair counts for more bits than all evidence together. */
export const decidedWeight = 1e6

/**
 * Most bits that one pair of a chain may say for one person, and against: two records of one person
 * may well disagree where each has errors of its own.
 */
const mostFor = 15
const mostAgainst = 5

/**
 * Looks at every chain of three records or more whole: all its pairs are weighed, those that no rule
 * brought about too, and records are kept together where the mean of their weights is for it.
 */
async function settleChains(
  engine: LakeEngine,
  spec: LinkSpecification,
  model: LinkModel,
  persons: Int32Array,
  bands: Bands,
  { moreEvidence, counts }: Pick<GroupingOptions, 'moreEvidence' | 'counts'>,
): Promise<void> {
  const sizes = sizesOf(persons)
  const members: number[] = []
  const chains: number[] = []
  persons.forEach((person, record) => {
    if (sizes[person]! < 3) return
    members.push(record)
    chains.push(person)
  })
  if (members.length === 0) return
  await putNumbers(engine, 'link_chains', members, chains)
  const pairs = `select a.n as l, b.n as r from link_chains as a join link_chains as b
    on a.number = b.number and a.n < b.n`
  await engine.run(
    `create or replace temp table link_within as ${weighAnewSql(spec, model, pairs)}`,
  )
  await moreEvidence?.(engine, 'link_within')
  let chain = new Chain(-1)
  const settle = () => {
    if (chain.person !== -1) chain.settle(persons, Math.max(0, bands.accept))
  }
  await engine.run(
    'create temp table if not exists link_decided (l integer, r integer, verdict integer)',
  )
  const decided = `case d.verdict when 1 then ${decidedWeight} when 0 then -${decidedWeight} end`
  const written =
    counts === undefined
      ? { columns: '1 as "left", 1 as "right"', joins: '' }
      : {
          columns: 'a.records as "left", b.records as "right"',
          joins: `join ${counts} as a on a.n = w.l join ${counts} as b on b.n = w.r`,
        }
  for await (const rows of engine.stream<WrittenEdge & { person: number }>(
    `select number as person, w.l, w.r, ${written.columns}, coalesce(${decided}, greatest(-${mostAgainst}, least(${mostFor}, weight))) as weight
     from link_within as w join link_chains as c on c.n = w.l ${written.joins}
     left join link_decided as d on d.l = w.l and d.r = w.r order by number, w.l, w.r`,
  )) {
    for (const { person, ...edge } of rows) {
      if (person !== chain.person) {
        settle()
        chain = new Chain(person)
      }
      chain.add(edge)
    }
  }
  settle()
}

/** A pair of a chain, with how often its two records were written. */
interface WrittenEdge extends Edge {
  readonly left: number
  readonly right: number
}

/** The pairs of one chain, as they come by record. */
class Chain {
  readonly person: number
  readonly #edges: Edge[] = []
  readonly #places = new Map<number, number>()
  readonly #counts = new Map<number, number>()

  constructor(person: number) {
    this.person = person
  }

  add({ l, r, weight, left, right }: WrittenEdge): void {
    for (const [record, count] of [
      [l, left],
      [r, right],
    ] as const) {
      if (!this.#places.has(record)) this.#places.set(record, this.#places.size)
      this.#counts.set(record, count)
    }
    this.#edges.push({ l, r, weight })
  }

  settle(persons: Int32Array, least: number): void {
    const members = [...this.#places.keys()].sort((a, b) => a - b)
    members.forEach((record, at) => this.#places.set(record, at))
    const size = members.length
    const weights = new Float64Array(size * size)
    for (const { l, r, weight } of this.#edges) {
      const [a, b] = [this.#places.get(l)!, this.#places.get(r)!]
      weights[a * size + b] = weight
      weights[b * size + a] = weight
    }
    const counts = Float64Array.from(members, (record) => this.#counts.get(record)!)
    agglomerate(size, weights, least, counts).forEach((group, at) => {
      persons[members[at]!] = members[group]!
    })
  }
}

function sizesOf(persons: Int32Array): Int32Array {
  const sizes = new Int32Array(persons.length)
  for (const person of persons) sizes[person]! += 1
  return sizes
}
