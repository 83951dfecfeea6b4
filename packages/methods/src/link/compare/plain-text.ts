/**
 * How a text is made plain before it is compared. Each step is stated once and read by two
 * evaluators: `plainText` here and the SQL of the engine (`platform/link`), which a test holds to
 * the same answers.
 */

/** Letters that lose no accent when decomposed; the tilde of ñ is marked so that it survives. */
export const spelledLetters: readonly (readonly [string, string])[] = [
  ['ñ', '~'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ь', ''],
  ['ъ', ''],
]

/** Single letters of other alphabets beside the Latin ones that come nearest, place by place. */
export const foreignLetters =
  'łøđðıªºабвгдезийклмнопрстуфхцчшщыэюяіґђјљњћќџαβγδεζηθικλμνξοπρσςτυφχψωابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآאבגדהוזחטיךכלםמןנסעףפץצקרשת'
export const latinLetters =
  'lodiiaoabvgdeziiklmnoprstufhccssyeuaigdjlnckcabgdezitiklmnxoprsstufxpoabttjhkddrzsssdtzagfkklmnhuiihaaaabgdhuzhtikklmmnnsappcckrst'

/** Apostrophes vanish (O'Brien, N'Diaye), as they do in the machine-readable zone. */
export const apostrophes = /['’‘`´]/g

/** Whatever is neither letter nor digit parts words. */
export const notInWords = /[^\p{L}\p{N}~]+/gu

const marks = /\p{M}/gu
const foreign = new Map(Array.from(foreignLetters, (letter, at) => [letter, latinLetters[at]!]))

/**
 * A text in small letters without accents, with single spaces between its words; ñ is kept apart
 * from n (as `~`), and letters of the Cyrillic, Greek, Arabic and Hebrew scripts are spelled with
 * the Latin letter that comes nearest. Letters of other scripts stay as they are.
 *
 * @example plainText('  MUÑOZ-Ávila, José ') // => 'mu~oz avila jose'
 * @example plainText("O'Brien") // => 'obrien'
 * @example plainText('Иванова') // => 'ivanova'
 */
export function plainText(text: string): string {
  let plain = text.normalize('NFC').toLowerCase()
  for (const [letter, spelled] of spelledLetters) plain = plain.replaceAll(letter, spelled)
  plain = plain.normalize('NFD').replace(marks, '').normalize('NFC')
  plain = Array.from(plain, (letter) => foreign.get(letter) ?? letter).join('')
  return plain.replace(apostrophes, '').replace(notInWords, ' ').trim()
}

/** What people write where they have nothing to write, in plain text. */
export const wordsForMissing: readonly string[] = [
  '',
  'null',
  'none',
  'nan',
  'n a',
  's d',
  'nd',
  'sd',
  'unknown',
  'unk',
  'not known',
  'missing',
  'desconocido',
  'desconocida',
  'sin dato',
  'sin datos',
  'no aplica',
  'ninguno',
  'ninguna',
  'inconnu',
  'inconnue',
  'non renseigne',
]
