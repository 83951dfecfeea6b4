import { hasNestedRepetition } from './nested-repetition.ts'

/**
 * Regular expressions that mean the same in JavaScript and in RE2 (the engine of the lake): a
 * common subset, so that a form and a bulk import never disagree. Always the whole value.
 */

/** What the two engines read differently or only one of them reads, and how to say so. */
const refused: readonly (readonly [RegExp, string])[] = [
  [/\(\?(?!:)/, '(? other than (?:'],
  [/\\[1-9k]/, 'a reference to a group'],
  [/\\[pPxuczZAQECvRXK]/, 'this escape'],
  [/\[:|\[\^?\]|&&|--/, 'this character class'],
  [/\{\d{4,}|,\d{4,}\}/, 'a repetition over 999'],
  [/\{,/, 'a repetition without a lower bound'],
  [/[*+?}]\+/, 'a possessive repetition'],
]

/**
 * Why a pattern cannot be used, or null where it can.
 *
 * @example patternProblem('a|b') // => null
 * @example patternProblem('(a+)+b') // => 'a repetition within a repetition'
 * @example patternProblem('(?<=a)b') // => '(? other than (?:'
 */
export function patternProblem(pattern: string): string | null {
  const withoutEscapedBackslashes = pattern.replaceAll('\\\\', '')
  for (const [sign, name] of refused) if (sign.test(withoutEscapedBackslashes)) return name
  if (hasNestedRepetition(pattern)) return 'a repetition within a repetition'
  try {
    void new RegExp(pattern, 'u')
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The pattern for JavaScript: `.` and `\s` as RE2 reads them. */
function toJavaScript(pattern: string): string {
  let inClass = false
  let result = ''
  for (let i = 0; i < pattern.length; i += 1) {
    const character = pattern.charAt(i)
    if (character === '\\') {
      const escaped = pattern.charAt(i + 1)
      i += 1
      if (escaped === 's') result += inClass ? '\\t\\n\\f\\r ' : '[\\t\\n\\f\\r ]'
      else if (escaped === 'S' && !inClass) result += '[^\\t\\n\\f\\r ]'
      else result += `\\${escaped}`
      continue
    }
    if (character === '[') inClass = true
    if (character === ']') inClass = false
    result += character === '.' && !inClass ? '[^\\n]' : character
  }
  return result
}

const compiled = new Map<string, RegExp>()

/**
 * The regular expression that matches the whole value.
 *
 * @throws SyntaxError where the pattern is not of the common subset; ask {@link patternProblem} first.
 * @example compilePattern('a+').test('aab') // => false
 */
export function compilePattern(pattern: string, ignoreCase = false): RegExp {
  const key = `${ignoreCase ? 'i' : ''}/${pattern}`
  let expression = compiled.get(key)
  if (!expression) {
    expression = new RegExp(`^(?:${toJavaScript(pattern)})$`, ignoreCase ? 'iu' : 'u')
    compiled.set(key, expression)
  }
  return expression
}

/**
 * The first group of the first match, as `extract` of a profile reads it; the whole match where
 * the pattern has no group; null where nothing matches.
 *
 * @example extractGroup('(\\d+) km', 'about 12 km off') // => '12'
 */
export function extractGroup(pattern: string, text: string): string | null {
  const match = new RegExp(toJavaScript(pattern), 'u').exec(text)
  if (!match) return null
  return (match.length > 1 ? match[1] : match[0]) || null
}

/**
 * Whether a pattern has a group that captures.
 *
 * @example hasGroup('(?:a|b)+') // => false
 */
export function hasGroup(pattern: string): boolean {
  let inClass = false
  for (let i = 0; i < pattern.length; i += 1) {
    const character = pattern.charAt(i)
    if (character === '\\') i += 1
    else if (character === '[') inClass = true
    else if (character === ']') inClass = false
    else if (character === '(' && !inClass && pattern.charAt(i + 1) !== '?') return true
  }
  return false
}
