import { patternProblem } from '../pattern.ts'
import { wholePattern, xpathFunctions } from './xpath-functions.ts'
import { xpathTokens, type XpathToken } from './xpath-tokens.ts'
import { UnreadableXpath, UnsupportedXpath, type Xpath, type XpathOperator } from './xpath.ts'

/** Deepest nesting of an expression. */
const mostDepth = 100

/** Operators from the loosest to the tightest, as XPath 1.0 ranks them; each level reads from the left. */
const levels: readonly (readonly XpathOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

/**
 * An expression of a form: XPath 1.0 with `${name}` for questions, `.` for the question itself and
 * the functions of {@link xpathFunctions}.
 *
 * @param hasColumns A bare name is a column of the sheet `choices`; elsewhere it is not understood.
 * @throws UnreadableXpath where the text is no expression
 * @throws UnsupportedXpath where it is one that is not understood here
 * @see W3C, XML Path Language (XPath) 1.0, section 3; ODK, "Form operators and functions"
 * @example parseXpath("${age} >= 18") // => { kind: 'operation', op: '>=', left: { kind: 'question', name: 'age' }, right: { kind: 'value', value: 18 } }
 */
export function parseXpath(text: string, hasColumns = false): Xpath {
  return new XpathParser(xpathTokens(text), hasColumns).parse()
}

class XpathParser {
  readonly #tokens: readonly XpathToken[]
  readonly #hasColumns: boolean
  #at = 0
  #depth = 0
  /** What was met that is sound and not understood; told once the whole is known to be sound. */
  #unsupported: string | undefined

  constructor(tokens: readonly XpathToken[], hasColumns: boolean) {
    this.#tokens = tokens
    this.#hasColumns = hasColumns
  }

  parse(): Xpath {
    const xpath = this.#expression()
    const rest = this.#tokens[this.#at]
    const wrong = rest === undefined ? undefined : stray(rest)
    if (wrong instanceof UnreadableXpath) throw wrong
    // the first part that is not understood says most
    if (this.#unsupported !== undefined) throw new UnsupportedXpath(this.#unsupported)
    if (wrong !== undefined) throw wrong
    return xpath
  }

  #expression(): Xpath {
    this.#depth += 1
    if (this.#depth > mostDepth) throw new UnreadableXpath('(((…')
    const xpath = this.#level(0)
    this.#depth -= 1
    return xpath
  }

  #level(level: number): Xpath {
    const operators = levels[level]
    if (operators === undefined) return this.#negative()
    let left = this.#level(level + 1)
    for (;;) {
      const op = operators.find((each) => this.#takes(each))
      if (op === undefined) return left
      left = { kind: 'operation', op, left, right: this.#level(level + 1) }
    }
  }

  #negative(): Xpath {
    let signs = 0
    while (this.#takes('-')) signs += 1
    const operand = this.#operand()
    // Two signs make a number of what they stand before.
    return signs === 0
      ? operand
      : signs % 2 === 1
        ? { kind: 'negative', of: operand }
        : { kind: 'negative', of: { kind: 'negative', of: operand } }
  }

  #operand(): Xpath {
    const token = this.#tokens[this.#at]
    if (token === undefined) throw stray(token)
    this.#at += 1
    switch (token.kind) {
      case 'question':
        return { kind: 'question', name: token.text }
      case 'text':
        return { kind: 'value', value: token.text }
      case 'number':
        return { kind: 'value', value: Number(token.text) }
      case 'path':
        return this.#path(token.text)
      case 'name':
        if (this.#takes('(')) return this.#call(token.text)
        if (!this.#hasColumns) this.#unsupported ??= token.text
        return { kind: 'column', name: token.text }
      case 'sign':
        if (token.text === '.') return { kind: 'self' }
        if (token.text === '(') {
          const inner = this.#expression()
          this.#expect(')')
          return inner
        }
        throw new UnreadableXpath(token.text)
    }
  }

  /** Names of questions are unique in a form, so the last step of a path says which is meant. */
  #path(path: string): Xpath {
    const name = path.split('/').at(-1)!
    if (/^[\p{L}_]/u.test(name)) return { kind: 'question', name }
    this.#unsupported ??= path
    return { kind: 'self' }
  }

  #call(name: string): Xpath {
    const given: Xpath[] = []
    if (name === 'position') this.#takesStepUp()
    if (!this.#takes(')')) {
      do given.push(this.#expression())
      while (this.#takes(','))
      this.#expect(')')
    }
    const known = xpathFunctions.get(name)
    if (known === undefined) this.#unsupported ??= `${name}()`
    else if (given.length < known.least || given.length > known.most) {
      throw new UnreadableXpath(`${name}(${given.map(() => '…').join(', ')})`)
    }
    if (name === 'regex') this.#checkPattern(given[1])
    return { kind: 'call', name, given }
  }

  /** `position(..)`: of the instance that the question lies in. */
  #takesStepUp(): void {
    const token = this.#tokens[this.#at]
    if (token?.kind === 'path' && token.text === '..') this.#at += 1
  }

  /** A pattern that would take for ever, or that is none, is not run. */
  #checkPattern(pattern: Xpath | undefined): void {
    if (pattern?.kind !== 'value') this.#unsupported ??= 'regex()'
    else {
      const problem = patternProblem(wholePattern(String(pattern.value)))
      if (problem !== null) this.#unsupported ??= `regex(): ${problem}`
    }
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at]
    const isIt = (token?.kind === 'sign' || token?.kind === 'name') && token.text === text
    if (isIt) this.#at += 1
    return isIt
  }

  #expect(text: string): void {
    if (!this.#takes(text)) throw stray(this.#tokens[this.#at])
  }
}

/** A part in a place where no part of its kind belongs: steps and sets of XPath, or no XPath at all. */
function stray(token: XpathToken | undefined): Error {
  if (token === undefined) return new UnreadableXpath('…')
  const isStep = token.kind === 'path' || ['[', '|'].includes(token.text)
  return isStep ? new UnsupportedXpath(token.text) : new UnreadableXpath(token.text)
}
