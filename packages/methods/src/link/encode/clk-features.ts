import { nameWords } from '../compare/name-words.ts'
import { plainText } from '../compare/plain-text.ts'
import type { ColumnKind } from '../specify/column-kind.ts'

/** A column that is encoded. */
export interface ClkFeature {
  /** Names the key derived for it; both sides must use the same. */
  readonly name: string
  readonly kind: ColumnKind
}

/** How a kind of value is cut into tokens, and its part of the bits. */
interface KindEncoding {
  readonly tokens: 'bigrams' | 'positions' | 'whole'
  /** Relative to a given name. */
  readonly share: number
}

const encodings: Readonly<Record<ColumnKind, KindEncoding>> = {
  'given-name': { tokens: 'bigrams', share: 1 },
  'middle-name': { tokens: 'bigrams', share: 0.4 },
  'family-name': { tokens: 'bigrams', share: 1 },
  'second-family-name': { tokens: 'bigrams', share: 0.8 },
  'full-name': { tokens: 'bigrams', share: 2 },
  date: { tokens: 'positions', share: 1.3 },
  year: { tokens: 'positions', share: 0.6 },
  document: { tokens: 'positions', share: 1.3 },
  email: { tokens: 'bigrams', share: 1 },
  phone: { tokens: 'positions', share: 1 },
  address: { tokens: 'bigrams', share: 1 },
  'house-number': { tokens: 'positions', share: 0.4 },
  place: { tokens: 'bigrams', share: 0.7 },
  postcode: { tokens: 'positions', share: 0.7 },
  sex: { tokens: 'whole', share: 0.2 },
  category: { tokens: 'bigrams', share: 0.5 },
  age: { tokens: 'whole', share: 0.2 },
  text: { tokens: 'bigrams', share: 0.6 },
}

/** The part of the bits that a kind takes, relative to a given name. */
export function shareOfKind(kind: ColumnKind): number {
  return encodings[kind].share
}

/**
 * The tokens of a value: pairs of neighbouring letters with the edges marked; of dates and numbers
 * each digit with its place, so that a wrong digit spoils one token and digits in other places do not
 * agree by chance; of codes the whole value.
 *
 * @example clkTokens('family-name', 'Paz') // => ['_p', 'pa', 'az', 'z_']
 * @example clkTokens('year', '1987') // => ['0:1', '1:9', '2:8', '3:7']
 * @example clkTokens('given-name', '') // => []
 */
export function clkTokens(kind: ColumnKind, value: string): string[] {
  const { tokens } = encodings[kind]
  const text =
    tokens === 'bigrams' && kind.endsWith('name') ? nameWords(value).join(' ') : plainText(value)
  if (text === '') return []
  if (tokens === 'whole') return [text]
  if (tokens === 'positions') {
    return Array.from(text.replaceAll(' ', ''), (sign, at) => `${at}:${sign}`)
  }
  const padded = Array.from(`_${text.replaceAll(' ', '_')}_`)
  return [...new Set(padded.slice(1).map((sign, at) => padded[at]! + sign))]
}
