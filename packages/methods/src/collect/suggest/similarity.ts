import { spellingKey } from '../../vocabulary/index.ts'

/**
 * How alike two names are, from 0 to 1: twice the pairs of neighbouring letters they share, over
 * all of theirs.
 *
 * @see L. R. Dice, "Measures of the amount of ecologic association between species", Ecology 26 (1945)
 * @example similarity('Hondurass', 'Honduras') // => 0.9333333333333333
 * @example similarity('sexo', 'edad') // => 0
 */
export function similarity(one: string, other: string): number {
  return pairSimilarity(letterPairs(one), letterPairs(other))
}

/** A name ready to be compared many times: its key, and its pairs of neighbouring letters. */
export interface LetterPairs {
  readonly key: string
  readonly pairs: readonly string[]
}

/** The pairs of neighbouring letters of a name, accents and capitals aside. */
export function letterPairs(text: string): LetterPairs {
  const key = spellingKey(text)
  const letters = Array.from(key)
  return { key, pairs: letters.slice(1).map((letter, at) => `${letters[at]}${letter}`) }
}

/** {@link similarity} of names that were made ready. */
export function pairSimilarity(one: LetterPairs, other: LetterPairs): number {
  const all = one.pairs.length + other.pairs.length
  if (all === 0) return one.key === other.key ? 1 : 0
  const rest = new Map<string, number>()
  for (const pair of other.pairs) rest.set(pair, (rest.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of one.pairs) {
    const left = rest.get(pair) ?? 0
    if (left === 0) continue
    rest.set(pair, left - 1)
    shared += 1
  }
  return (2 * shared) / all
}

/**
 * The words of a column's name: parted by signs, by capitals and by digits.
 *
 * @example wordsOf('FECHA_NAC') // => ['fecha', 'nac']
 * @example wordsOf('fechaNacimiento2') // => ['fecha', 'nacimiento', '2']
 */
export function wordsOf(name: string): readonly string[] {
  return spellingKey(
    name
      .replace(/([a-zà-ÿ])([A-ZÀ-Ý])/g, '$1 $2')
      .replace(/(\p{L})(\d)/gu, '$1 $2')
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  )
    .split(' ')
    .filter((word) => word !== '')
}
