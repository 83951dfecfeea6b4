/**
 * SplitMix64: the seeding generator that the authors of xoshiro recommend, in two halves of
 * 32 bits, so that no BigInt is needed and every machine gives the same words.
 *
 * @see Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014
 */
export interface SplitMixState {
  /** Upper and lower 32 bits of the state. */
  high: number
  low: number
}

/** The state that a seed gives: an integer from 0 to 2^53 − 1. */
export function splitMixState(seed: number): SplitMixState {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`a seed is an integer from 0 to 2^53 - 1, not ${String(seed)}`)
  }
  return { high: Math.floor(seed / 0x1_0000_0000) >>> 0, low: seed >>> 0 }
}

/**
 * The next output, written into `output[at]` (upper half) and `output[at + 1]` (lower half);
 * the state moves on.
 */
export function splitMixNext(state: SplitMixState, output: Uint32Array, at: number): void {
  const sum = state.low + 0x7f4a7c15
  state.low = sum >>> 0
  state.high = (state.high + 0x9e3779b9 + (sum > 0xffffffff ? 1 : 0)) >>> 0
  mix(state.high, state.low, output, at)
}

/**
 * Folds a further integer (0 to 2^53 − 1) into a state, so that streams can be told apart. The
 * state is mixed before the key meets it: were both plain numbers, seed 1 with key 2 would be seed 2
 * with key 1, and neighbouring seeds would draw the same persons in another order.
 */
export function splitMixFold(state: SplitMixState, key: number): void {
  splitMixNext(state, scratch, 0)
  state.high = (scratch[0]! ^ (Math.floor(key / 0x1_0000_0000) >>> 0)) >>> 0
  state.low = (scratch[1]! ^ (key >>> 0)) >>> 0
}

const scratch = new Uint32Array(2)
const product = new Uint32Array(2)

function mix(high: number, low: number, output: Uint32Array, at: number): void {
  // z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9
  let zLow = (low ^ ((low >>> 30) | (high << 2))) >>> 0
  let zHigh = (high ^ (high >>> 30)) >>> 0
  multiply(zHigh, zLow, 0xbf58476d, 0x1ce4e5b9)
  zHigh = product[0]!
  zLow = product[1]!
  // z = (z ^ z >>> 27) * 0x94d049bb133111eb
  const shifted27 = ((zLow >>> 27) | (zHigh << 5)) >>> 0
  multiply((zHigh ^ (zHigh >>> 27)) >>> 0, (zLow ^ shifted27) >>> 0, 0x94d049bb, 0x133111eb)
  zHigh = product[0]!
  zLow = product[1]!
  // z ^ z >>> 31
  output[at] = (zHigh ^ (zHigh >>> 31)) >>> 0
  output[at + 1] = (zLow ^ ((zLow >>> 31) | (zHigh << 1))) >>> 0
}

/** The product of two 64-bit words modulo 2^64, into `product`. */
function multiply(aHigh: number, aLow: number, bHigh: number, bLow: number): void {
  const a0 = aLow & 0xffff
  const a1 = aLow >>> 16
  const b0 = bLow & 0xffff
  const b1 = bLow >>> 16
  const low = a0 * b0
  const middle = a1 * b0 + (low >>> 16)
  const carried = a0 * b1 + (middle % 0x10000)
  const high = a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(carried / 0x10000)
  product[1] = (((carried & 0xffff) << 16) | (low & 0xffff)) >>> 0
  product[0] = (high + Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh)) >>> 0
}
