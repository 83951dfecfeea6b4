import { describe, expect, test } from 'vitest'
import { readTable } from '../figure/reading.ts'
import { tableOf } from '../figure/testing-tables.ts'
import { barChart, lineChart } from './chart-of-table.ts'

const time = new Set(['time'])
const years = { id: 'time.year', codes: ['2020', '2021', '2022'] }
const letters = 'a b c d e f g h i j'.split(' ')
const ten = { id: 'citizenship', codes: letters }

describe('a line chart', () => {
  test('names the six largest series and leaves the others grey', () => {
    const values = letters.flatMap((_, rank) => [1, 1, rank])
    const table = tableOf([ten], [years], values)
    const charted = lineChart(readTable(table, time))
    const series = charted?.spec.kind === 'line' ? charted.spec.series : []
    expect(series.filter(({ hue }) => hue !== 'grey').map(({ key }) => key)).toEqual(
      'j i h g f e'.split(' '),
    )
    expect(charted?.notes).toContainEqual({ kind: 'grey-lines', count: 4 })
  })

  test('draws a period without a figure as a gap', () => {
    const gapped = { id: 'time.year', codes: ['2018', '2021'] }
    const charted = lineChart(readTable(tableOf([], [gapped], [5, 7]), time))
    expect(charted?.spec).toMatchObject({
      periods: ['2018', '2019', '2020', '2021'],
      series: [{ values: [5, null, null, 7] }],
    })
    expect(charted?.notes).toContainEqual({ kind: 'gaps' })
  })

  test('marks the year that the data do not fill', () => {
    const reading = readTable(tableOf([], [years], [5, 6, 1]), time)
    const charted = lineChart(reading, { first: '2020-01', last: '2022-03' })
    expect(charted?.spec).toMatchObject({ provisional: [false, false, true] })
  })

  test('needs time', () => {
    expect(
      lineChart(
        readTable(
          tableOf(
            [ten],
            [],
            letters.map(() => 1),
          ),
          time,
        ),
      ),
    ).toBeUndefined()
  })
})

describe('a bar chart', () => {
  test('stacks categories over time, the rest making up the total', () => {
    const values = letters.flatMap((_, rank) => [10, 10, rank])
    const table = tableOf([ten], [years], values)
    const charted = barChart(table, readTable(table, time))
    if (charted?.spec.kind !== 'column') throw new Error('no columns over time')
    const { series } = charted.spec
    expect(series).toHaveLength(7)
    const sums = [0, 1, 2].map((at) => series.reduce((sum, { values }) => sum + values[at]!, 0))
    expect(sums).toEqual(table.columnTotals)
  })

  test('shows the last whole period where categories do not add up', () => {
    const table = tableOf(
      [ten],
      [years],
      letters.flatMap((_, rank) => [1, rank, 1]),
      {
        rowTotals: null,
        columnTotals: null,
        grandTotal: null,
      },
    )
    const coverage = { first: '2020-01', last: '2022-06' }
    const charted = barChart(table, readTable(table, time), coverage)
    expect(charted?.spec.kind).toBe('bar')
    expect(charted?.notes).toContainEqual({ kind: 'only-period', period: '2021' })
  })

  test('gives each column of a table without time its own panel, in the order of the table', () => {
    const sexes = { id: 'sex', codes: ['F', 'M', '_U'] }
    const table = tableOf([{ id: 'mode', codes: ['air', 'land'] }], [sexes], [1, 2, 3, 4, 5, 6])
    const charted = barChart(table, readTable(table, time))
    expect(charted?.spec).toEqual({
      kind: 'bar',
      panels: [
        { label: 'the F', bars: [bar('the air', 1), bar('the land', 4)] },
        { label: 'the M', bars: [bar('the air', 2), bar('the land', 5)] },
        { label: 'the _U', bars: [bar('the air', 3), bar('the land', 6)] },
      ],
    })
  })

  test('says how many bars it leaves to the table', () => {
    const many = { id: 'citizenship', codes: Array.from({ length: 45 }, (_, n) => `c${n}`) }
    const table = tableOf(
      [many],
      [],
      many.codes.map((_, n) => n),
    )
    expect(barChart(table, readTable(table, time))?.notes).toEqual([
      { kind: 'more-bars', count: 15 },
    ])
  })

  test('of a table without a figure is none', () => {
    const table = tableOf(
      [ten],
      [],
      letters.map(() => null),
    )
    expect(barChart(table, readTable(table, time))).toBeUndefined()
  })
})

function bar(label: string, value: number) {
  return { label, value, rest: false }
}
