import type { Expression } from '../expression.ts'

/** A part of an XPath expression that has no counterpart here. */
export class UnsupportedXpath extends Error {
  override readonly name = 'UnsupportedXpath'
}

type Token = { readonly kind: 'field' | 'text' | 'number' | 'name' | 'sign'; readonly text: string }

const pattern =
  /\s*(?:\$\{([^}]+)\}|'([^']*)'|"([^"]*)"|(\d+(?:\.\d+)?)|([A-Za-z_][\w-]*)|(!=|<=|>=|[=<>()+*,.-]))/gy

/** Most parts of an expression, so that one made to explode is refused. */
const mostTokens = 500

/**
 * The part of XPath that forms are made of, as an expression: comparisons, `and`, `or`, `not()`,
 * `selected()`, `regex()`, `string-length()`, `today()`, `true()`, `false()`, arithmetic, `.` for the
 * question itself. An empty text means that there is no answer.
 *
 * @param self Field that `.` stands for.
 * @throws UnsupportedXpath with the part that is not understood.
 * @see XLSForm.org, "Operators" and "Functions"; ODK XForms specification, XPath functions
 * @example parseXpath("${sex} = 'F' and ${age} >= 18", 'x') // => { op: 'and', of: [{ op: '=', left: { field: 'sex' }, right: { value: 'F' } }, { op: '>=', left: { field: 'age' }, right: { value: 18 } }] }
 */
export function parseXpath(text: string, self: string): Expression {
  return new XpathParser(tokensOf(text), self).parse()
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const trimmed = text.trim()
  pattern.lastIndex = 0
  while (at < trimmed.length) {
    const match = pattern.exec(trimmed)
    if (!match || tokens.length >= mostTokens) {
      throw new UnsupportedXpath(trimmed.slice(at, at + 40).trim())
    }
    const [, field, single, double, number, name, sign] = match
    if (field !== undefined) tokens.push({ kind: 'field', text: field.trim() })
    else if (single !== undefined || double !== undefined) {
      tokens.push({ kind: 'text', text: single ?? double ?? '' })
    } else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
    at = pattern.lastIndex
  }
  return tokens
}

const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const
type Comparison = (typeof comparisons)[number]

class XpathParser {
  readonly #tokens: readonly Token[]
  readonly #self: string
  #at = 0

  constructor(tokens: readonly Token[], self: string) {
    this.#tokens = tokens
    this.#self = self
  }

  parse(): Expression {
    const expression = this.#or()
    const rest = this.#tokens[this.#at]
    if (rest !== undefined) throw new UnsupportedXpath(rest.text)
    return expression
  }

  #takes(kind: Token['kind'], text: string): boolean {
    const token = this.#tokens[this.#at]
    const isIt = token?.kind === kind && token.text === text
    if (isIt) this.#at += 1
    return isIt
  }

  #expect(text: string): void {
    if (this.#takes('sign', text)) return
    throw new UnsupportedXpath(this.#tokens[this.#at]?.text ?? text)
  }

  #or(): Expression {
    const parts = [this.#and()]
    while (this.#takes('name', 'or')) parts.push(this.#and())
    return parts.length === 1 ? parts[0]! : { op: 'or', of: parts }
  }

  #and(): Expression {
    const parts = [this.#comparison()]
    while (this.#takes('name', 'and')) parts.push(this.#comparison())
    return parts.length === 1 ? parts[0]! : { op: 'and', of: parts }
  }

  #comparison(): Expression {
    const left = this.#sum()
    const op = comparisons.find((sign) => this.#takes('sign', sign))
    return op === undefined ? left : compared(left, op, this.#sum())
  }

  #sum(): Expression {
    let left = this.#product()
    for (;;) {
      if (this.#takes('sign', '+')) left = { op: '+', left, right: this.#product() }
      else if (this.#takes('sign', '-')) left = { op: '-', left, right: this.#product() }
      else return left
    }
  }

  #product(): Expression {
    let left = this.#term()
    for (;;) {
      if (this.#takes('sign', '*')) left = { op: '*', left, right: this.#term() }
      else if (this.#takes('name', 'div')) left = { op: '/', left, right: this.#term() }
      else return left
    }
  }

  #term(): Expression {
    const token = this.#tokens[this.#at]
    if (token === undefined) throw new UnsupportedXpath('…')
    this.#at += 1
    switch (token.kind) {
      case 'field':
        return { field: token.text }
      case 'text':
        return { value: token.text }
      case 'number':
        return { value: Number(token.text) }
      case 'name':
        return this.#call(token.text)
      case 'sign':
        if (token.text === '.') return { field: this.#self }
        if (token.text === '(') {
          const inner = this.#or()
          this.#expect(')')
          return inner
        }
        if (token.text === '-') {
          return { op: '-', left: { value: 0 }, right: this.#term() }
        }
        throw new UnsupportedXpath(token.text)
    }
  }

  #call(name: string): Expression {
    this.#expect('(')
    const given: Expression[] = []
    if (!this.#takes('sign', ')')) {
      do given.push(this.#or())
      while (this.#takes('sign', ','))
      this.#expect(')')
    }
    const [first, second] = given
    if (given.length === 0) {
      if (name === 'true') return { value: true }
      if (name === 'false') return { value: false }
      if (name === 'today' || name === 'now') return { parameter: 'received-on' }
    }
    if (given.length === 1 && first) {
      if (name === 'not') return { op: 'not', of: first }
      if (name === 'string-length') return { op: 'length', of: first }
      if (name === 'number' || name === 'date' || name === 'string') return first
    }
    if (given.length === 2 && first && second) {
      if (name === 'selected') return { op: '=', left: first, right: second }
      if (name === 'regex' && 'value' in second && typeof second.value === 'string') {
        return { op: 'matches', of: first, pattern: second.value.replace(/^\^|\$$/g, '') }
      }
    }
    throw new UnsupportedXpath(`${name}()`)
  }
}

/** A comparison; with an empty text it asks whether there is an answer. */
function compared(left: Expression, op: Comparison, right: Expression): Expression {
  const isEmpty = 'value' in right && right.value === ''
  if (isEmpty && (op === '=' || op === '!=')) {
    const missing: Expression = { op: 'is-missing', of: left }
    return op === '=' ? missing : { op: 'not', of: missing }
  }
  const date = 'value' in right && typeof right.value === 'string' ? right.value : ''
  return { op, left, right: /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date } : right }
}
