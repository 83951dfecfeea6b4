import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '@caudal/methods/vocabulary'
import { readGlossary } from '../../../scripts/handbook/read-glossary.ts'
import { loadWords } from '../../words/catalogue.ts'
import { renderGlossary } from './render-glossary.ts'

const read = (name: string): string =>
  readFileSync(new URL(`../../../../../docs/${name}`, import.meta.url), 'utf8')
const glossary = readGlossary(read('glossary.md'), {
  es: read('glossary.es.md'),
  fr: read('glossary.fr.md'),
})

async function pageIn(language: Language): Promise<string> {
  const words = await loadWords(language)
  return renderGlossary(glossary, { language, words, styles: [], script: undefined })
}

const found = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((each) => each[1]!)

describe('the glossary as a page', () => {
  test.each(languages)('has in %s every term at an address of its own', async (language) => {
    const html = await pageIn(language)
    const ids = found(html, / id="(term-[^"]+)"/g)
    expect(ids).toHaveLength(glossary.sections.flatMap(({ terms }) => terms).length)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(languages)('leads in %s to nothing that is not there', async (language) => {
    const html = await pageIn(language)
    const ids = new Set(found(html, / id="([^"]+)"/g))
    const places = found(html, / href="#([^"]+)"/g)
    expect(places.length).toBeGreaterThan(300)
    expect(places.filter((place) => !ids.has(place))).toEqual([])
  })

  test('has its letters in the order of the alphabet, an accent counting for none', async () => {
    const letters = found(await pageIn('fr'), /<h2 id="letter-[^"]+">([^<]+)</g)
    expect(letters).toEqual(letters.toSorted())
    expect(letters).toContain('E')
    expect(letters).not.toContain('É')
  })
})
