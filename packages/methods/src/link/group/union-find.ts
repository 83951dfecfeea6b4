/**
 * Groups of things that are linked, directly or through others. Every group is named by its least
 * member, so that the answer does not depend on the order of the links.
 *
 * @see Tarjan, "Efficiency of a Good But Not Linear Set Union Algorithm", JACM 22 (1975)
 * @example
 * const groups = new UnionFind(4)
 * groups.union(3, 1)
 * groups.find(3) // => 1
 */
export class UnionFind {
  readonly #parents: Int32Array

  /** @param size things, numbered from 0 */
  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, at) => at)
  }

  /** The least member of the group of `member`. */
  find(member: number): number {
    const parents = this.#parents
    let root = member
    while (parents[root] !== root) root = parents[root]!
    while (parents[member] !== root) {
      const next = parents[member]!
      parents[member] = root
      member = next
    }
    return root
  }

  /** Joins two groups; false where they were one already. */
  union(a: number, b: number): boolean {
    const first = this.find(a)
    const second = this.find(b)
    if (first === second) return false
    if (first < second) this.#parents[second] = first
    else this.#parents[first] = second
    return true
  }

  /** The least member of every member's group, by member. */
  roots(): Int32Array {
    return this.#parents.map((_, at) => this.find(at))
  }
}
