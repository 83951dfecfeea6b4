import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Xoshiro128 } from './random-generator.ts'
import { splitMixNext, splitMixState } from './split-mix.ts'

const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })

describe('the random generator', () => {
  it('gives the reference numbers of xoshiro128**', () => {
    const random = new Xoshiro128(0)
    random.setWords(1, 2, 3, 4)
    expect(Array.from({ length: 6 }, () => random.uint32())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492,
    ])
  })

  it('is seeded with the reference numbers of SplitMix64', () => {
    const state = splitMixState(1234567)
    const words = new Uint32Array(2)
    const numbers = Array.from({ length: 4 }, () => {
      splitMixNext(state, words, 0)
      return ((BigInt(words[0]!) << 32n) | BigInt(words[1]!)).toString()
    })
    expect(numbers).toEqual([
      '6457827717110365317',
      '3203168211198807973',
      '9817491932198370423',
      '4593380528125082431',
    ])
  })

  it('gives the same numbers for the same seed and keys, and starts again when seeded again', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, key) => {
        const first = new Xoshiro128(seed, key)
        const numbers = [first.uint32(), first.uint32()]
        const second = new Xoshiro128(0)
        second.reseed(seed, key)
        expect([second.uint32(), second.uint32()]).toEqual(numbers)
      }),
    )
  })

  it('keeps the streams of neighbouring keys apart', () => {
    const starts = Array.from({ length: 10_000 }, (_, key) => {
      const random = new Xoshiro128(1, key)
      return `${String(random.uint32())} ${String(random.uint32())}`
    })
    expect(new Set(starts).size).toBe(10_000)
  })

  it('keeps the streams of neighbouring seeds apart, whatever their keys', () => {
    const starts = Array.from({ length: 10_000 }, (_, i) => {
      const random = new Xoshiro128(i % 100, Math.floor(i / 100))
      return `${String(random.uint32())} ${String(random.uint32())}`
    })
    expect(new Set(starts).size).toBe(10_000)
  })

  it('draws integers below n, and uniforms from 0 to 1', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 2 ** 32 }), (seed, n) => {
        const random = new Xoshiro128(seed)
        const integer = random.below(n)
        const uniform = random.uniform()
        expect(Number.isInteger(integer) && integer >= 0 && integer < n).toBe(true)
        expect(uniform >= 0 && uniform < 1).toBe(true)
      }),
    )
  })

  it('draws every integer below n equally often', () => {
    const random = new Xoshiro128(7)
    const counts = Array.from({ length: 7 }, () => 0)
    for (let i = 0; i < 70_000; i += 1) {
      const drawn = random.below(7)
      counts[drawn] = counts[drawn]! + 1
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    // 99.9 % of draws lie below, with six degrees of freedom.
    expect(chiSquare).toBeLessThan(22.5)
  })

  it('refuses a seed that is no whole number', () => {
    expect(() => new Xoshiro128(1.5)).toThrow(RangeError)
    expect(() => new Xoshiro128(-1)).toThrow(RangeError)
  })
})
