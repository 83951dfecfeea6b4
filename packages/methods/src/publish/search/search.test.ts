import { describe, expect, test } from 'vitest'
import { createSearchIndex, searchWords, wordLikeness } from './index.ts'

const entry = (name: string, texts: string[], weight = 1) => ({ name, texts, weight })
const index = createSearchIndex([
  entry('remittances', [
    'México: remesas por país',
    'Mexico: remittances by country',
    'Mexique : envois de fonds par pays',
  ]),
  entry('crossings', [
    'Entradas y salidas por puestos fronterizos',
    'Arrivals and departures at border posts',
    'Entrées et sorties aux postes frontière',
  ]),
  entry('deaths', [
    'Muertes y desapariciones',
    'Deaths and disappearances',
    'Décès et disparitions',
  ]),
  entry('HND', ['Honduras']),
  entry('MEX', ['México', 'Mexico', 'Mexique']),
  entry('CIV', ['Costa de Marfil', 'Côte d’Ivoire', 'Ivory Coast']),
])
const found = (typed: string) => index.find(typed, 10).map((hit) => hit.entry.name)

describe('a search', () => {
  test.each([
    ['remesas', 'remittances'],
    ['remittances', 'remittances'],
    ['envois de fonds', 'remittances'],
    ['ENTREES', 'crossings'],
    ['frontiere', 'crossings'],
    ['deces', 'deaths'],
    ['cote d ivoire', 'CIV'],
    ['costa marfil', 'CIV'],
  ])('for “%s” forgives accents, capitals and small words, in three languages', (typed, name) => {
    expect(found(typed)[0]).toBe(name)
  })

  test.each([
    ['hondruas', 'HND'],
    ['remesass', 'remittances'],
    ['fronterisos', 'crossings'],
    ['desaparicion', 'deaths'],
    ['desaparc', 'deaths'],
  ])('for “%s” forgives what the fingers did, or did not do yet', (typed, name) => {
    expect(found(typed)[0]).toBe(name)
  })

  test('finds what is named so before what mentions it', () => {
    expect(found('mexico')).toEqual(['MEX', 'remittances'])
  })

  test('finds two entries of one whole that have the words between them, on different sides of it', () => {
    const [returns, crossings] = [['Retornos'], ['Cruces']]
    const code = (name: string, side: string, within: string[]) => ({
      name,
      texts: [name],
      side,
      within,
      weight: 1,
    })
    const parts = createSearchIndex([
      code('Mujeres', 'sex', returns),
      code('Guatemala', 'country', returns),
      code('Honduras', 'country', returns),
      code('Honduras', 'citizenship', returns),
      code('Guatemala', 'country', crossings),
    ])
    const pairs = (typed: string) =>
      parts
        .find(typed, 10)
        .map(({ entry: one, beside }) => [one.name, one.side, beside?.name, beside?.side])
    const both = [['Mujeres', 'sex', 'Guatemala', 'country']]
    expect(pairs('mujeres guatemala')).toEqual(both)
    expect(pairs('guatemala mujers')).toEqual(both)
    expect(pairs('retornos mujeres guatemala')).toEqual(both)
    expect(pairs('cruces mujeres guatemala')).toEqual([])
    expect(pairs('guatemala honduras')).toEqual([
      ['Guatemala', 'country', 'Honduras', 'citizenship'],
    ])
    expect(pairs('honduras')).toHaveLength(2)
  })

  test('finds a word in what an entry is part of, where another is its own', () => {
    const returns = ['Personas migrantes retornadas', 'Returned migrants', 'Retornos']
    const parts = createSearchIndex([
      { name: 'returns', texts: returns, weight: 1.6 },
      { name: 'GTM among returns', texts: ['Guatemala'], within: returns, weight: 1 },
      { name: 'GTM among crossings', texts: ['Guatemala'], within: ['Cruces'], weight: 1 },
      { name: 'women among returns', texts: ['Mujeres'], within: returns, weight: 1 },
    ])
    const names = (typed: string) => parts.find(typed, 10).map((hit) => hit.entry.name)
    expect(names('retornos guatemala')).toEqual(['GTM among returns'])
    expect(names('mujeres retornadas')).toEqual(['women among returns'])
    expect(names('guatemala')).toEqual(['GTM among returns', 'GTM among crossings'])
    expect(names('retornos')).toEqual(['returns'])
    expect(names('retornos mujeres guatemala')).toEqual([])
  })

  test('wants every word, and finds nothing rather than anything', () => {
    expect(found('remesas honduras')).toEqual([])
    expect(found('xyzzy')).toEqual([])
    expect(found('')).toEqual([])
    expect(found(' ,; ')).toEqual([])
  })

  test('of thousands of names is answered at once', () => {
    const many = createSearchIndex(
      Array.from({ length: 5000 }, (_, i) => entry(`n${i}`, [`Municipio ${i.toString(36)} norte`])),
    )
    expect(many.find('municipoi norte', 3)).toHaveLength(3)
  })
})

test('three letters are too few for a slip', () => {
  expect(wordLikeness('sex', 'set')).toBe(0)
  expect(wordLikeness('sexo', 'seco')).toBe(0.5)
})

test('a text of joining words alone is still searched for', () => {
  expect(searchWords('de la')).toEqual(['de', 'la'])
})
