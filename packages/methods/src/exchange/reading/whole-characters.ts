/**
 * The same text in pieces that end between characters: a parser that takes bytes would lose a
 * character of two halves that a piece cuts.
 */
export async function* wholeCharacters(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let half = ''
  for await (const piece of pieces) {
    const text = half + piece
    const last = text.charCodeAt(text.length - 1)
    half = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : ''
    yield half === '' ? text : text.slice(0, -1)
  }
  if (half !== '') yield half
}
