import { messageRefusals } from './message-refusals.ts'

/** Levels of a message that are read, and characters of one string or number. */
const deepest = 64
const longestToken = 16 * 1024 * 1024

/**
 * The same text, as long as no parser can be made to hold it: a message that nests without end, or
 * that has a string or a number without end, is refused where it goes too far.
 *
 * @throws Refusal `sdmx-message.too-deep`
 */
export async function* boundedJson(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let depth = 0
  let inString = false
  let escaped = false
  /** Characters since the string began, or since the last character that ends a number. */
  let length = 0
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at)
      length += 1
      if (inString) {
        if (escaped) escaped = false
        else if (code === backslash) escaped = true
        else if (code === quote) {
          inString = false
          length = 0
        }
        continue
      }
      if (code === quote) {
        inString = true
        length = 0
      } else if (code === openBrace || code === openBracket) {
        depth += 1
        length = 0
        if (depth > deepest) throw tooFar()
      } else if (code === closeBrace || code === closeBracket) {
        depth -= 1
        length = 0
      } else if (code === comma || code === colon || code <= space) length = 0
    }
    if (length > longestToken) throw tooFar()
    yield piece
  }
}

const [quote, backslash, comma, colon, space] = [0x22, 0x5c, 0x2c, 0x3a, 0x20]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

const tooFar = () => messageRefusals.refuse('too-deep', { most: deepest, longest: longestToken })
