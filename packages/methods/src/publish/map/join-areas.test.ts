import { describe, expect, test } from 'vitest'
import { joinAreas, plainName } from './join-areas.ts'

const known = [
  { code: 'GT01', name: 'Guatemala', also: ['GT-GU', 'GT.GU'] },
  { code: 'GT09', name: 'Quetzaltenango', also: ['GT-QZ'] },
  { code: 'GT17', name: 'Petén', also: ['GT-PE'] },
]

describe('areas of a table and of a boundary set', () => {
  test('meet by official code', () => {
    const { found, missing } = joinAreas([{ code: 'GT09', label: 'Xela' }], known)
    expect([...found]).toEqual([['GT09', 'GT09']])
    expect(missing).toEqual([])
  })

  test('meet by another official code', () => {
    expect(joinAreas([{ code: 'GT-PE', label: 'Petén' }], known).found.get('GT-PE')).toBe('GT17')
  })

  test('meet by name without accents or the word department, and this is said', () => {
    const join = joinAreas([{ code: '17', label: 'Departamento de PETEN' }], known)
    expect(join.found.get('17')).toBe('GT17')
    expect(join.byName).toEqual(['17'])
  })

  test('do not meet by a name that two areas share', () => {
    const twins = [
      { code: 'A', name: 'La Paz' },
      { code: 'B', name: 'La Paz' },
    ]
    expect(joinAreas([{ code: 'x', label: 'La Paz' }], twins).missing).toEqual(['x'])
  })

  test('are counted as missing where no boundary answers', () => {
    const join = joinAreas(
      [
        { code: 'GT01', label: 'Guatemala' },
        { code: 'GT99', label: 'Otro' },
      ],
      known,
    )
    expect(join.missing).toEqual(['GT99'])
  })

  test('never share one boundary', () => {
    const join = joinAreas(
      [
        { code: 'GT01', label: 'Guatemala' },
        { code: 'GT-GU', label: 'Guatemala' },
      ],
      known,
    )
    expect([...join.found.keys()]).toEqual(['GT01'])
    expect(join.missing).toEqual(['GT-GU'])
  })
})

test('a name that is only the word for a kind of area stays', () => {
  expect(plainName('Distrito')).toBe('distrito')
  expect(plainName('Northland Region')).toBe('northland')
  expect(plainName("Hawke's Bay Region")).toBe('hawke s bay')
})
