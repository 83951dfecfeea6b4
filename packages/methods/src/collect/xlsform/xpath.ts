/**
 * An expression of a form, as XPath 1.0 has it with the functions of ODK. It is not an
 * {@link Expression} of edit rules: there a comparison with a missing value is unknown, here a
 * question without an answer is an empty text, `'' != 'a'` is true and `'' < 5` is false.
 */
export type Xpath =
  | { readonly kind: 'value'; readonly value: string | number }
  /** `${name}`, or a path whose last step is the name. */
  | { readonly kind: 'question'; readonly name: string }
  /** `.`: the question itself. */
  | { readonly kind: 'self' }
  /** A bare name: a column of the sheet `choices`, in a choice filter. */
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Xpath[] }
  | { readonly kind: 'negative'; readonly of: Xpath }
  | {
      readonly kind: 'operation'
      readonly op: XpathOperator
      readonly left: Xpath
      readonly right: Xpath
    }

export type XpathOperator =
  'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod'

/** A text that is no expression at all. */
export class UnreadableXpath extends Error {
  override readonly name = 'UnreadableXpath'
}

/** A part of an expression that is sound and has no counterpart here: a function, a path of steps. */
export class UnsupportedXpath extends Error {
  override readonly name = 'UnsupportedXpath'
}

/** The questions that an expression asks for by name, each once. */
export function questionsIn(xpath: Xpath): readonly string[] {
  const found = new Set<string>()
  const walk = (part: Xpath): void => {
    if (part.kind === 'question') found.add(part.name)
    else if (part.kind === 'call') part.given.forEach(walk)
    else if (part.kind === 'negative') walk(part.of)
    else if (part.kind === 'operation') {
      walk(part.left)
      walk(part.right)
    }
  }
  walk(xpath)
  return [...found]
}
