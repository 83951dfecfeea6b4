import { spellingKey } from '../../vocabulary/index.ts'

/** Words that join others and name nothing, in the three languages. */
const joining = new Set(
  'a al and by con de del des du e el en et for from in la las le les los of on or para par por pour the to un una une y'.split(
    ' ',
  ),
)

/**
 * The words of a text that a search goes by: accents, capitals and what joins other words aside.
 * A text of joining words alone keeps them.
 *
 * @example searchWords('Países de la región') // => ['paises', 'region']
 * @example searchWords('Côte d’Ivoire') // => ['cote', 'ivoire']
 */
export function searchWords(text: string): string[] {
  const words = spellingKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const naming = words.filter((word) => !joining.has(word) && (word.length > 1 || /\d/.test(word)))
  return naming.length > 0 ? naming : words
}
