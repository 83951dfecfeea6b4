import {
  splitCluster,
  takeOnePartner,
  UnionFind,
  type ClusterEdge,
  type ClusterFault,
  type LinkSpecification,
} from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import type { SourceTable } from './prepared-records.ts'
import type { Bands } from './weighed-pairs.ts'

/** A cluster that could not be one person, and what became of it. */
export interface ClusterFinding {
  readonly fault: ClusterFault
  /** Records of the cluster before it was split. */
  readonly records: number
  readonly parts: number
  /** Place of its least record in the order of file and id. */
  readonly least: number
}

export interface Grouping {
  /** Least record of the person, by record. */
  readonly persons: Int32Array
  readonly findings: readonly ClusterFinding[]
}

/** Groups records by accepted pairs: chains across one file, one partner each across two. */
export async function groupRecords(
  engine: LakeEngine,
  spec: LinkSpecification,
  source: SourceTable,
  bands: Bands,
): Promise<Grouping> {
  const records = source.records[0] + source.records[1]
  return spec.linkType === 'link'
    ? await partnerRecords(engine, records, bands)
    : await chainRecords(engine, spec, records, bands)
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
  const left: number[] = []
  const right: number[] = []
  for await (const rows of engine.stream<Edge>(
    `select l, r, weight from link_weighed where weight >= ${bands.accept} order by weight desc, l, r`,
  )) {
    for (const { l, r } of rows) {
      left.push(l)
      right.push(r)
    }
  }
  const taken = takeOnePartner(Int32Array.from(left), Int32Array.from(right), records)
  const groups = new UnionFind(records)
  taken.forEach((value, pair) => {
    if (value === 1) groups.union(left[pair]!, right[pair]!)
  })
  return { persons: groups.roots(), findings: [] }
}

async function chainRecords(
  engine: LakeEngine,
  spec: LinkSpecification,
  records: number,
  bands: Bands,
): Promise<Grouping> {
  const groups = new UnionFind(records)
  for await (const rows of engine.stream<Edge>(
    `select l, r, weight from link_weighed where weight >= ${bands.accept}`,
  )) {
    for (const { l, r } of rows) groups.union(l, r)
  }
  const persons = groups.roots()
  const sizes = new Int32Array(records)
  for (const person of persons) sizes[person]! += 1
  const large = new Set<number>()
  sizes.forEach((size, person) => {
    if (size > spec.maxClusterSize) large.add(person)
  })
  const findings: ClusterFinding[] = []
  for (const person of large) {
    const members: number[] = []
    persons.forEach((root, record) => {
      if (root === person) members.push(record)
    })
    const edges = await edgesOf(engine, members, bands)
    const { parts } = splitCluster(members, edges, (part) => part.length > spec.maxClusterSize)
    for (const part of parts) for (const member of part) persons[member] = part[0]!
    findings.push({
      fault: 'too-large',
      records: members.length,
      parts: parts.length,
      least: person,
    })
  }
  return { persons, findings }
}

async function edgesOf(
  engine: LakeEngine,
  members: readonly number[],
  bands: Bands,
): Promise<ClusterEdge[]> {
  await engine.run(
    `create or replace temp table link_members as select unnest(string_split($1, ','))::integer as n`,
    [members.join(',')],
  )
  const edges: ClusterEdge[] = []
  for await (const rows of engine.stream<Edge>(
    `select l, r, weight from link_weighed semi join link_members on n = l where weight >= ${bands.accept}`,
  )) {
    for (const { l, r, weight } of rows) edges.push({ a: l, b: r, weight })
  }
  return edges
}
