import { describe, expect, test } from 'vitest'
import { codeOn, isKnownOn, listTurns } from './code-in-force.ts'
import { getCodeList } from './code-lists/index.ts'

const municipalities = getCodeList('municipalities')
const codes = new Map(municipalities.codes.map((code) => [code.code, code]))
const salvadoran = municipalities.codes.flatMap(({ code, parent = '', validTo, replacedBy }) =>
  parent.startsWith('SV') && validTo !== undefined && replacedBy !== undefined
    ? [{ code, until: validTo, by: replacedBy }]
    : [],
)

describe('the municipalities of El Salvador', () => {
  test('were 262 until 30 April 2024 and have been 44 since', () => {
    expect(salvadoran).toHaveLength(262)
    expect(new Set(salvadoran.map(({ until }) => until))).toEqual(new Set(['2024-04-30']))
    expect(new Set(salvadoran.map(({ by }) => by)).size).toBe(44)
    expect(listTurns(municipalities)).toContain('2024-04-30')
  })

  test('lie whole in a new one of the same department, in force the next day', () => {
    for (const { code, by } of salvadoran) {
      expect(codes.get(by)?.parent).toBe(codes.get(code)?.parent)
      expect(isKnownOn(municipalities, by, '2024-05-01')).toBe(true)
      expect(isKnownOn(municipalities, by, '2024-04-30')).toBe(false)
    }
  })

  test('are as many by department as the law of 2023 says', () => {
    const counts = new Map<string, number>()
    for (const { by } of salvadoran) counts.set(by, (counts.get(by) ?? 0) + 1)
    expect(counts.get(codeNamed('Chalatenango Sur'))).toBe(20)
    expect(counts.get(codeNamed('La Paz Centro'))).toBe(12)
    expect(counts.get(codeNamed('Morazán Sur'))).toBe(15)
    expect(counts.get(codeNamed('Santa Ana Centro'))).toBe(1)
  })

  test('keep their code on their last day and take the new one on the next', () => {
    const apopa = codeNamed('Apopa')
    expect(codeOn(municipalities, apopa, '2024-04-30')).toBe(apopa)
    expect(codeOn(municipalities, apopa, '2024-05-01')).toBe(codeNamed('San Salvador Oeste'))
    expect(codeOn(municipalities, apopa, null)).toBe(apopa)
  })
})

test('a code that nothing replaces stays what it is', () => {
  expect(codeOn(getCodeList('countries'), 'YUG', '2024-01-01')).toBe('YUG')
  expect(codeOn(municipalities, '_U', '2024-06-01')).toBe('_U')
})

test('codes that replace each other in a circle do not hold anybody up', () => {
  const label = { es: 'x', en: 'x', fr: 'x' }
  const list = {
    ...municipalities,
    codes: [
      { code: 'A', label, validTo: '2000-01-01', replacedBy: 'B' },
      { code: 'B', label, validTo: '2000-01-01', replacedBy: 'A' },
    ],
  }
  expect(['A', 'B']).toContain(codeOn(list, 'A', '2010-01-01'))
})

function codeNamed(name: string): string {
  return municipalities.codes.find(({ code, label }) => label.es === name && code.startsWith('S'))!
    .code
}
