import type { RandomGenerator } from '../numerics/index.ts'

/**
 * Misspellings as clerks of the region make them: letters that sound alike, an accent or a tilde
 * lost, and slips of the keyboard.
 */
const soundAlikes: readonly (readonly [RegExp, string])[] = [
  [/v/, 'b'],
  [/b/, 'v'],
  [/z/, 's'],
  [/s(?=[aeiouáéíóúq])/, 'z'],
  [/c(?=[eiéí])/, 's'],
  [/s(?=[eiéí])/, 'c'],
  [/h(?!e?r)/, ''],
  [/ll/, 'y'],
  [/y(?=[aeou])/, 'll'],
  [/y$/, 'i'],
  [/g(?=[eéií])/, 'j'],
  [/j(?=[eéií])/, 'g'],
  [/qu(?=[eiéí])/, 'k'],
  [/ñ/, 'n'],
  [/x/, 's'],
  [/([nmrs])\1/, '$1'],
  [/á/, 'a'],
  [/é/, 'e'],
  [/í/, 'i'],
  [/ó/, 'o'],
  [/ú/, 'u'],
]

/** A name with one misspelling, in the capitals of the original; always another name. */
export function misspell(name: string, random: RandomGenerator): string {
  const lower = name.toLowerCase()
  const first = random.below(soundAlikes.length)
  // Two slips in five are of the keyboard, not of the ear.
  const byEar = random.chance(0.6)
  for (let i = byEar ? 0 : soundAlikes.length; i < soundAlikes.length; i += 1) {
    const [sound, alike] = soundAlikes[(first + i) % soundAlikes.length]!
    const misspelt = lower.replace(sound, alike)
    if (misspelt !== lower && misspelt.length > 1) return withCapitalsOf(name, misspelt)
  }
  return withCapitalsOf(name, slip(lower, random))
}

function slip(name: string, random: RandomGenerator): string {
  const at = 1 + random.below(Math.max(1, name.length - 1))
  const before = name.slice(0, at)
  const letter = name.charAt(at)
  const after = name.slice(at + 1)
  switch (random.below(4)) {
    case 0:
      if (letter !== '' && name.length > 3) return before + after
      break
    case 1:
      if (letter !== '' && after !== '' && after.charAt(0) !== letter) {
        return before + after.charAt(0) + letter + after.slice(1)
      }
      break
    case 2:
      if (letter !== 'r') return `${before}r${after}`
      break
  }
  return before + before.charAt(before.length - 1) + letter + after
}

function withCapitalsOf(original: string, lower: string): string {
  const particles = new Set(original.split(' ').filter((word) => word === word.toLowerCase()))
  return lower
    .split(' ')
    .map((word) => (particles.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ')
}

const abbreviations: Readonly<Record<string, string>> = {
  María: 'Ma.',
  Francisco: 'Fco.',
  Francisca: 'Fca.',
  José: 'J.',
  Antonio: 'Ant.',
  Guadalupe: 'Gpe.',
  Concepción: 'Concep.',
}

/**
 * A given name as it is shortened: an established abbreviation, else its initial.
 *
 * @example abbreviate('María') // => 'Ma.'
 * @example abbreviate('Ángela') // => 'Á.'
 */
export function abbreviate(name: string): string {
  return abbreviations[name] ?? `${name.charAt(0)}.`
}

/**
 * Capitals without accents, ñ as N: what keyboards and older systems leave.
 *
 * @example plainCapitals('Núñez') // => 'NUNEZ'
 */
export function plainCapitals(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toUpperCase()
}

/**
 * A name as the machine-readable zone spells it: letters A to Z, no apostrophe, a space for a
 * hyphen; Ü as UE and Ö as OE, Ñ as N.
 *
 * @see ICAO Doc 9303, part 3, section 6 (transliteration)
 * @example machineReadableName("O'Brien Müller-Núñez") // => 'OBRIEN MUELLER NUNEZ'
 */
export function machineReadableName(name: string): string {
  const spelt = name
    .toUpperCase()
    .replace(/Ä/g, 'AE')
    .replace(/Ö/g, 'OE')
    .replace(/Ü/g, 'UE')
    .replace(/['.]/g, '')
    .replace(/-/g, ' ')
  return plainCapitals(spelt)
}
