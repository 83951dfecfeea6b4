import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testCube } from '../testing-table.ts'
import type { TableResult } from '../table.ts'
import {
  everyCode,
  findFlowEnds,
  gatherCorridors,
  layoutSankey,
  otherPlaces,
  populationPyramid,
  readCorridors,
  sliceTable,
  type Corridor,
} from './index.ts'

const crossing = (age: string, sex: string, time: string, value: number) => ({
  age,
  sex,
  time,
  country: 'SLV',
  value,
})
const crossings = testCube('movements', [
  crossing('Y20T24', 'F', '2019-03', 5),
  crossing('Y20T24', 'M', '2019-04', 7),
  crossing('Y0T4', 'F', '2020-03', 2),
  crossing('Y0T4', '_U', '2020-03', 1),
  crossing('_U', 'M', '2020-03', 4),
])

const stock = (origin: string, destination: string, value: number, time = '2019') => ({
  origin,
  destination,
  time,
  value,
})
const stocks = testCube('un-migrant-stock', [
  stock('NIC', 'CRI', 300),
  stock('NIC', 'CRI', 250, '2015'),
  stock('SLV', 'USA', 900),
  stock('GTM', 'USA', 800),
  stock('HND', 'USA', 700),
  stock('NIC', 'USA', 100),
  stock('USA', 'CRI', 50),
])
const areas = new Set(['origin', 'destination'])

describe('a slice of a table', () => {
  const table = crossings.table('rows=age,sex&columns=time.year')

  test('takes of time the last period that is whole, and of the rest all that adds up', () => {
    const slice = sliceTable(table, ['age'], {}, (code) => code !== '2020')
    expect(slice.chosen).toEqual({ sex: everyCode, 'time.year': '2019' })
    expect(slice.cell('Y20T24')).toEqual({ value: 12 })
    expect(slice.cell('Y99')).toEqual({ value: null, status: 'missing' })
  })

  test('takes what is asked for, if the table has it', () => {
    const slice = sliceTable(table, ['age'], { sex: 'M', 'time.year': everyCode })
    expect(slice.chosen).toEqual({ sex: 'M', 'time.year': everyCode })
    expect(slice.cell('Y20T24')).toEqual({ value: 7 })
    expect(sliceTable(table, ['age'], { sex: 'X' }).chosen['sex']).toBe(everyCode)
  })

  test('never adds what cannot be added: stocks of several years', () => {
    const byYear = stocks.table('rows=origin,destination&columns=time')
    const slice = sliceTable(byYear, ['origin', 'destination'], { time: everyCode })
    expect(slice.chosen['time']).toBe('2019')
    expect(slice.choices[0]).toMatchObject({ isTime: true, canBeWhole: false })
  })

  test('hides a sum with a cell that is hidden', () => {
    const hidden: TableResult = {
      ...table,
      values: table.values.map(() => null),
      statuses: Object.fromEntries(table.values.map((_, at) => [at, 'suppressed' as const])),
    }
    expect(sliceTable(hidden, ['age'], {}).cell('Y20T24').status).toBe('suppressed')
  })
})

describe('a population pyramid', () => {
  test('has women and men by age, the youngest first, and counts what it cannot place', () => {
    const pyramid = populationPyramid(crossings.table('rows=age&columns=sex'), {})!
    expect(pyramid.bands.map(({ code, women, men }) => [code, women.value, men.value])).toEqual([
      ['Y0T4', 2, 0],
      ['Y20T24', 5, 7],
    ])
    expect(pyramid.unplaced).toBe(5)
  })

  test('needs age and sex', () => {
    expect(populationPyramid(crossings.table('rows=age&columns=time.year'), {})).toBeUndefined()
    expect(populationPyramid(crossings.table('rows=sex&columns=country'), {})).toBeUndefined()
  })
})

describe('corridors', () => {
  const table = stocks.table('rows=destination&columns=origin,time')

  test('run from the origin to the destination, wherever these stand', () => {
    expect(findFlowEnds(table, areas)).toEqual({ from: 'origin', to: 'destination' })
    const movements = crossings.table('rows=country&columns=citizenship.region')
    expect(findFlowEnds(movements, new Set(['country', 'citizenship']))).toEqual({
      from: 'citizenship.region',
      to: 'country',
    })
    expect(findFlowEnds(stocks.table('rows=origin'), areas)).toBeUndefined()
    const levels = stocks.table('rows=origin,origin.region')
    expect(findFlowEnds(levels, areas)).toBeUndefined()
  })

  test('are listed from the greatest down, for one period', () => {
    const { list, total, slice } = readCorridors(table, findFlowEnds(table, areas)!, {})!
    expect(list.slice(0, 2).map(({ from, to, value }) => [from.code, to.code, value])).toEqual([
      ['SLV', 'USA', 900],
      ['GTM', 'USA', 800],
    ])
    expect(total).toBe(2850)
    expect(slice.chosen).toEqual({ time: '2019' })
  })

  test('keep what stays within a place and what has none apart', () => {
    const odd = testCube('un-migrant-stock', [stock('USA', 'USA', 5), stock('_U', 'USA', 7)])
    const own = odd.table('rows=destination&columns=origin')
    expect(readCorridors(own, findFlowEnds(own, areas)!, {})).toMatchObject({
      list: [],
      within: 5,
      unplaced: 7,
      total: 12,
    })
  })

  test('are none where a figure is negative', () => {
    const change = stocks.table('rows=destination&columns=origin,time&show=difference')
    const negative = {
      ...change,
      values: change.values.map((value) => (value === null ? null : -1)),
    }
    expect(readCorridors(negative, findFlowEnds(change, areas)!, {})).toBeUndefined()
  })

  test('gathered, add up to all of them', () => {
    const { list } = readCorridors(table, findFlowEnds(table, areas)!, {})!
    const gathered = gatherCorridors(list, 2, 'Others')
    expect(gathered.reduce((sum, { value }) => sum + value, 0)).toBe(2850)
    expect(gathered.map(({ from }) => from.code)).toContain(otherPlaces)
    // Two destinations and no more: none of them is "others".
    expect(gathered.map(({ to }) => to.code)).not.toContain(otherPlaces)
  })
})

describe('a Sankey drawing', () => {
  const place = fc.constantFrom('A', 'B', 'C', 'D', otherPlaces)
  const corridors = fc
    .uniqueArray(fc.record({ from: place, to: place, value: fc.integer({ min: 1, max: 1e6 }) }), {
      minLength: 1,
      maxLength: 20,
      selector: ({ from, to }) => from + to,
    })
    .map((list) =>
      list.map(({ from, to, value }): Corridor => ({
        from: { code: from, label: from },
        to: { code: to, label: to },
        value,
      })),
    )

  test('fills each place with its bands, and no more than its height, whatever the corridors', () => {
    fc.assert(
      fc.property(corridors, (list) => {
        const { nodes, bands } = layoutSankey(list, 400, 8)
        for (const node of nodes) {
          const own = bands.filter((band) => band[node.side].code === node.code)
          const thickness = own.reduce((sum, band) => sum + band.thickness, 0)
          expect(thickness).toBeCloseTo(node.height, 6)
          expect(node.top).toBeGreaterThanOrEqual(-1e-6)
          expect(node.top + node.height).toBeLessThanOrEqual(400 + 1e-6)
          const side = node.side === 'from' ? 'fromTop' : 'toTop'
          for (const band of own) expect(band[side]).toBeGreaterThanOrEqual(node.top - 1e-6)
        }
      }),
    )
  })

  test('of nothing is empty', () => {
    expect(layoutSankey([], 400, 8)).toEqual({ nodes: [], bands: [] })
  })

  test('puts what is gathered last', () => {
    const list: Corridor[] = [
      { from: { code: otherPlaces, label: '' }, to: { code: 'B', label: 'B' }, value: 90 },
      { from: { code: 'A', label: 'A' }, to: { code: 'B', label: 'B' }, value: 10 },
    ]
    expect(layoutSankey(list, 100, 0).nodes.map(({ code }) => code)).toEqual([
      'A',
      otherPlaces,
      'B',
    ])
  })
})
