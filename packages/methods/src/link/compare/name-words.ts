import { plainText } from './plain-text.ts'

/** Words between names, which writers keep, drop or join at will. */
export const particles: readonly string[] = [
  'de',
  'del',
  'la',
  'las',
  'los',
  'y',
  'e',
  'da',
  'do',
  'dos',
  'das',
  'di',
  'du',
  'van',
  'von',
  'der',
  'den',
]

/** Established abbreviations of given names, in plain text. */
export const abbreviations: readonly (readonly [string, string])[] = [
  ['ma', 'maria'],
  ['mª', 'maria'],
  ['fco', 'francisco'],
  ['fca', 'francisca'],
  ['gpe', 'guadalupe'],
  ['ant', 'antonio'],
  ['concep', 'concepcion'],
  ['jse', 'jose'],
  ['jno', 'juan'],
]

const particleSet = new Set(particles)
const expanded = new Map(abbreviations)

/**
 * The words of a name, in their order: plain, without particles, abbreviations written out. A name
 * of particles alone keeps them (Los, De La).
 *
 * Assumption: a particle tells no two persons apart; whether it is written differs from one clerk
 * and one document to the next.
 *
 * @example nameWords('Mª del Carmen DE LA CRUZ y Ñáñez') // => ['maria', 'carmen', 'cruz', '~a~ez']
 * @example nameWords('De la O') // => ['o']
 */
export function nameWords(name: string): string[] {
  const words = plainText(name)
    .split(' ')
    .filter((word) => word !== '')
  const kept = words.filter((word) => !particleSet.has(word))
  return (kept.length > 0 ? kept : words).map((word) => expanded.get(word) ?? word)
}
