import { describe, expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { loadWords } from './catalogue.ts'

/** Every text of a catalogue by its path; functions are called with marks for their details. */
function texts(value: unknown, path: string): { path: string; text: string; given: string[] }[] {
  if (typeof value === 'string') return [{ path, text: value, given: [] }]
  if (typeof value === 'function') {
    const given = Array.from({ length: value.length }, (_, index) => `«${index}»`)
    return [{ path, text: (value as (...details: string[]) => string)(...given), given }]
  }
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`))
}

describe.each(languages)('the words in %s', (language) => {
  test('are nowhere empty', async () => {
    const empty = texts(await loadWords(language), '').filter(({ text }) => text.trim() === '')
    expect(empty).toEqual([])
  })

  test('use straight quotes and three dots nowhere', async () => {
    const plain = texts(await loadWords(language), '').filter(({ text }) =>
      /\.\.\.|[a-z]'[a-z]/i.test(text),
    )
    expect(plain).toEqual([])
  })

  test('say the same details as the Spanish', async () => {
    const own = texts(await loadWords(language), '')
    const spanish = texts(await loadWords('es'), '')
    expect(own.map(({ path }) => path)).toEqual(spanish.map(({ path }) => path))
    const said = (each: (typeof own)[number]): string[] =>
      each.given.filter((mark) => each.text.includes(mark))
    expect(own.map(said)).toEqual(spanish.map(said))
  })
})
