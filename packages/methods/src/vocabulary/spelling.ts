const marks = /\p{M}/gu
const spaces = /[\t\n\v\f\r \u00a0]+/g

/**
 * A spelling without what writers vary: accents, capitals, runs of spaces. Two texts with the
 * same spelling key are taken for the same name.
 *
 * @example spellingKey('  CÔTE  d’Ivoire ') // => "cote d'ivoire"
 */
export function spellingKey(text: string): string {
  const bare = text
    .replace(spaces, ' ')
    .replaceAll('’', "'")
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
  let key = ''
  // Letter by letter: a Greek final sigma or a Turkish dotted I would depend on its neighbours.
  for (const letter of bare) {
    const lower = letter.toLowerCase()
    key += Array.from(lower).length === 1 ? lower : letter
  }
  return key.replace(/^ | $/g, '')
}
