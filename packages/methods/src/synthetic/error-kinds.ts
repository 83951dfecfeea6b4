/**
 * What can go wrong between a crossing and its record, each with the share given in
 * `data/synthetic/errors.json`. The place in the list is the bit of the kind in an error mask.
 */
export const errorKinds = [
  'not-recorded-departure',
  'not-recorded-arrival',
  'family-misspelt',
  'given-misspelt',
  'surnames-swapped',
  'names-swapped',
  'maternal-missing',
  'given-abbreviated',
  'second-given-missing',
  'birth-day-month-swapped',
  'birth-date-typo',
  'birth-date-defaulted',
  'birth-date-missing',
  'sex-wrong',
  'sex-missing',
  'document-typo',
  'document-missing',
  'citizenship-wrong',
  'unknown-code',
  'direction-wrong',
  'crossing-date-typo',
  'impossible-date',
  'birth-after-crossing',
  'ragged-line',
  'duplicate-exact',
  'duplicate-retyped',
  'late',
] as const

export type ErrorKind = (typeof errorKinds)[number]

/** The bit of a kind in a mask. */
export function errorBit(kind: ErrorKind): number {
  return 1 << errorKinds.indexOf(kind)
}

/**
 * The kinds in a mask, in the order of the list.
 *
 * @example kindsIn(errorBit('late') | errorBit('sex-wrong')) // => ['sex-wrong', 'late']
 */
export function kindsIn(mask: number): ErrorKind[] {
  return errorKinds.filter((_, i) => (mask & (1 << i)) !== 0)
}
