import { describe, expect, it } from 'vitest'
import { Xoshiro128 } from '../../numerics/index.ts'
import { ClkEncoder, clkTokens, dice, diceEvidence, estimateDiceMixture, foldClk } from './index.ts'

const secret = (byte: number) => Uint8Array.from({ length: 32 }, (_, at) => byte + at)
const features = [
  { name: 'given-name 1', kind: 'given-name' },
  { name: 'family-name 1', kind: 'family-name' },
  { name: 'date 1', kind: 'date' },
] as const
const encoder = new ClkEncoder(secret(1), features)
const ana = encoder.encode(['Ana', 'Muñoz', '1980-05-02'])
const ones = (clk: Uint8Array) => dice(clk, new Uint8Array(clk.length).fill(255))

describe('encoded keys', () => {
  it('the same person under the same secret has the same key, whatever the capitals', () => {
    expect(encoder.encode(['ANA', 'MUÑOZ', '1980-05-02'])).toEqual(ana)
    expect(new ClkEncoder(secret(1), features).encode(['Ana', 'Muñoz', '1980-05-02'])).toEqual(ana)
  })

  it('under another secret nothing can be compared', () => {
    const other = new ClkEncoder(secret(2), features).encode(['Ana', 'Muñoz', '1980-05-02'])
    expect(dice(ana, other)).toBeLessThan(0.62)
  })

  it('a slip costs little, another person much', () => {
    const slip = encoder.encode(['Ana', 'Munioz', '1980-05-02'])
    const other = encoder.encode(['Luis', 'Paz', '1991-11-30'])
    expect(dice(ana, slip)).toBeGreaterThan(0.85)
    expect(dice(ana, other)).toBeLessThan(0.65)
  })

  it('the same letters in another column set other bits', () => {
    const swapped = encoder.encode(['Muñoz', 'Ana', '1980-05-02'])
    expect(dice(ana, swapped)).toBeLessThan(0.9)
  })

  it('a missing value sets nothing, and a record without values has an empty key', () => {
    expect(encoder.encode(['', '', ''])).toEqual(new Uint8Array(128))
    expect(ones(encoder.encode(['Ana', '', '']))).toBeLessThan(ones(ana))
  })

  it('a wrong digit of a date spoils one token, digits elsewhere do not agree by chance', () => {
    expect(clkTokens('date', '1980')).toEqual(['0:1', '1:9', '2:8', '3:0'])
    expect(
      clkTokens('date', '0891').filter((token) => clkTokens('date', '1980').includes(token)),
    ).toEqual([])
  })

  it('folding halves a key and keeps persons apart', () => {
    const folded = foldClk(ana)
    expect(folded).toHaveLength(64)
    const slip = foldClk(encoder.encode(['Ana', 'Munioz', '1980-05-02']))
    const other = foldClk(encoder.encode(['Luis', 'Paz', '1991-11-30']))
    expect(dice(folded, slip)).toBeGreaterThan(dice(folded, other))
  })

  it('a secret shorter than 32 bytes is refused', () => {
    expect(() => new ClkEncoder(new Uint8Array(31), features)).toThrow(RangeError)
  })

  it('matches are told from the best pairs of strangers', () => {
    const random = new Xoshiro128(3)
    const near = (mean: number) =>
      mean + (random.uniform() + random.uniform() + random.uniform() - 1.5) * 0.05
    const strangers = Array.from({ length: 4000 }, () => 0.6 - 0.015 * Math.log(random.uniform()))
    const matches = Array.from({ length: 1000 }, () => near(0.9))
    const mixture = estimateDiceMixture([...strangers, ...matches], 0.6)
    expect(mixture.share).toBeCloseTo(0.2, 2)
    expect(mixture.decay).toBeCloseTo(0.015, 3)
    expect(mixture.matches.mean).toBeCloseTo(0.9, 2)
    expect(diceEvidence(0.9, mixture)).toBeGreaterThan(10)
    expect(diceEvidence(0.62, mixture)).toBeLessThan(-5)
    expect(diceEvidence(1, mixture)).toBeGreaterThanOrEqual(diceEvidence(0.9, mixture))
  })

  it('of strangers alone the most alike are no match, however many they are', () => {
    const random = new Xoshiro128(4)
    for (const pairs of [30, 500, 20_000]) {
      const values = Array.from({ length: pairs }, () => 0.55 - 0.01 * Math.log(random.uniform()))
      expect(estimateDiceMixture(values, 0.55).share).toBe(0)
    }
  })

  it('records full of errors are found though most are no more alike than strangers can be', () => {
    const random = new Xoshiro128(6)
    const strangers = Array.from({ length: 3000 }, () => 0.6 - 0.025 * Math.log(random.uniform()))
    const spread = () => (random.chance(0.5) ? 1 : -1) * 0.09 * Math.log(random.uniform())
    const matches = Array.from({ length: 600 }, () => Math.min(1, 0.76 + spread())).filter(
      (value) => value >= 0.6,
    )
    const { share } = estimateDiceMixture([...strangers, ...matches], 0.6)
    expect(share).toBeGreaterThan(0.05)
    expect(share).toBeLessThan(0.25)
    // the same many, and no more of them beyond than chance makes
    const all = [...strangers, ...matches.map((value) => 0.6 + (value - 0.6) / 8)]
    expect(estimateDiceMixture(all, 0.6).share).toBe(0)
  })
})
