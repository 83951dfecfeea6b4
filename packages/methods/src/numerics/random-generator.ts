import { splitMixFold, splitMixNext, splitMixState } from './split-mix.ts'

/** A source of random numbers that is passed in, never reached for: same seed, same numbers. */
export interface RandomGenerator {
  /** An integer from 0 to 2^32 − 1. */
  uint32(): number
  /** A number in [0, 1) with 53 random bits. */
  uniform(): number
  /** An integer from 0 to n − 1, each equally likely; n from 1 to 2^32. */
  below(n: number): number
  /** True with probability p, to within 2^-32. */
  chance(p: number): boolean
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna): period 2^128 − 1, 32 bits an output, only integer
 * arithmetic, so that a seed gives the same numbers on every machine. Seeded through
 * SplitMix64 from a seed and any further keys (a stream for every household, say).
 *
 * @see Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 2021
 */
export class Xoshiro128 implements RandomGenerator {
  #a = 0
  #b = 0
  #c = 0
  #d = 0

  /** @param seed integer from 0 to 2^53 − 1 @param keys integers that tell streams apart */
  constructor(seed: number, ...keys: readonly number[]) {
    this.reseed(seed, ...keys)
  }

  /** Starts again as if newly made: spares an allocation where streams are short. */
  reseed(seed: number, ...keys: readonly number[]): void {
    const state = splitMixState(seed)
    for (const key of keys) splitMixFold(state, key)
    splitMixNext(state, words, 0)
    splitMixNext(state, words, 2)
    this.setWords(words[1]!, words[0]!, words[3]!, words[2]!)
  }

  /** Sets the four words of the state; all zero is the one state that never leaves zero. */
  setWords(a: number, b: number, c: number, d: number): void {
    this.#a = a | 0
    this.#b = b | 0
    this.#c = c | 0
    this.#d = (a | b | c | d) === 0 ? 1 : d | 0
  }

  uint32(): number {
    const b = this.#b
    const five = Math.imul(b, 5)
    const result = Math.imul((five << 7) | (five >>> 25), 9)
    const shifted = b << 9
    const c = this.#c ^ this.#a
    const d = this.#d ^ b
    this.#b = b ^ c
    this.#a = this.#a ^ d
    this.#c = c ^ shifted
    this.#d = (d << 11) | (d >>> 21)
    return result >>> 0
  }

  uniform(): number {
    const high = this.uint32() >>> 5
    const low = this.uint32() >>> 6
    return (high * 67108864 + low) / 9007199254740992
  }

  below(n: number): number {
    if (n > 0x20_0000) return this.#belowLarge(n)
    // Lemire (2019), exact: the product stays under 2^53.
    let scaled = this.uint32() * n
    let whole = Math.floor(scaled / 4294967296)
    let rest = scaled - whole * 4294967296
    if (rest < n) {
      const threshold = (4294967296 - n) % n
      while (rest < threshold) {
        scaled = this.uint32() * n
        whole = Math.floor(scaled / 4294967296)
        rest = scaled - whole * 4294967296
      }
    }
    return whole
  }

  chance(p: number): boolean {
    return this.uint32() < p * 4294967296
  }

  #belowLarge(n: number): number {
    const limit = 4294967296 - (4294967296 % n)
    let drawn = this.uint32()
    while (drawn >= limit) drawn = this.uint32()
    return drawn % n
  }
}

const words = new Uint32Array(4)
