/** Random numbers that are the same in every run: xoshiro128**, 32 bits at a time. */
export class Generator {
  #a = 0x9e3779b9
  #b = 0x243f6a88
  #c = 0xb7e15162
  #d = 0xdeadbeef

  constructor(seed: number) {
    this.#a ^= seed
    for (let n = 0; n < 16; n += 1) this.next()
  }

  /**
   * From 0 to 2^32 − 1.
   *
   * @see D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021)
   */
  next(): number {
    const turned = Math.imul(this.#b, 5)
    const result = Math.imul((turned << 7) | (turned >>> 25), 9) >>> 0
    const shifted = this.#b << 9
    this.#c ^= this.#a
    this.#d ^= this.#b
    this.#b ^= this.#c
    this.#a ^= this.#d
    this.#c ^= shifted
    this.#d = (this.#d << 11) | (this.#d >>> 21)
    return result
  }

  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number {
    return this.next() % limit
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.next() % items.length]!
  }
}
