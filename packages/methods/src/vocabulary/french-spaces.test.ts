import { describe, expect, test } from 'vitest'
import { frenchSpacesOf, frenchSpacesOfHtml } from './french-spaces.ts'

describe('French spaces', () => {
  test('stand in what a page shows and reads aloud, not in its style, its code or its addresses', () => {
    const page =
      '<style>p :hover{x:y ;}</style><p title="Quoi ?">« Qui » ; <a href="/a ;b">là</a> : <code>a : b</code></p>'
    expect(frenchSpacesOfHtml(page)).toBe(
      '<style>p :hover{x:y ;}</style><p title="Quoi\u202f?">«\u00a0Qui\u00a0»\u202f; <a href="/a ;b">là</a>\u00a0: <code>a : b</code></p>',
    )
  })

  test('stand in what a catalogue says with details, and its functions take as many as before', () => {
    const texts = frenchSpacesOf({
      list: ['Un : deux'],
      of: { count: (n: number) => `Total : ${n}` },
    })
    expect(texts.list).toEqual(['Un\u00a0: deux'])
    expect(texts.of.count(7)).toBe('Total\u00a0: 7')
    expect(texts.of.count).toHaveLength(1)
  })
})
