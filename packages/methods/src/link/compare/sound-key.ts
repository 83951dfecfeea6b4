/**
 * Spellings that sound alike in the region, applied one after the other to plain text: b/v,
 * s/c/z/x, silent h, y/i, ll/y, g/j, qu/k, ñ/n; and the spellings of the machine-readable zone (Ñ as
 * NXX, Ü as UE or UXX). A number stands for a sound that no later rule may touch.
 */
export const soundRules: readonly (readonly [RegExp, string])[] = [
  [/nxx/g, 'n'],
  [/uxx/g, 'u'],
  [/~/g, 'n'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/ph/g, 'f'],
  [/ch/g, '1'],
  [/sh/g, '1'],
  [/th/g, 't'],
  [/h/g, ''],
  [/ll/g, 'y'],
  [/y/g, 'i'],
  [/gu([ei])/g, '2$1'],
  [/g([ei])/g, 'j$1'],
  [/qu/g, 'k'],
  [/c([ei])/g, 's$1'],
  [/ck/g, 'k'],
  [/[cq]/g, 'k'],
  [/[zx]/g, 's'],
  [/[vw]/g, 'b'],
  [/2/g, 'g'],
  [/m([bp])/g, 'n$1'],
  [/ss+/g, 's'],
  [/nn+/g, 'n'],
  [/mm+/g, 'm'],
  [/rr+/g, 'r'],
  [/tt+/g, 't'],
  [/ll+/g, 'l'],
  [/kk+/g, 'k'],
  [/ff+/g, 'f'],
  [/pp+/g, 'p'],
  [/bb+/g, 'b'],
  [/dd+/g, 'd'],
  [/aa+/g, 'a'],
  [/ee+/g, 'e'],
  [/ii+/g, 'i'],
  [/oo+/g, 'o'],
]

/**
 * A key that names of the same sound share, in Spanish as spoken in the Americas.
 *
 * @param name plain text (`plainText`, or `nameWords` joined by spaces)
 * @see ICAO Doc 9303-3, section 6, table A (transliteration of Ñ and Ü)
 * @example soundKey('vasquez') === soundKey('bazques') // => true
 * @example soundKey('mu~oz') === soundKey('munxxos') // => true
 * @example soundKey('jimenez') === soundKey('gimenes') // => true
 * @example soundKey('yolanda') === soundKey('llolanda') // => true
 */
export function soundKey(name: string): string {
  return soundRules.reduce((key, [sound, letter]) => key.replace(sound, letter), name)
}
