import { type Hash, hashLength, hashNode, rootOf, splitOf } from './tree-hash.ts'
import { rootFromPath } from './verify-proof.ts'

/**
 * The root over the entries written together, and for each entry its path to that root. The root is
 * signed and the path stays with the entry, so that an entry that was altered is told from its
 * neighbours even where everything around it was computed anew: without the signing key nobody can
 * lead another entry to the signed root.
 *
 * @returns paths as concatenated hashes, from the leaf up
 */
export function proveGroup(leaves: readonly Hash[]): { root: Hash; paths: Uint8Array[] } {
  if (leaves.length === 0) return { root: rootOf([]), paths: [] }
  const steps: Hash[][] = leaves.map(() => [])
  const root = climb(leaves, 0, leaves.length, steps)
  return { root, paths: steps.map(joinHashes) }
}

function climb(leaves: readonly Hash[], start: number, end: number, steps: Hash[][]): Hash {
  if (end - start === 1) return leaves[start]!
  const middle = start + splitOf(end - start)
  const left = climb(leaves, start, middle, steps)
  const right = climb(leaves, middle, end, steps)
  for (let place = start; place < end; place += 1) {
    steps[place]!.push(place < middle ? right : left)
  }
  return hashNode(left, right)
}

/** The root that an entry of a group is led to by its path; undefined where the path has a wrong length. */
export function groupRootOf(
  leaf: Hash,
  place: number,
  count: number,
  path: Uint8Array,
): Hash | undefined {
  const hashes = splitHashes(path)
  return hashes === undefined ? undefined : rootFromPath(leaf, place, count, hashes)
}

export function joinHashes(hashes: readonly Hash[]): Uint8Array {
  const joined = new Uint8Array(hashes.length * hashLength)
  hashes.forEach((hash, place) => joined.set(hash, place * hashLength))
  return joined
}

/** Hashes from their concatenation; undefined where its length is no multiple of a hash. */
export function splitHashes(joined: Uint8Array): Hash[] | undefined {
  if (joined.length % hashLength !== 0) return undefined
  const hashes: Hash[] = []
  for (let start = 0; start < joined.length; start += hashLength) {
    hashes.push(joined.subarray(start, start + hashLength))
  }
  return hashes
}
