import {
  listLevels,
  levelReference,
  type CubeDimension,
  type CubeDomain,
  type LevelReference,
} from '../../measure/index.ts'
import { nests } from './fixed-cells.ts'

/**
 * Levels of a dimension that make one tree of codes: its finest and all coarser ones that nest. A level
 * that cuts across (ages by fives and by school years) stands apart, tied to the rest by what its codes tell of the others.
 *
 * @returns depths of each tree, the one with the finest level first
 */
export function treeDepths(dimension: CubeDimension, domain: CubeDomain): number[][] {
  const chain = [0]
  const apart: number[][] = []
  listLevels(dimension).forEach((_, depth) => {
    if (depth === 0) return
    if (nests(dimension.id, chain.at(-1)!, depth, domain)) chain.push(depth)
    else apart.push([depth])
  })
  return [chain, ...apart]
}

/** The code of a level in its tree: told apart from a code of another level that reads the same. */
export function treeCode({ level, depth }: LevelReference, code: string): string {
  return depth === 0 ? code : `${level.id}:${code}`
}

/** The tree that a level belongs to, by the name that releases know it by. */
export function treeName({ dimension, depth }: LevelReference, domain: CubeDomain): string {
  const [chain] = treeDepths(dimension, domain)
  return chain!.includes(depth) ? dimension.id : levelReference(dimension, depth).id
}
