import { xpathFunctions, type XpathContext } from './xpath-functions.ts'
import { toNumber, toText, toTruth, type XpathValue } from './xpath-values.ts'
import type { Xpath, XpathOperator } from './xpath.ts'

/**
 * The value of an expression of a form.
 *
 * Truths are compared as truths, else numbers as numbers, else texts as texts; `<` and its like
 * compare numbers always, and days are numbers of days. A comparison with what is no number is
 * false; so `. < 5` does not hold of a question without an answer, and neither does `. >= 5`.
 *
 * @see W3C, XML Path Language (XPath) 1.0, section 3.4
 * @example evaluateXpath(parseXpath("${age} < 18 or ${age} = ''"), { answer: () => '', self: '', today: '2024-03-01', now: '2024-03-01T09:00:00' }) // => true
 */
export function evaluateXpath(xpath: Xpath, context: XpathContext): XpathValue {
  switch (xpath.kind) {
    case 'value':
      return xpath.value
    case 'question':
      return context.answer(xpath.name)
    case 'self':
      return context.self
    case 'column':
      return context.column?.(xpath.name) ?? ''
    case 'negative':
      return -toNumber(evaluateXpath(xpath.of, context))
    case 'call': {
      if (xpath.name === 'indexed-repeat') return indexed(xpath.given, context)
      const known = xpathFunctions.get(xpath.name)
      if (known === undefined) throw new Error(`No function "${xpath.name}" of forms`)
      return known.call(
        xpath.given.flatMap((part) => {
          if (known.gathers === true && part.kind === 'question' && !context.isOwn?.(part.name)) {
            const each = context.each?.(part.name)
            if (each !== undefined) return each
          }
          return evaluateXpath(part, context)
        }),
        context,
      )
    }
    case 'operation': {
      const left = evaluateXpath(xpath.left, context)
      if (xpath.op === 'or' && toTruth(left)) return true
      if (xpath.op === 'and' && !toTruth(left)) return false
      return operate(xpath.op, left, evaluateXpath(xpath.right, context))
    }
  }
}

/** `indexed-repeat(${question}, ${repeat}, place)`: the answer in one instance, counted from 1. */
function indexed([question, , place]: readonly Xpath[], context: XpathContext): XpathValue {
  if (question?.kind !== 'question' || place === undefined) return ''
  const at = toNumber(evaluateXpath(place, context))
  return context.each?.(question.name)?.[at - 1] ?? ''
}

function operate(op: XpathOperator, left: XpathValue, right: XpathValue): XpathValue {
  switch (op) {
    // what the left side decides was decided before
    case 'or':
    case 'and':
      return toTruth(right)
    case '=':
      return areEqual(left, right)
    case '!=':
      return !areEqual(left, right)
    case '<':
      return toNumber(left) < toNumber(right)
    case '<=':
      return toNumber(left) <= toNumber(right)
    case '>':
      return toNumber(left) > toNumber(right)
    case '>=':
      return toNumber(left) >= toNumber(right)
    case '+':
      return toNumber(left) + toNumber(right)
    case '-':
      return toNumber(left) - toNumber(right)
    case '*':
      return toNumber(left) * toNumber(right)
    case 'div':
      return toNumber(left) / toNumber(right)
    case 'mod':
      return toNumber(left) % toNumber(right)
  }
}

function areEqual(left: XpathValue, right: XpathValue): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') {
    return toTruth(left) === toTruth(right)
  }
  if (typeof left === 'number' || typeof right === 'number') {
    return toNumber(left) === toNumber(right)
  }
  return toText(left) === toText(right)
}
