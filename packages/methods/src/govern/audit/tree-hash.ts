import { sha256 } from '@noble/hashes/sha2.js'

/** A SHA-256 digest, 32 bytes. */
export type Hash = Uint8Array

export const hashLength = 32

/**
 * The hash of a leaf: SHA-256 of a zero byte and the entry. The byte keeps leaves and nodes apart,
 * so that no node can be passed off as an entry.
 *
 * @see RFC 9162 (2021), section 2.1.1
 */
export function hashLeaf(entry: Uint8Array): Hash {
  const input = new Uint8Array(entry.length + 1)
  input.set(entry, 1)
  return sha256(input)
}

/**
 * The hash of a node: SHA-256 of a one byte and its two children.
 *
 * @see RFC 9162 (2021), section 2.1.1
 */
export function hashNode(left: Hash, right: Hash): Hash {
  const input = new Uint8Array(1 + 2 * hashLength)
  input[0] = 1
  input.set(left, 1)
  input.set(right, 1 + hashLength)
  return sha256(input)
}

/** The hash of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Hash = sha256(new Uint8Array(0))

/** Whether two digests are the same. */
export function sameHash(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place])
}

/**
 * The root over leaf hashes (`MTH` of the RFC): the tree is split at the largest power of two below
 * its size.
 * @param hash the hash of a node, where the host has a faster one than `hashNode`
 */
export function rootOf(leaves: readonly Hash[], hash: typeof hashNode = hashNode): Hash {
  const rootBetween = (start: number, end: number): Hash => {
    if (end - start === 1) return leaves[start]!
    const middle = start + splitOf(end - start)
    return hash(rootBetween(start, middle), rootBetween(middle, end))
  }
  return leaves.length === 0 ? emptyRoot : rootBetween(0, leaves.length)
}

/**
 * The largest power of two below `size`, for sizes from 2.
 *
 * @example splitOf(7) // => 4
 * @example splitOf(8) // => 4
 */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}
