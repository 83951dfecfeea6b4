import { levelReference, type CubeDimension, type CubeDomain } from '@caudal/methods/measure'
import {
  makeDimension,
  treeCode,
  treeDepths,
  type Dimension,
  type HierarchyLine,
} from '@caudal/methods/protect'
import type { RecordedCodes } from './microdata.ts'

/**
 * A dimension of a cube as protection sees it: its finest codes under the codes of those coarser
 * levels that nest, as one tree. A level that cuts across another (ages by fives and by school
 * years) is a dimension of its own, tied to the rest by what its codes tell of the others.
 */
export interface CubeTree {
  readonly dimension: Dimension
  /** Levels of the tree by their depth in the cube. */
  readonly depths: readonly number[]
}

/** The trees of a cube's dimension. */
export function treesOf(dimension: CubeDimension, domain: CubeDomain): CubeTree[] {
  return treeDepths(dimension, domain).map((depths, tree) => ({
    depths,
    dimension: treeOf(
      tree === 0 ? dimension.id : levelReference(dimension, depths[0]!).id,
      dimension,
      depths,
      domain,
    ),
  }))
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

/**
 * Records have the finest codes of a dimension. A level that cuts across others has leaves that are none of these:
 * each stands for several.
 *
 * @returns undefined where the leaves of a tree are finest codes
 */
export function recordedCodes(
  dimension: CubeDimension,
  { depths: [depth] }: CubeTree,
  domain: CubeDomain,
): RecordedCodes | undefined {
  const levels = domain[dimension.id]
  if (depth === undefined || depth === 0 || levels === undefined) return undefined
  const { codes, of } = levels[depth]!
  const recorded = new Map<string, string[]>()
  levels[0]!.codes.forEach((code, ordinal) => {
    const leaf = treeCode(levelReference(dimension, depth), codes[of[ordinal]!]!)
    const known = recorded.get(leaf)
    if (known === undefined) recorded.set(leaf, [code])
    else known.push(code)
  })
  return recorded
}
