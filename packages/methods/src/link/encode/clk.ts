import { blake2b } from '@noble/hashes/blake2.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { clkTokens, shareOfKind, type ClkFeature } from './clk-features.ts'

/** Length of a key, bits. */
export const clkLength = 1024

/** Shortest secret that is taken, bytes. */
export const shortestSecret = 32

/** Bits that are set in all features together: about half of the filter is then ones. */
const insertions = 650

/** Most bits that one token sets: as many as its digest holds numbers of ten bits in two bytes each. */
const mostPerToken = 32

/** Tokens whose digests are kept, a feature; past this many they are worked out again. */
const mostKept = 50_000

/**
 * Encodes records as cryptographic long-term keys: Bloom filters of 1,024 bits that hold the tokens of
 * a record's values, so that records can be compared by those who may not see them.
 *
 * Method: for each feature a key is derived from the secret of the round (HKDF-SHA-256 with the
 * feature's name as information). A token is hashed with that key (BLAKE2b, 64 bytes); the digest's
 * 16-bit numbers, to 10 bits, are the places it sets. Each feature has its number of bits and divides
 * them among its tokens, so that a long address does not outweigh a short name.
 *
 * Who lacks the secret cannot test guesses; who holds many keys may still learn from frequent
 * patterns: use a fresh secret each round, and never give it to whoever links.
 *
 * @param secret at least 32 bytes @throws RangeError where the secret is shorter
 * @see Schnell, Bachteler and Reiher, "A Novel Error-Tolerant Anonymous Linking Code" (2011);
 * Christen, Ranbaduge and Schnell, Linking Sensitive Data (2020), chapter 8
 */
export class ClkEncoder {
  readonly #features: readonly {
    key: Uint8Array
    bits: number
    digests: Map<string, Uint16Array>
  }[]
  readonly #kinds: readonly ClkFeature['kind'][]

  constructor(secret: Uint8Array, features: readonly ClkFeature[]) {
    if (secret.length < shortestSecret) throw new RangeError('a secret has 32 bytes or more')
    const shares = features.map(({ kind }) => shareOfKind(kind))
    const sum = shares.reduce((total, share) => total + share, 0)
    this.#kinds = features.map(({ kind }) => kind)
    this.#features = features.map(({ name }, at) => ({
      key: hkdf(sha256, secret, undefined, utf8ToBytes(`caudal clk 1\u0000${name}`), 32),
      bits: Math.round((insertions * shares[at]!) / sum),
      digests: new Map(),
    }))
  }

  /** The key of a record. @param values by feature; empty where missing @returns 128 bytes */
  encode(values: readonly string[]): Uint8Array {
    const clk = new Uint8Array(clkLength / 8)
    this.#features.forEach((feature, at) => {
      const tokens = clkTokens(this.#kinds[at]!, values[at] ?? '')
      if (tokens.length === 0) return
      const each = Math.min(mostPerToken, Math.max(1, Math.round(feature.bits / tokens.length)))
      for (const token of tokens) {
        const places = digestOf(feature, token)
        for (let i = 0; i < each; i += 1) {
          const place = places[i]! % clkLength
          clk[place >> 3]! |= 1 << (place & 7)
        }
      }
    })
    return clk
  }
}

function digestOf(
  { key, digests }: { readonly key: Uint8Array; readonly digests: Map<string, Uint16Array> },
  token: string,
): Uint16Array {
  let places = digests.get(token)
  if (places === undefined) {
    const digest = blake2b(utf8ToBytes(token), { key, dkLen: 64 })
    places = Uint16Array.from({ length: 32 }, (_, i) => digest[2 * i]! | (digest[2 * i + 1]! << 8))
    if (digests.size < mostKept) digests.set(token, places)
  }
  return places
}

/**
 * Folds a key on itself: the exclusive or of its halves. Half the length, and harder to read patterns
 * from, at some cost in accuracy.
 *
 * @example foldClk(Uint8Array.of(0b1100, 0b1010)) // => Uint8Array.of(0b0110)
 */
export function foldClk(clk: Uint8Array): Uint8Array {
  const half = clk.length / 2
  return Uint8Array.from({ length: half }, (_, at) => clk[at]! ^ clk[at + half]!)
}

/**
 * The Dice coefficient of two keys: twice the ones in common over the ones of both, 0 to 1.
 *
 * @example dice(Uint8Array.of(0b1111), Uint8Array.of(0b0011)).toFixed(3) // => '0.667'
 */
export function dice(a: Uint8Array, b: Uint8Array): number {
  let common = 0
  let ones = 0
  for (let at = 0; at < a.length; at += 1) {
    common += bitsIn(a[at]! & b[at]!)
    ones += bitsIn(a[at]!) + bitsIn(b[at]!)
  }
  return ones === 0 ? 0 : (2 * common) / ones
}

function bitsIn(byte: number): number {
  let count = 0
  for (let rest = byte; rest !== 0; rest &= rest - 1) count += 1
  return count
}
