import { describe, expect, test } from 'vitest'
import { evaluateXpath } from './evaluate-xpath.ts'
import { parseXpath } from './parse-xpath.ts'
import { UnreadableXpath, UnsupportedXpath } from './xpath.ts'
import type { XpathValue } from './xpath-values.ts'

const answers: Readonly<Record<string, XpathValue>> = {
  sex: 'F',
  age: 17,
  needs: 'food health',
  born: '2007-03-01',
  came: '2024-02-29T18:30:00',
  phone: '+504 9999-0000',
}

function valueOf(text: string, self: XpathValue = 17): XpathValue {
  return evaluateXpath(parseXpath(text, true), {
    answer: (name) => answers[name] ?? '',
    self,
    today: '2024-03-01',
    now: '2024-03-01T09:30:00',
    column: (name) => ({ state: 'FM' })[name] ?? '',
    choiceLabel: (question, choice) => `${question}:${choice}`,
  })
}

test('an answer is a value whatever it holds, and never part of the expression', () => {
  for (const name of ["x' or '1' = '1", '") or true() or ("', '${age}', "concat('a', 'b')"]) {
    const given = (text: string) =>
      evaluateXpath(parseXpath(text, true), {
        answer: () => name,
        self: name,
        today: '2024-03-01',
        now: '2024-03-01T09:30:00',
        column: () => name,
        choiceLabel: () => '',
      })
    expect(given("${name} = 'x'")).toBe(false)
    expect(given(". = 'x'")).toBe(false)
    expect(given('${name}')).toBe(name)
    expect(given("concat('a', ${name})")).toBe(`a${name}`)
  }
})

describe('expressions of forms, as the documentation of ODK has them', () => {
  test.each<[string, XpathValue]>([
    // comparisons and the order of operators
    ["${sex} = 'F' and ${age} < 18", true],
    ["${sex}='M' or not(${age} >= 18)", true],
    ['${age} > 5 and ${age} < 10 or ${age} = 17', true],
    ['1 + 2 * 3 - 4 div 2', 5],
    ['(${age} + 1) * 2 = 36', true],
    ['2 - 1 - 1', 0],
    ['-3 mod 2', -1],
    ['7 mod 3 = 1 and 3 < 4', true],
    ['1 < 2 = true()', true],
    ['- ${age}', -17],
    ['${age}-1', 16],
    ["'05' = 5", true],
    ['“F” = ${sex}', true],
    // the question itself
    ['. > 16 and . <= 120', true],
    ['/data/group/age = 17', true],
    ['../age = 17', true],
    // an empty answer is an empty text, which is no number
    ["${nothing} = ''", true],
    ["${nothing} != ''", false],
    ["${nothing} != 'a'", true],
    ["not(${nothing} = 'a')", true],
    ['${nothing} < 5', false],
    ['${nothing} >= 5', false],
    ['${nothing} = 0', false],
    ['${nothing} != 0', true],
    ['boolean(${nothing})', false],
    ['coalesce(${nothing}, ${sex})', 'F'],
    // choices
    ["selected(${needs}, 'food')", true],
    ["selected(${needs}, 'foo')", false],
    ["selected(${nothing}, 'food')", false],
    ['count-selected(${needs})', 2],
    ['count-selected(${nothing})', 0],
    ['selected-at(${needs}, 1)', 'health'],
    ['selected-at(${needs}, 2)', ''],
    ["jr:choice-name(${sex}, '${sex}')", 'sex:F'],
    // control
    ["if(${age} < 18, 'child', 'adult')", 'child'],
    ["boolean-from-string('1')", true],
    ["boolean-from-string('yes')", false],
    ["checklist(1, 2, ${sex} = 'F', ${age} > 30)", true],
    ["weighted-checklist(3, -1, ${sex} = 'F', 2, ${age} > 30, 5)", false],
    ['count-non-empty(${sex}, ${nothing})', 1],
    // texts
    ["regex(${sex}, '^[FM]$')", true],
    ["regex(${phone}, '\\+504 [0-9]{4}-[0-9]{4}')", true],
    ["regex('ab', 'a')", false],
    ['string-length(${needs})', 11],
    ["substr('hello', 1, 3)", 'el'],
    ["substr('hello', -2)", 'lo'],
    ["substring-before('a-b', '-')", 'a'],
    ["substring-after('a-b', '-')", 'b'],
    ["translate('abc', 'ab', 'x')", 'xc'],
    ["concat('a', 1, true())", 'a1true'],
    ["join('-', 'a', 'b')", 'a-b'],
    ["contains('abc', 'bc') and starts-with('abc', 'a') and ends-with('abc', 'c')", true],
    ["normalize-space('  a  b ')", 'a b'],
    // numbers
    ['round(2.5)', 3],
    ['round(-2.5)', -2],
    ['round(1.2345, 2)', 1.23],
    ['int(-1.9)', -1],
    ['max(1, 3, 2) - min(1, 3, 2)', 2],
    ['pow(2, 10)', 1024],
    // days are numbers of days since 1970 where a number is asked for
    ["${born} < today() and ${born} >= '2007-03-01'", true],
    ["date('2024-03-01') - date('2024-02-28')", 2],
    ['int((today() - ${born}) div 365.25)', 17],
    ['date(today() + 1)', '2024-03-02'],
    ['today() - date(${came})', 1],
    ["format-date(${born}, '%d/%m/%Y')", '01/03/2007'],
    ["format-date-time(${came}, '%e %b %H:%M')", '29 Feb 18:30'],
    ["decimal-date-time('1970-01-02T12:00:00')", 1.5],
    ["date('2023-02-31')", ''],
    // a choice filter asks for columns of the choice
    ["state = 'FM'", true],
  ])('%s is %s', (text, value) => {
    expect(valueOf(text)).toEqual(value)
  })

  test.each([
    '${age} >',
    '${age} = 1)',
    "'open",
    'if(1, 2)',
    `${'('.repeat(600)}1`,
    '= 3',
    'a b',
    '',
  ])('%s is no expression, and says so', (text) => {
    expect(() => parseXpath(text)).toThrow(UnreadableXpath)
  })

  test.each([
    ["pulldata('a', 'b')", 'pulldata()'],
    ["instance('x')/list/item[name = 1]", 'instance()'],
    ['${needs}[1]', '['],
    ["regex(., '(a+)+b')", 'regex(): a repetition within a repetition'],
    ['regex(., ${sex})', 'regex()'],
    ['random() > 0.5', 'random()'],
    ['age > 17', 'age'],
  ])('%s is sound and not understood: %s', (text, part) => {
    expect(() => parseXpath(text)).toThrow(new UnsupportedXpath(part))
  })
})
