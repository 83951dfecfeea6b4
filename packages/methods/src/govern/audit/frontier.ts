import { emptyRoot, type Hash, hashNode } from './tree-hash.ts'

/**
 * What must be kept of a log to add to it: the roots of the complete subtrees along its right edge,
 * from the largest to the smallest, one for each bit that is set in the size.
 *
 * @see RFC 9162 (2021), section 2.1.2; "compact range" of later implementations
 */
export class Frontier {
  #size: number
  readonly #roots: Hash[]

  /**
   * @param size leaves so far
   * @param roots one for each bit set in `size`, the largest subtree first
   */
  constructor(size = 0, roots: readonly Hash[] = []) {
    if (roots.length !== bitsSet(size)) {
      throw new Error(`A tree of ${size} leaves has ${bitsSet(size)} roots on its edge.`)
    }
    this.#size = size
    this.#roots = [...roots]
  }

  get size(): number {
    return this.#size
  }

  /**
   * Adds a leaf.
   * @param completed told each subtree of two or more leaves that this leaf makes complete: its
   *   height (leaves are at 0), its number at that height, and its root
   */
  add(leaf: Hash, completed?: (height: number, number: number, root: Hash) => void): void {
    let root = leaf
    let height = 0
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      root = hashNode(this.#roots.pop()!, root)
      height += 1
      completed?.(height, Math.floor(this.#size / 2 ** height), root)
    }
    this.#roots.push(root)
    this.#size += 1
  }

  root(): Hash {
    return (
      this.#roots.reduceRight<Hash | undefined>(
        (right, left) => (right === undefined ? left : hashNode(left, right)),
        undefined,
      ) ?? emptyRoot
    )
  }

  copy(): Frontier {
    return new Frontier(this.#size, this.#roots)
  }
}

/**
 * The spans of the complete subtrees along the right edge of a tree, the largest first.
 *
 * @example edgeSpans(6) // => [{ start: 0, end: 4 }, { start: 4, end: 6 }]
 */
export function edgeSpans(size: number): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  let start = 0
  while (start < size) {
    let length = 1
    while (length * 2 <= size - start) length *= 2
    spans.push({ start, end: start + length })
    start += length
  }
  return spans
}

function bitsSet(size: number): number {
  let bits = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2
  return bits
}
