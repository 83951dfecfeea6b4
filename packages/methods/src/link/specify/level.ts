/**
 * A level of agreement between two values of a column, best first in a comparison. A pair stands at
 * the first level that holds for it; below all of them lies disagreement, and a missing value stands
 * at no level.
 */
export type Level =
  | { readonly is: 'exact' }
  /** Given name here is family name there, and the other way round. */
  | { readonly is: 'swapped' }
  /** The same words in another order. */
  | { readonly is: 'same-words' }
  /** Every word of the shorter text is in the longer one. */
  | { readonly is: 'words-within' }
  /** One text is the beginning of the other, of four characters or more: a field was too short for it. */
  | { readonly is: 'cut-off' }
  /** One side is written with initials, and they agree. */
  | { readonly is: 'initials' }
  | { readonly is: 'same-sound' }
  /** At least this Jaro-Winkler similarity. */
  | { readonly is: 'jaro-winkler'; readonly atLeast: number }
  /** The same, of the words in alphabetical order. */
  | { readonly is: 'jaro-winkler-words'; readonly atLeast: number }
  /** At most this many edits. */
  | { readonly is: 'damerau-levenshtein'; readonly atMost: number }
  | { readonly is: 'day-month-swapped' }
  /** Two of year, month and day agree. */
  | { readonly is: 'two-parts' }
  | { readonly is: 'same-year' }
  /** The first characters agree. */
  | { readonly is: 'same-start'; readonly length: number }
  /** The last characters agree. */
  | { readonly is: 'same-end'; readonly length: number }
  /** The first word agrees, or the last. */
  | { readonly is: 'first-word' }
  | { readonly is: 'last-word' }
  /** The part before the @. */
  | { readonly is: 'same-local-part' }
  /** Numbers at most this far apart. */
  | { readonly is: 'within'; readonly difference: number }

export type LevelName = Level['is']

/** A short name of a level, for explanations and files. */
export function levelName(level: Level): string {
  if ('atLeast' in level) return `${level.is} ${level.atLeast}`
  if ('atMost' in level) return `${level.is} ${level.atMost}`
  if ('length' in level) return `${level.is} ${level.length}`
  if ('difference' in level) return `${level.is} ${level.difference}`
  return level.is
}
