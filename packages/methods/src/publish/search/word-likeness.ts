import { editDistance } from '../../vocabulary/index.ts'

/**
 * How like a word is to one that was typed: 1 the same, 0.9 to 0.6 begun and not ended, 0.5 with one
 * slip (from four letters) or two (from eight), 0 another word. A word that was begun may hold a slip too.
 *
 * @example wordLikeness('honduras', 'honduras') // => 1
 * @example wordLikeness('remesa', 'remesas') > 0.8 // => true
 * @example wordLikeness('nicargua', 'nicaragua') // => 0.5
 * @example wordLikeness('peru', 'pera') > 0 // => true
 * @example wordLikeness('sex', 'six') // => 0
 */
export function wordLikeness(typed: string, word: string): number {
  if (typed === word) return 1
  if (typed.length >= 2 && word.startsWith(typed)) return 0.6 + 0.3 * (typed.length / word.length)
  const slips = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0
  if (slips === 0) return 0
  if (editDistance(typed, word, slips + 1) <= slips) return 0.5
  // One is still typing: the beginning of the word is compared, not its end.
  if (word.length <= typed.length + 1) return 0
  return editDistance(typed, word.slice(0, typed.length), slips + 1) <= slips ? 0.3 : 0
}
