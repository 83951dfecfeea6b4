/**
 * Date patterns in Unicode letters (`dd/MM/yyyy HH:mm`), as far as files of institutions need
 * them: y, M, d, H, h, m, s, S, a, E, X (hours from Greenwich) and literal text.
 *
 * @see Unicode Technical Standard 35, part 4, "Date Format Patterns"
 */
export type DateToken =
  | { readonly kind: 'year' | 'two-digit-year' | 'month' | 'month-name' | 'day' }
  | { readonly kind: 'hour' | 'hour-of-half-day' | 'minute' | 'second' | 'fraction' | 'half-day' }
  | { readonly kind: 'weekday' | 'offset' | 'serial' }
  | { readonly kind: 'literal'; readonly text: string }

export type DateTokenKind = DateToken['kind']

/** A pattern taken apart, with the regular expression that a text must match as a whole. */
export interface DatePattern {
  readonly tokens: readonly DateToken[]
  /** One group per token that is captured, in order. */
  readonly groups: readonly DateTokenKind[]
  /** In the common subset of JavaScript and RE2. */
  readonly regex: string
  /** Whether `strptime` reads it with the same meaning, which is faster than taking it apart. */
  readonly strptime: string | null
}

export class DatePatternProblem extends Error {
  override readonly name = 'DatePatternProblem'
}

function tokenOf(letter: string, count: number): DateToken {
  switch (letter) {
    case 'y':
    case 'u':
      if (count === 2) return { kind: 'two-digit-year' }
      if (count === 1 || count === 4) return { kind: 'year' }
      break
    case 'M':
    case 'L':
      if (count <= 2) return { kind: 'month' }
      if (count <= 4) return { kind: 'month-name' }
      break
    case 'd':
      if (count <= 2) return { kind: 'day' }
      break
    case 'H':
      if (count <= 2) return { kind: 'hour' }
      break
    case 'h':
      if (count <= 2) return { kind: 'hour-of-half-day' }
      break
    case 'm':
      if (count <= 2) return { kind: 'minute' }
      break
    case 's':
      if (count <= 2) return { kind: 'second' }
      break
    case 'S':
      return { kind: 'fraction' }
    case 'a':
      return { kind: 'half-day' }
    case 'E':
      return { kind: 'weekday' }
    case 'X':
    case 'x':
      if (count <= 3) return { kind: 'offset' }
  }
  throw new DatePatternProblem(letter.repeat(count))
}

const numeric: readonly DateTokenKind[] = [
  'year',
  'two-digit-year',
  'month',
  'day',
  'hour',
  'hour-of-half-day',
  'minute',
  'second',
  'fraction',
]

/** Kinds that a pattern has once at most. */
const single: readonly DateTokenKind[] = [...numeric, 'offset']

/** With both digits written, and with one where the number has one. */
const expressions: Readonly<Record<Exclude<DateTokenKind, 'literal'>, readonly [string, string]>> =
  {
    year: ['([12][0-9]{3})', '([12][0-9]{3})'],
    'two-digit-year': ['([0-9]{2})', '([0-9]{2})'],
    month: ['(0[1-9]|1[0-2])', '(0?[1-9]|1[0-2])'],
    'month-name': ['([A-Za-zÀ-ÿ]+)[.]?', '([A-Za-zÀ-ÿ]+)[.]?'],
    day: ['(0[1-9]|[12][0-9]|3[01])', '(0?[1-9]|[12][0-9]|3[01])'],
    hour: ['([01][0-9]|2[0-3])', '([01]?[0-9]|2[0-3])'],
    'hour-of-half-day': ['(0[1-9]|1[0-2])', '(0?[1-9]|1[0-2])'],
    minute: ['([0-5][0-9])', '([0-5]?[0-9])'],
    second: ['([0-5][0-9])', '([0-5]?[0-9])'],
    fraction: ['[0-9]{1,9}', '[0-9]{1,9}'],
    'half-day': ['([AaPp])[.]?[ ]?[Mm][.]?', '([AaPp])[.]?[ ]?[Mm][.]?'],
    offset: ['(Z|[+-][0-9]{2}:?(?:[0-9]{2})?)', '(Z|[+-][0-9]{2}:?(?:[0-9]{2})?)'],
    weekday: ['[A-Za-zÀ-ÿ]+[.]?', '[A-Za-zÀ-ÿ]+[.]?'],
    // From 26 September 1902 to 14 October 2173, with the time of day as a fraction.
    serial: ['([1-9][0-9]{3,4}(?:[.][0-9]+)?)', '([1-9][0-9]{3,4}(?:[.][0-9]+)?)'],
  }

/** The pattern of days as spreadsheets count them, from 30 December 1899. */
export const serialPattern = 'excel'

const uncaptured: readonly DateTokenKind[] = ['literal', 'fraction', 'weekday']

const strptimeLetters: Partial<Readonly<Record<DateTokenKind, string>>> = {
  year: '%Y',
  month: '%m',
  day: '%d',
  hour: '%H',
  minute: '%M',
  second: '%S',
}

/**
 * Takes a date pattern apart.
 *
 * @throws DatePatternProblem whose message is the part that is no date letter.
 * @example parseDatePattern('dd/MM/yyyy').groups // => ['day', 'month', 'year']
 */
export function parseDatePattern(pattern: string): DatePattern {
  const tokens: readonly DateToken[] =
    pattern.trim() === serialPattern ? [{ kind: 'serial' }] : tokenize(pattern.trim())
  for (const kind of single) {
    if (tokens.filter((token) => token.kind === kind).length > 1) {
      throw new DatePatternProblem(pattern)
    }
  }
  const regex = tokens
    .map((token, index) => {
      if (token.kind === 'literal') return literalRegex(token.text)
      // Numbers without a separator between them are read by their width alone.
      const tight = isNumber(token) && (isNumber(tokens[index - 1]) || isNumber(tokens[index + 1]))
      return expressions[token.kind][tight ? 0 : 1]
    })
    .join('')
  return {
    tokens,
    groups: tokens.map(({ kind }) => kind).filter((kind) => !uncaptured.includes(kind)),
    regex,
    strptime: strptimeFormat(tokens),
  }
}

function isNumber(token: DateToken | undefined): boolean {
  return token !== undefined && numeric.includes(token.kind)
}

function tokenize(pattern: string): DateToken[] {
  const tokens: DateToken[] = []
  const addLiteral = (text: string) => {
    const last = tokens.at(-1)
    if (last?.kind === 'literal')
      tokens[tokens.length - 1] = { kind: 'literal', text: last.text + text }
    else tokens.push({ kind: 'literal', text })
  }
  for (let i = 0; i < pattern.length;) {
    const letter = pattern.charAt(i)
    if (letter === "'") {
      const end = pattern.indexOf("'", i + 1)
      if (end < 0) throw new DatePatternProblem(pattern.slice(i))
      addLiteral(end === i + 1 ? "'" : pattern.slice(i + 1, end))
      i = end + 1
    } else if (/[A-Za-z]/.test(letter)) {
      let count = 1
      while (pattern.charAt(i + count) === letter) count += 1
      tokens.push(tokenOf(letter, count))
      i += count
    } else {
      addLiteral(letter)
      i += 1
    }
  }
  return tokens
}

/** A space stands for any run of spaces, as `strptime` has it. */
function literalRegex(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|]/g, (sign) => `\\${sign}`)
    .replace(/ +/g, '[ \\t\\n\\x0b\\f\\r]+')
}

/** Only numbers with plain separators between them: whole dates, nothing that needs a look-up. */
function strptimeFormat(tokens: readonly DateToken[]): string | null {
  let format = ''
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'literal') {
      if (!/^[-/.:,T ]+$/.test(token.text)) return null
      format += token.text.replace(/ +/g, ' ')
      continue
    }
    const letter = strptimeLetters[token.kind]
    if (letter === undefined) return null
    const next = tokens[index + 1]
    if (next && next.kind !== 'literal') return null
    format += letter
  }
  const whole = ['year', 'month', 'day'].every((kind) =>
    tokens.some((token) => token.kind === kind),
  )
  return whole && tokens[0]?.kind !== 'literal' ? format : null
}
