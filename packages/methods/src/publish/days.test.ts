import { describe, expect, test } from 'vitest'
import { testCube } from './testing-table.ts'

const onDays = (days: readonly string[]) =>
  testCube(
    'movements',
    days.map((time) => ({ country: 'SLV', time, direction: 'arrival', crossings: 1 })),
  )

/** Every day from one to another, both included. */
function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000) {
    days.push(new Date(day).toISOString().slice(0, 10))
  }
  return days
}

describe('a cube whose records have days', () => {
  const cube = onDays(daysBetween('2019-12-30', '2020-03-10'))
  const periods = (query: string) => cube.table(query).rowKeys.map(([code]) => code)

  test('a range of days is those days, not their months', () => {
    expect(periods('rows=time&where=time:2020-01-30..2020-02-02')).toEqual(
      daysBetween('2020-01-30', '2020-02-02'),
    )
  })

  test('a range from a day to a month goes to the end of the month', () => {
    expect(periods('rows=time&where=time:2020-02-27..2020-02')).toEqual(
      daysBetween('2020-02-27', '2020-02-29'),
    )
    expect(periods('rows=time.month&where=time:2019..2020-01')).toEqual(['2019-12', '2020-01'])
  })
})

describe('a condition that names no level', () => {
  const cube = testCube('movements', [
    { country: 'SLV', time: '2020-01-31', age: 'Y20', crossings: 1 },
    { country: 'SLV', time: '2020-02-01', age: 'Y24', crossings: 2 },
    { country: 'SLV', time: '2020-02-02', age: 'Y25', crossings: 4 },
    { country: 'SLV', time: '2021-02-02', age: 'Y20', crossings: 8 },
  ])
  const total = (where: string) => cube.table(`rows=country&where=${where}`).values[0]

  test.each([
    ['time:2020-02', 6],
    ['time:2020-01,2021-02', 9],
    ['time:2020-Q1', 7],
    ['time:2020', 7],
    ['time:2020-01..2020-02', 7],
    ['time:2020-02..2021', 14],
    ['time:2020-02-02', 4],
    ['age:Y20T24', 11],
    ['age:Y20', 9],
    ['age:Y15T24', 11],
  ])('%s is understood of the level that its codes are of', (where, expected) => {
    expect(total(where)).toBe(expected)
  })

  test('a month without records is none, not a mistake', () => {
    expect(cube.table('rows=country&where=time:2020-05').notes.join()).toContain('May 2020')
  })
})

describe('a change on the year before', () => {
  const cube = testCube('movements', [
    { country: 'SLV', time: '2019-02-01', crossings: 2 },
    { country: 'SLV', time: '2019-03-05', crossings: 10 },
    { country: 'SLV', time: '2019-03-20', crossings: 5 },
    { country: 'SLV', time: '2019-04-01', crossings: 1 },
    { country: 'SLV', time: '2020-02-29', crossings: 3 },
    { country: 'SLV', time: '2020-03-05', crossings: 12 },
    { country: 'SLV', time: '2020-04-02', crossings: 4 },
  ])
  const change = (query: string) => cube.table(`${query}&show=difference`).values.at(-1)

  test('counts the days that have no records in one of the two', () => {
    expect(change('columns=time.year')).toBe(19 - 18)
    expect(change('columns=time.year&where=time:2019-03,2020-03')).toBe(12 - 15)
    expect(change('columns=time.year&where=time.month:2019-03,2019-04,2020-03,2020-04')).toBe(0)
  })

  test('compares the days that a condition leaves with the same days', () => {
    expect(change('columns=time.year&where=time:2019-03-05,2020-03-05')).toBe(2)
  })
})

describe('a period of days is a part only where its months are, or its days end early', () => {
  const incomplete = (days: readonly string[], query: string) =>
    onDays(days)
      .table(query)
      .notes.filter((note) => note.includes('incomplete'))

  test('a year of 365 days lacks nothing beside a leap year', () => {
    const days = daysBetween('2020-01-01', '2021-12-31')
    expect(incomplete(days, 'rows=time.year')).toEqual([])
    expect(incomplete(days, 'rows=time.month')).toEqual([])
  })

  test('a day without records at the end of a year is no gap', () => {
    const days = daysBetween('2020-01-01', '2021-12-30').filter((day) => !day.endsWith('-15'))
    expect(incomplete(days, 'rows=time.year')).toEqual([])
    expect(incomplete(days, 'rows=time.month')).toEqual([])
  })

  test('a year of two months and a month of ten days are said to be incomplete', () => {
    const days = daysBetween('2020-01-01', '2021-02-10')
    expect(incomplete(days, 'rows=time.year')).toEqual([
      '2021 is incomplete: the cube holds January 2021 to February 2021 only.',
    ])
    expect(incomplete(days, 'rows=time.month').join()).toContain('February 2021 is incomplete')
  })
})
