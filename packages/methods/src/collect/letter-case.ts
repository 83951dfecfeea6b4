/**
 * Upper and lower case letter by letter, without rules of a language or of a word, so that the
 * same text comes out as in a database. Letters whose counterpart is several letters stay, save
 * those named.
 */
function eachLetter(text: string, change: (letter: string) => string): string {
  let result = ''
  for (const letter of text) {
    const changed = change(letter)
    result += Array.from(changed).length === 1 ? changed : letter
  }
  return result
}

/** @example upperCase('straße') // => 'STRAẞE' */
export function upperCase(text: string): string {
  return eachLetter(text, (letter) => (letter === 'ß' ? 'ẞ' : letter.toUpperCase()))
}

/** @example lowerCase('ΟΔΟΣ') // => 'οδοσ' */
export function lowerCase(text: string): string {
  return eachLetter(text, (letter) => (letter === 'İ' ? 'i' : letter.toLowerCase()))
}
