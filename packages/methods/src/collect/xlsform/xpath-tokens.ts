import { UnreadableXpath } from './xpath.ts'

export interface XpathToken {
  readonly kind: 'question' | 'text' | 'number' | 'name' | 'path' | 'sign'
  readonly text: string
}

const pattern =
  /\s*(?:\$\{\s*([^}\s]+)\s*\}|'([^']*)'|"([^"]*)"|(\d+(?:\.\d*)?|\.\d+)|((?:\.\.\/|\/)[\w./-]*[\w-]|\.\.)|((?:jr:)?[\p{L}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?)|(!=|<=|>=|[=<>()+*,.|[\]-]))/uy

/** Most parts of an expression, so that one made to explode is refused. */
const mostTokens = 500

/**
 * The parts of an expression. Quotation marks that a word processor has curled are straightened, as
 * other readers of XLSForms do.
 *
 * @throws UnreadableXpath with the text from the part on that is none
 */
export function xpathTokens(text: string): readonly XpathToken[] {
  const plain = text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .trim()
  const tokens: XpathToken[] = []
  let at = 0
  pattern.lastIndex = 0
  while (at < plain.length) {
    const match = pattern.exec(plain)
    if (!match || tokens.length >= mostTokens) throw new UnreadableXpath(excerpt(plain.slice(at)))
    tokens.push(tokenOf(match))
    at = pattern.lastIndex
  }
  return tokens
}

function tokenOf(match: RegExpExecArray): XpathToken {
  const [, question, single, double, number, path, name, sign] = match
  if (question !== undefined) return { kind: 'question', text: question }
  if (single !== undefined) return { kind: 'text', text: single }
  if (double !== undefined) return { kind: 'text', text: double }
  if (number !== undefined) return { kind: 'number', text: number }
  if (path !== undefined) return { kind: 'path', text: path }
  if (name !== undefined) return { kind: 'name', text: name }
  return { kind: 'sign', text: sign! }
}

function excerpt(text: string): string {
  const trimmed = text.trim()
  return trimmed.length > 40 ? `${trimmed.slice(0, 39)}…` : trimmed
}
