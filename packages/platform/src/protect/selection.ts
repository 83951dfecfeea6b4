import {
  listLevels,
  levelReference,
  type CubeDimension,
  type CubeDomain,
  type LevelReference,
} from '@caudal/methods/measure'
import { makeDimension, type Dimension, type HierarchyLine } from '@caudal/methods/protect'

/**
 * A dimension of a cube as protection sees it: its finest codes under the codes of those coarser
 * levels that nest, as one tree. A level that cuts across another (ages by fives and by school
 * years) is a dimension of its own, tied to the rest by its total alone.
 */
export interface CubeTree {
  readonly dimension: Dimension
  /** Levels of the tree by their depth in the cube. */
  readonly depths: readonly number[]
}

/** The trees of a cube's dimension. */
export function treesOf(dimension: CubeDimension, domain: CubeDomain): CubeTree[] {
  const levels = listLevels(dimension).map((_, depth) => levelReference(dimension, depth))
  const chain = [0]
  const apart: number[] = []
  for (const { depth } of levels.slice(1)) {
    if (nests(dimension.id, chain.at(-1)!, depth, domain)) chain.push(depth)
    else apart.push(depth)
  }
  return [
    { depths: chain, dimension: treeOf(dimension.id, dimension, chain, domain) },
    ...apart.map((depth) => ({
      depths: [depth],
      dimension: treeOf(levels[depth]!.id, dimension, [depth], domain),
    })),
  ]
}

/** The code of a level in its tree: told apart from a code of another level that reads the same. */
export function treeCode({ level, depth }: LevelReference, code: string): string {
  return depth === 0 ? code : `${level.id}:${code}`
}

/** Whether every code of one level lies in one code of another. */
function nests(id: string, finer: number, coarser: number, domain: CubeDomain): boolean {
  const inner = domain[id]?.[finer]
  const outer = domain[id]?.[coarser]
  if (inner === undefined || outer === undefined) return false
  const parents = new Map<number, number>()
  return inner.of.every((own, finest) => {
    const parent = outer.of[finest]!
    if (!parents.has(own)) parents.set(own, parent)
    return parents.get(own) === parent
  })
}

function treeOf(
  name: string,
  dimension: CubeDimension,
  depths: readonly number[],
  domain: CubeDomain,
): Dimension {
  const lines = new Map<string, HierarchyLine>()
  const leaves = new Set<string>()
  const finest = domain[dimension.id]?.[0]?.codes ?? []
  finest.forEach((_, ordinal) => {
    depths.forEach((depth, at) => {
      const codeAt = (d: number) => {
        const level = domain[dimension.id]![d]!
        return treeCode(levelReference(dimension, d), level.codes[level.of[ordinal]!]!)
      }
      const code = codeAt(depth)
      if (at === 0) leaves.add(code)
      const above = depths[at + 1]
      lines.set(code, { code, parent: above === undefined ? '' : codeAt(above) })
    })
  })
  return makeDimension(name, leaves, [...lines.values()])
}
