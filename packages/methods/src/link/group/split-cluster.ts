import { UnionFind } from './union-find.ts'

/** An accepted pair inside one cluster. */
export interface ClusterEdge {
  readonly a: number
  readonly b: number
  /** Bits. */
  readonly weight: number
}

/** Why a cluster cannot be one person. */
export type ClusterFault =
  'too-large' | 'sexes-and-births-apart' | 'two-places-at-once' | 'two-in-one-file'

export interface SplitCluster {
  /** Members of each part, each ascending; ordered by their least member. */
  readonly parts: readonly (readonly number[])[]
  /** Edges that were cut, to be reviewed by a person. */
  readonly cut: readonly ClusterEdge[]
}

/**
 * Splits a cluster that cannot be one person at its weakest edges, until every part can be one. All
 * edges of the same weight are cut together, so that the answer does not depend on their order; an
 * edge whose ends stay together through others is not lost, only not needed.
 *
 * @param faulty whether a set of members cannot be one person
 */
export function splitCluster(
  members: readonly number[],
  edges: readonly ClusterEdge[],
  faulty: (members: readonly number[]) => boolean,
): SplitCluster {
  const parts: (readonly number[])[] = []
  const cut: ClusterEdge[] = []
  const open: { members: readonly number[]; edges: readonly ClusterEdge[] }[] = [
    { members: members.toSorted((a, b) => a - b), edges: edges.toSorted(byWeight) },
  ]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part.members.length === 1 || !faulty(part.members)) {
      parts.push(part.members)
      continue
    }
    const split = splitOnce(part.members, part.edges)
    cut.push(...split.cut)
    open.push(...split.parts)
  }
  return { parts: parts.sort((a, b) => a[0]! - b[0]!), cut }
}

function byWeight(x: ClusterEdge, y: ClusterEdge): number {
  return y.weight - x.weight || x.a - y.a || x.b - y.b
}

/** Removes the strongest-last edges, weight by weight, until the cluster falls apart. */
function splitOnce(members: readonly number[], edges: readonly ClusterEdge[]) {
  const place = new Map(members.map((member, at) => [member, at]))
  // the weakest weight that holds the cluster together: that of the last edge of a strongest tree
  const tree = new UnionFind(members.length)
  let weakest = Number.POSITIVE_INFINITY
  for (const { a, b, weight } of edges) {
    if (tree.union(place.get(a)!, place.get(b)!)) weakest = weight
  }
  const groups = new UnionFind(members.length)
  for (const { a, b, weight } of edges) {
    if (weight > weakest) groups.union(place.get(a)!, place.get(b)!)
  }
  const parts = new Map<number, { members: number[]; edges: ClusterEdge[] }>()
  members.forEach((member, at) => {
    const root = groups.find(at)
    const part = parts.get(root) ?? { members: [], edges: [] }
    part.members.push(member)
    parts.set(root, part)
  })
  const cut: ClusterEdge[] = []
  for (const edge of edges) {
    const root = groups.find(place.get(edge.a)!)
    if (root === groups.find(place.get(edge.b)!) && edge.weight > weakest)
      parts.get(root)!.edges.push(edge)
    else cut.push(edge)
  }
  return { parts: [...parts.values()], cut }
}
