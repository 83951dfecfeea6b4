import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCodeListBook, getCodeList, listCodeLists } from './code-lists/index.ts'
import { findCode, isKnownCode, labelOf, listSpellings } from './find-code.ts'
import { loadCodeList } from './load-code-list.ts'
import { spellingKey } from './spelling.ts'

const countries = getCodeList('countries')

describe('a code is found', () => {
  test.each([
    ["Côte d'Ivoire", 'CIV'],
    ['COTE D’IVOIRE', 'CIV'],
    ['Turkey', 'TUR'],
    ['TÜRKİYE', 'TUR'],
    ["Dem. People's Republic of Korea", 'PRK'],
    ['Micronesia (Fed. States of)', 'FSM'],
    ['Channel Islands', 'CHI'],
    ['República de Abjasia', 'ABK'],
    ['Antillas Holandesas', 'ANT'],
    ['Swazilandia', 'SWZ'],
    ['ROM', 'ROU'],
    ['China, Hong Kong SAR', 'HKG'],
    ['Congo', 'COG'],
    ['Guinea', 'GIN'],
    ['XXA', 'XXA'],
    ['Estados  Unidos', 'USA'],
    ['EEUU', 'USA'],
  ])('by %s', (spelling, code) => {
    expect(findCode(countries, spelling)?.code).toBe(code)
  })

  test('by nothing but its own spellings', () => {
    expect(findCode(countries, 'Atlantis')).toBeUndefined()
    expect(findCode(countries, '')).toBeUndefined()
  })

  test('for unknown, total, not applicable and other in every list', () => {
    for (const list of listCodeLists()) {
      for (const code of ['_U', '_T', '_Z', '_O']) expect(isKnownCode(list, code)).toBe(true)
    }
  })

  test('only by its exact writing where that is asked', () => {
    expect(isKnownCode(countries, 'slv')).toBe(false)
  })
})

test('a code that the list does not know is its own label, so that nothing counted goes unnamed', () => {
  expect(labelOf(countries, 'QQQ', 'fr')).toBe('QQQ')
  expect(labelOf(countries, 'HND', 'fr')).toBe('Honduras')
  expect(labelOf(countries, '_U', 'es')).toBe('Se ignora')
})

test('a spelling key has no accents, capitals or spare spaces, and is its own key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const key = spellingKey(text)
      expect(spellingKey(key)).toBe(key)
      expect(spellingKey(` ${text}\u00a0`)).toBe(key)
    }),
  )
})

test('two posts that share a name are told apart by their country, and else are neither', () => {
  const label = { es: 'El Amatillo', en: 'El Amatillo', fr: 'El Amatillo' }
  const list = {
    ...getCodeList('border-posts'),
    codes: [
      { code: 'SLV-7', label, parent: 'SLV' },
      { code: 'HND-2', label, parent: 'HND' },
    ],
  }
  expect(findCode(list, 'EL AMATILLO')).toBeUndefined()
  expect(findCode(list, 'EL AMATILLO', 'HND')?.code).toBe('HND-2')
  expect(listSpellings(list, 'SLV')).toContainEqual(['el amatillo', 'SLV-7'])
})

test('a country adds its border posts without losing those of others', () => {
  const label = { es: 'Paso', en: 'Crossing', fr: 'Poste' }
  const before = getCodeList('border-posts').codes.length
  const addition = { ...getCodeList('border-posts'), codes: [{ code: 'SLV-X', label }] }
  const book = createCodeListBook([addition])
  expect(book.get('border-posts').codes).toHaveLength(before + 1)
  expect(getCodeList('border-posts').codes).toHaveLength(before)
})

test('a list can be read when it is asked for', async () => {
  expect((await loadCodeList('countries')).codes).toEqual(countries.codes)
})

describe.each(listCodeLists().map((list) => [list.id, list] as const))(
  'the code list %s',
  (id, list) => {
    test('has a source, and codes that are there once, with labels in three languages', () => {
      expect(list.source.owner).not.toBe('')
      expect(list.source.title).not.toBe('')
      const codes = list.codes.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
      const incomplete = list.codes.filter(
        ({ label }) =>
          Object.keys(label).toSorted().join() !== 'en,es,fr' ||
          Object.values(label).some((words) => words.trim() !== words || words === ''),
      )
      expect(incomplete).toEqual([])
    })

    test('has its parents in itself or in the list it names', () => {
      const parents = getCodeList(list.parentList ?? id)
      const orphans = list.codes.filter(
        ({ parent }) => parent !== undefined && !isKnownCode(parents, parent),
      )
      expect(orphans).toEqual([])
    })

    test('gives no spelling to two codes, unless what they lie in tells them apart', () => {
      const areas = ['border-posts', 'departments', 'municipalities']
      const meant = new Map<string, string>()
      const twice: string[] = []
      for (const { code, label, aliases, parent } of list.codes) {
        for (const spelling of [code, ...Object.values(label), ...(aliases ?? [])]) {
          const key = `${areas.includes(id) ? parent : ''} ${spellingKey(spelling)}`
          if ((meant.get(key) ?? code) !== code) twice.push(`${spelling} of ${code}`)
          meant.set(key, code)
        }
      }
      expect(twice).toEqual([])
    })

    test('has validity that begins before it ends', () => {
      for (const { validFrom, validTo } of list.codes) {
        expect((validFrom ?? '0000') <= (validTo ?? '9999')).toBe(true)
      }
    })
  },
)
