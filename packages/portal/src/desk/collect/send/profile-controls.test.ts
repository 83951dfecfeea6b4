import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceProfileSchema } from '@caudal/methods/collect'
import { languages } from '@caudal/methods/vocabulary'
import { readingWords } from '../words/reading-words.ts'
import { controlsByHand, fieldParts, layoutParts } from './profile-controls.ts'
import { saidOf, textOf } from './said-of-part.ts'

const { shape } = sourceProfileSchema
const partsOf = (parts: readonly { readonly part: string }[]) => parts.map(({ part }) => part)

/** What the node says of a file by itself: who sends it, from where, and which version comes next. */
const saidByNode = ['$schema', 'version', 'country', 'synthetic', 'id']

describe('all that a profile can say has a control on the pages', () => {
  test('of the layout, of a field and of the whole', () => {
    const byHand = (of: keyof typeof controlsByHand) => controlsByHand[of].map(([part]) => part)
    expect([...byHand('layout'), ...partsOf(layoutParts)].toSorted()).toEqual(
      Object.keys(shape.layout.shape).toSorted(),
    )
    expect([...byHand('field'), ...partsOf(fieldParts)].toSorted()).toEqual(
      Object.keys(shape.fields.valueType.shape).toSorted(),
    )
    expect([...byHand('profile'), ...saidByNode].toSorted()).toEqual(Object.keys(shape).toSorted())
  })

  test.each(Object.values(controlsByHand).flat())('%s stands on the page %s', (part, page) => {
    const text = readFileSync(new URL(`${page}.tsx`, import.meta.url), 'utf8')
    expect(text).toMatch(new RegExp(`\\b${part}\\b`, 'i'))
  })

  test.each(languages)('with its words in %s', (language) => {
    const { parts, choices } = readingWords[language]
    for (const { part, choices: of = [] } of [...fieldParts, ...layoutParts]) {
      expect(parts[part]?.label, part).toMatch(/\w/)
      for (const choice of of) expect(choices[choice], choice).toMatch(/\w/)
    }
  })
})

test('what is typed is what the profile says, and shows again as it was', () => {
  expect(saidOf('lines', ' N/D | S/D |')).toEqual(['N/D', 'S/D'])
  expect(textOf(['N/D', 'S/D'])).toBe('N/D | S/D')
  expect(saidOf('number', '0.5')).toBe(0.5)
  // The node refuses it and names its place.
  expect(saidOf('number', 'many')).toBe('many')
  expect(saidOf('text', '')).toBeUndefined()
})
