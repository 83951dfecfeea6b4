import { compilePattern } from '../pattern.ts'
import { formatDate } from './format-date.ts'
import { toDay, toNumber, toText, toTruth, type XpathValue } from './xpath-values.ts'

/** What an expression may ask of its surroundings. */
export interface XpathContext {
  /** The answer to a question; the empty text where there is none, or it is not asked. */
  readonly answer: (question: string) => XpathValue
  /** The answer that `.` stands for. */
  readonly self: XpathValue
  /** ISO date and ISO moment of the place where the form is filled in. */
  readonly today: string
  readonly now: string
  /** The answers to a repeated question, or the places of a repeated group; undefined of what is not repeated. */
  readonly each?: (name: string) => readonly XpathValue[] | undefined
  /** Whether a question lies in the same repeated group: its own instance is meant. */
  readonly isOwn?: (name: string) => boolean
  /** Place of the instance that is looked at, from 1; 0 outside of a repeated group. */
  readonly position?: number
  /** A column of the sheet `choices`, in a choice filter. */
  readonly column?: (name: string) => string
  /** How a choice of a question is labelled. */
  readonly choiceLabel?: (question: string, choice: string) => string
}

export interface XpathFunction {
  readonly least: number
  readonly most: number
  /** A repeated question, seen from outside, stands for all its answers. */
  readonly gathers?: true
  readonly call: (given: readonly XpathValue[], context: XpathContext) => XpathValue
}

const many = 100

function numeric(work: (...numbers: number[]) => number, count = 1): XpathFunction {
  return { least: count, most: count, call: (given) => work(...given.map(toNumber)) }
}

function textual(
  count: number,
  work: (...texts: [string, string, string]) => XpathValue,
): XpathFunction {
  const call = (given: readonly XpathValue[]) =>
    work(...(given.map(toText) as [string, string, string]))
  return { least: count, most: count, call }
}

/** The least or the greatest; of nothing at all, none. */
function extreme(find: (...numbers: number[]) => number, given: readonly XpathValue[]): number {
  return given.length === 0 ? Number.NaN : find(...given.map(toNumber))
}

/** The answers of a question with several: choices parted by spaces. */
function choicesOf(value: XpathValue): string[] {
  const text = toText(value).trim()
  return text === '' ? [] : text.split(/\s+/)
}

/** Half goes up, as XPath has it. */
function round(value: number, places: number): number {
  const unit = 10 ** Math.trunc(places)
  return Math.floor(value * unit + 0.5) / unit
}

/** Part of a text from 0; places counted from the end are negative. */
function part(text: string, from: number, to: number): string {
  const letters = Array.from(text)
  return letters.slice(Math.trunc(from) || 0, Number.isNaN(to) ? 0 : Math.trunc(to)).join('')
}

function translate(text: string, from: string, to: string): string {
  const sources = Array.from(from)
  const targets = Array.from(to)
  return Array.from(text)
    .map((letter) => {
      const place = sources.indexOf(letter)
      return place < 0 ? letter : (targets[place] ?? '')
    })
    .join('')
}

/** Whether a number lies between bounds of which −1 is none. */
function isWithin(count: number, least: number, most: number): boolean {
  return (least === -1 || count >= least) && (most === -1 || count <= most)
}

/** A pattern that must match the whole value needs no signs for its ends. */
export function wholePattern(pattern: string): string {
  return pattern.replace(/^\^/, '').replace(/(^|[^\\])((?:\\\\)*)\$$/, '$1$2')
}

/**
 * The functions of expressions, each as ODK documents it.
 *
 * @see ODK documentation, "Form operators and functions"; ODK XForms specification, "XPath functions"
 */
export const xpathFunctions: ReadonlyMap<string, XpathFunction> = new Map(
  Object.entries<XpathFunction>({
    if: { least: 3, most: 3, call: ([test, one, other]) => (toTruth(test!) ? one! : other!) },
    coalesce: {
      least: 2,
      most: many,
      call: (given) => given.find((each) => toText(each) !== '') ?? '',
    },
    not: { least: 1, most: 1, call: ([value]) => !toTruth(value!) },
    true: { least: 0, most: 0, call: () => true },
    false: { least: 0, most: 0, call: () => false },
    boolean: { least: 1, most: 1, call: ([value]) => toTruth(value!) },
    'boolean-from-string': textual(1, (text) => text === 'true' || text === '1'),
    number: numeric((value) => value),
    string: textual(1, (text) => text),

    selected: textual(2, (chosen, choice) => ` ${chosen.trim()} `.includes(` ${choice.trim()} `)),
    'selected-at': {
      least: 2,
      most: 2,
      call: ([chosen, place]) => choicesOf(chosen!)[toNumber(place!)] ?? '',
    },
    'count-selected': { least: 1, most: 1, call: ([chosen]) => choicesOf(chosen!).length },
    'jr:choice-name': {
      least: 2,
      most: 2,
      call: ([choice, question], { choiceLabel }) => {
        const name = toText(question!).replace(/^\$\{\s*|\s*\}$/g, '')
        return choiceLabel?.(name.split('/').at(-1)!, toText(choice!)) ?? ''
      },
    },
    count: { least: 1, most: 1, gathers: true, call: (given) => given.length },
    sum: {
      least: 1,
      most: 1,
      gathers: true,
      // what nobody answered adds nothing
      call: (given) =>
        given
          .filter((each) => toText(each) !== '')
          .reduce<number>((all, each) => all + toNumber(each), 0),
    },
    // evaluated where it is met: it asks for a name, not for an answer
    'indexed-repeat': { least: 3, most: 3, call: () => '' },
    position: { least: 0, most: 1, call: (_, { position = 0 }) => position },
    'count-non-empty': {
      least: 1,
      most: many,
      gathers: true,
      call: (given) => given.filter((each) => toText(each) !== '').length,
    },
    checklist: {
      least: 3,
      most: many,
      call: ([least, most, ...given]) =>
        isWithin(given.filter(toTruth).length, toNumber(least!), toNumber(most!)),
    },
    'weighted-checklist': {
      least: 4,
      most: many,
      call: ([least, most, ...given]) => {
        const sum = given.reduce<number>(
          (all, value, at) =>
            at % 2 === 0 && toTruth(value) ? all + toNumber(given[at + 1] ?? 0) : all,
          0,
        )
        return isWithin(sum, toNumber(least!), toNumber(most!))
      },
    },

    regex: textual(2, (text, pattern) => compilePattern(wholePattern(pattern)).test(text)),
    contains: textual(2, (text, sought) => text.includes(sought)),
    'starts-with': textual(2, (text, start) => text.startsWith(start)),
    'ends-with': textual(2, (text, end) => text.endsWith(end)),
    substr: {
      least: 2,
      most: 3,
      call: ([text, from, to]) =>
        part(toText(text!), toNumber(from!), to === undefined ? Infinity : toNumber(to)),
    },
    'substring-before': textual(2, (text, sign) => text.slice(0, Math.max(0, text.indexOf(sign)))),
    'substring-after': textual(2, (text, sign) =>
      text.includes(sign) ? text.slice(text.indexOf(sign) + sign.length) : '',
    ),
    translate: textual(3, translate),
    'string-length': {
      least: 0,
      most: 1,
      call: ([text], { self }) => Array.from(toText(text ?? self)).length,
    },
    'normalize-space': {
      least: 0,
      most: 1,
      call: ([text], { self }) =>
        toText(text ?? self)
          .trim()
          .replace(/\s+/g, ' '),
    },
    concat: { least: 1, most: many, gathers: true, call: (given) => given.map(toText).join('') },
    join: {
      least: 2,
      most: many,
      gathers: true,
      call: ([sign, ...given]) => given.map(toText).join(toText(sign!)),
    },

    round: {
      least: 1,
      most: 2,
      call: ([value, places]) =>
        round(toNumber(value!), places === undefined ? 0 : toNumber(places)),
    },
    int: numeric(Math.trunc),
    floor: numeric(Math.floor),
    ceiling: numeric(Math.ceil),
    abs: numeric(Math.abs),
    pow: numeric((base, power) => base ** power, 2),
    sqrt: numeric(Math.sqrt),
    exp: numeric(Math.exp),
    exp10: numeric((power) => 10 ** power),
    log: numeric(Math.log),
    log10: numeric(Math.log10),
    pi: { least: 0, most: 0, call: () => Math.PI },
    min: { least: 1, most: many, gathers: true, call: (given) => extreme(Math.min, given) },
    max: { least: 1, most: many, gathers: true, call: (given) => extreme(Math.max, given) },

    today: { least: 0, most: 0, call: (_, { today }) => today },
    now: { least: 0, most: 0, call: (_, { now }) => now },
    date: { least: 1, most: 1, call: ([value]) => toDay(value!) },
    'decimal-date-time': numeric((days) => days),
    'format-date': textual(2, formatDate),
    'format-date-time': textual(2, formatDate),
  }),
)
