import { describe, expect, test } from 'vitest'
import { makeDimension } from '../table/dimension.ts'
import { makeProgramme } from '../table/programme.ts'
import { checkAdditivity } from '../table/figures.ts'
import { dominanceLevel } from './dominance.ts'
import { groupLevel } from './group.ts'
import { isWithheld } from './nationality.ts'
import { pPercentLevel } from './p-percent.ts'
import { thresholdLevel } from './threshold.ts'

describe('primary rules', () => {
  test('one person makes a cell sensitive, whatever the number of crossings', () => {
    expect(thresholdLevel(200, 1, 3, 10)).toBe(20)
    expect(thresholdLevel(1, 1, 3)).toBe(2)
    expect(thresholdLevel(0, 0, 3)).toBeUndefined()
  })

  test('p % protects the largest from the second largest', () => {
    // Hundepool et al. (2012), section 4.2: X = 100, x1 = 50, x2 = 45, p = 15
    expect(pPercentLevel(100, [50, 45], 15)).toBe(2.5)
    expect(pPercentLevel(100, [50, 30], 15)).toBeUndefined()
    expect(pPercentLevel(100, [60, 20, 18], 15, 2)).toBe(7)
  })

  test('dominance protects by the usual upper level', () => {
    expect(dominanceLevel(100, [80], 1, 80)).toBeUndefined()
    expect(dominanceLevel(120, [100, 15], 2, 75)).toBeCloseTo(33.333, 3)
  })

  test('a cell that holds nearly everyone of its parent is sensitive', () => {
    expect(groupLevel(20, 20, 0)).toBe(1)
    expect(groupLevel(18, 20, 1)).toBeUndefined()
  })

  test('asylum by nationality is withheld from the country of nationality and from the public', () => {
    const rule = { dimension: 'citizenship', purpose: 'purpose', codes: ['asylum'] }
    const cell = (codes: Record<string, string>) => (name: string) => codes[name]
    const asylum = cell({ citizenship: 'HND', purpose: 'asylum' })
    expect(isWithheld(rule, asylum)).toBe(true)
    expect(isWithheld({ ...rule, towards: 'HND' }, asylum)).toBe(true)
    expect(isWithheld({ ...rule, towards: 'GTM' }, asylum)).toBe(false)
    expect(isWithheld(rule, cell({ citizenship: '_T', purpose: 'asylum' }))).toBe(false)
    expect(isWithheld(rule, cell({ citizenship: 'HND', purpose: 'work' }))).toBe(false)
  })
})

describe('hierarchies and margins', () => {
  const lines = [
    { code: 'GT', parent: '' },
    { code: 'GT01', parent: 'GT' },
    { code: 'GT02', parent: 'GT' },
  ]

  test('a parent that is not in the hierarchy is refused by name', () => {
    const broken = [{ code: 'GT01', parent: 'GT' }]
    expect(() => makeDimension('place', ['GT01'], broken)).toThrow(/“GT01” has the parent “GT”/)
  })

  test('a circle, a code given twice and a record above the leaves are refused', () => {
    const circle = [
      { code: 'a', parent: 'b' },
      { code: 'b', parent: 'a' },
    ]
    expect(() => makeDimension('place', ['a'], circle)).toThrow(/own ancestor/)
    expect(() => makeDimension('place', ['GT'], [...lines, lines[0]!])).toThrow(/stands twice/)
    expect(() => makeDimension('place', ['GT', 'GT01'], lines)).toThrow(/codes below it/)
    expect(() => makeDimension('place', ['XX'], lines)).toThrow(/not in its hierarchy/)
  })

  test('a margin that two linked tables share is one cell', () => {
    const sex = makeDimension('sex', ['F', 'M'])
    const place = makeDimension('place', ['GT01', 'GT02'], lines)
    const age = makeDimension('age', ['young', 'old'])
    const programme = makeProgramme(
      [sex, place, age],
      [
        [0, 1],
        [1, 2],
      ],
    )
    // 3 × 4 and 4 × 3 cells, of which the four places (with their total) are shared
    expect(programme.cellCount).toBe(12 + 12 - 4)
  })

  test('the first margin that does not add up is named', () => {
    const sex = makeDimension('sex', ['F', 'M'])
    const programme = makeProgramme([sex], [[0]])
    expect(() => checkAdditivity(programme, Float64Array.of(3, 4, 8), 'sex')).toThrow(
      /margin sex _T says 8 and its parts add to 7/,
    )
  })
})
