import { emptyRoot, type Hash, hashNode, sameHash } from './tree-hash.ts'

/**
 * Whether `path` proves that the leaf with hash `leaf` stands at `index` in the tree of `size`
 * leaves and root `root`.
 *
 * @param index place of the leaf, from 0
 * @param size leaves of the tree; below 2^53
 * @see RFC 9162 (2021), section 2.1.3.2
 */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  path: readonly Hash[],
  root: Hash,
): boolean {
  const computed = rootFromPath(leaf, index, size, path)
  return computed !== undefined && sameHash(computed, root)
}

/** The root that a path leads a leaf to; undefined where the path has not the length it must have. */
export function rootFromPath(
  leaf: Hash,
  index: number,
  size: number,
  path: readonly Hash[],
): Hash | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return undefined
  if (index < 0 || index >= size) return undefined
  let [node, last] = [index, size - 1]
  let hash = leaf
  for (const sibling of path) {
    if (last === 0) return undefined
    if (isOdd(node) || node === last) {
      hash = hashNode(sibling, hash)
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      hash = hashNode(hash, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 ? hash : undefined
}

/**
 * Whether `path` proves that the tree with root `earlierRoot` is the beginning of the tree with root
 * `laterRoot`: nothing that was in it has been changed, taken out or moved.
 *
 * @see RFC 9162 (2021), section 2.1.4.2
 */
export function verifyConsistency(
  earlier: number,
  later: number,
  path: readonly Hash[],
  earlierRoot: Hash,
  laterRoot: Hash,
): boolean {
  if (!Number.isSafeInteger(earlier) || !Number.isSafeInteger(later)) return false
  if (earlier < 0 || earlier > later) return false
  if (earlier === later) return path.length === 0 && sameHash(earlierRoot, laterRoot)
  // every tree begins with the empty one
  if (earlier === 0) return path.length === 0 && sameHash(earlierRoot, emptyRoot)
  let [node, last] = [earlier - 1, later - 1]
  while (isOdd(node)) [node, last] = [half(node), half(last)]
  const steps = node === 0 ? [earlierRoot, ...path] : [...path]
  const first = steps.shift()
  if (first === undefined || (node === 0 && path.length === 0)) return false
  let [fromEarlier, fromLater] = [first, first]
  for (const step of steps) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      fromEarlier = hashNode(step, fromEarlier)
      fromLater = hashNode(step, fromLater)
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      fromLater = hashNode(fromLater, step)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameHash(fromEarlier, earlierRoot) && sameHash(fromLater, laterRoot)
}

// numbers past 2^32 have no shift operator
const isOdd = (value: number) => value % 2 === 1
const half = (value: number) => Math.floor(value / 2)
