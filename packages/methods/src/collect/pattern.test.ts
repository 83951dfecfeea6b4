import { describe, expect, test } from 'vitest'
import { compilePattern, extractGroup, hasGroup, patternProblem } from './pattern.ts'

describe('patterns that mean the same in both engines', () => {
  test.each([
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '(?<name>a)',
    '(?i)a',
    '(a)\\1',
    '\\p{L}',
    'a++',
    '[[:alpha:]]',
    'a{1001}',
    '(',
    '[z-a]',
    '\\bx\\B{2}\\Z',
  ])('%s is refused', (pattern) => {
    expect(patternProblem(pattern)).not.toBeNull()
  })

  test.each(['A|B', '[A-Z]{3}[0-9]+', '(?:old|new) .*', '\\d{2}\\s?\\w+', 'a\\.b', '[^,]*,?'])(
    '%s is taken',
    (pattern) => {
      expect(patternProblem(pattern)).toBeNull()
    },
  )

  test('match the whole value', () => {
    expect(compilePattern('a|b').test('ab')).toBe(false)
  })

  test('take a point for anything but a line feed, and a space class for ASCII spaces', () => {
    expect(compilePattern('a.b').test('a\u2028b')).toBe(true)
    expect(compilePattern('a.b').test('a\nb')).toBe(false)
    expect(compilePattern('a\\sb').test('a\u00a0b')).toBe(false)
    expect(compilePattern('[\\s,]+').test(', \t')).toBe(true)
  })

  test('extract the first group, the match where there is none, and nothing where nothing matches', () => {
    expect(extractGroup('^(-?[0-9.]+), ', '-4.5, 7')).toBe('-4.5')
    expect(extractGroup('[0-9]+', 'km 12')).toBe('12')
    expect(extractGroup('[0-9]+', 'km')).toBeNull()
    expect(hasGroup('[(]a')).toBe(false)
  })
})
