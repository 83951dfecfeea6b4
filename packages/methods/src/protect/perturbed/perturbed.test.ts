import { describe, expect, test } from 'vitest'
import { cubeDomain, findCube, findReference, type CubeQuery } from '../../measure/index.ts'
import { Xoshiro128 } from '../../numerics/index.ts'
import { averagingAttack, type Estimate } from '../attack/averaging.ts'
import { cellKey } from '../cell-keys/cell-key.ts'
import { makePerturbationTable } from '../cell-keys/perturbation-table.ts'
import { fixCells } from './fixed-cells.ts'
import { perturbFigure } from './perturb-figure.ts'

const table = makePerturbationTable({ variance: 4, bound: 8, smallest: 3 })

describe('the figure of a cell', () => {
  test('of persons with one record each is the perturbed count of persons', () => {
    const cell = { persons: 40, key: 123456789, value: 40, largest: 1 }
    const shown = perturbFigure(table, cell, 0)
    expect(Math.abs(shown - 40)).toBeLessThanOrEqual(8)
    // a second measure of the same persons and figure has the same noise: it is the same count
    expect(perturbFigure(table, cell, 1)).toBe(shown)
  })

  test('of crossings has noise as large as the largest part of one person, and none of its own at 0', () => {
    const generator = new Xoshiro128(3)
    let far = 0
    for (let draw = 0; draw < 2000; draw += 1) {
      const cell = { persons: 50, key: generator.uint32(), value: 5000, largest: 30 }
      const change = Math.abs(perturbFigure(table, cell, 0) - 5000)
      expect(change % 30).toBe(0)
      expect(change).toBeLessThanOrEqual(240)
      if (change >= 30) far += 1
    }
    expect(far).toBeGreaterThan(1000)
    const nothing = { persons: 50, key: 9, value: 0, largest: 0 }
    expect(perturbFigure(table, nothing, 1)).toBe(0)
  })

  test('of few persons is 0 or at least the smallest count, however many records they have', () => {
    const generator = new Xoshiro128(4)
    const seen = new Set<boolean>()
    for (let draw = 0; draw < 500; draw += 1) {
      const cell = { persons: 1, key: generator.uint32(), value: 4, largest: 4 }
      const shown = perturbFigure(table, cell, 0)
      seen.add(shown === 0)
      expect(shown === 0 || shown >= 3).toBe(true)
    }
    expect(seen.size).toBe(2)
  })
})

describe('fixed cells', () => {
  const cube = findCube('returns')!
  const domain = cubeDomain(
    cube,
    {
      ...Object.fromEntries(cube.dimensions.map(({ id }) => [id, []])),
      age: Array.from({ length: 90 }, (_, age) => String(age)).map(
        (age) => `Y${age.padStart(2, '0')}`,
      ),
      time: ['2019-01', '2019-02', '2020-01'],
    },
    new Map(),
  )
  const asked = (rows: string[], where: Record<string, string[]>): CubeQuery => ({
    measure: cube.measures[0]!,
    rows: rows.map((id) => findReference(cube, id)!),
    columns: [],
    where: Object.entries(where).map(([id, codes]) => ({
      reference: findReference(cube, id)!,
      codes,
    })),
    margins: { rows: true, columns: true, grand: true },
    maxCells: 100,
  })

  test('hold a dimension at one code, and go along one of which several are asked for', () => {
    const held = fixCells(asked([], { 'time.year': ['2019'] }), domain)
    expect(held).toMatchObject({ axes: [], held: [{ code: '2019' }] })
    const along = fixCells(asked([], { time: ['2019-01', '2020-01'] }), domain)
    expect(along.axes[0]!.codes).toEqual(['2019-01', '2020-01'])
    const nested = fixCells(asked(['time'], { 'time.year': ['2019'] }), domain)
    expect(nested.axes[0]!.codes).toEqual(['2019-01', '2019-02'])
  })

  test('never join two levels that cut across each other', () => {
    expect(() => fixCells(asked(['age.group'], { 'age.childhood': ['Y00T05'] }), domain)).toThrow(
      expect.objectContaining({ code: 'protect-methods.levels-cross' }),
    )
  })

  test('cross five dimensions at most, and do not count what is held at its whole', () => {
    const indicators = findCube('indicators')!
    const occurring = Object.fromEntries(
      indicators.dimensions.map(({ id, shownAlone }) => [id, shownAlone ? [shownAlone, 'F'] : []]),
    )
    const own = cubeDomain(indicators, { ...occurring, age: ['_T'] }, new Map())
    const shown = ['indicator', 'country', 'time', 'citizenship_status', 'birth_status']
    const cut = (codes: Record<string, string[]>) =>
      fixCells(
        {
          rows: shown.map((id) => findReference(indicators, id)!),
          columns: [],
          where: Object.entries(codes).map(([id, held]) => ({
            reference: findReference(indicators, id)!,
            codes: held,
          })),
        },
        own,
      )
    expect(cut({ sex: ['_T'], age: ['_T'] }).axes).toHaveLength(5)
    expect(() => cut({ sex: ['F'], age: ['_T'] })).toThrow(/crosses 6 dimensions.*status, sex\)/)
  })

  test('leave averaging too few figures to pin a number of persons', () => {
    // every cut of a population by up to five of seven dimensions, as the service offers them
    const sizes = [2, 2, 3, 3, 4, 6, 5]
    const generator = new Xoshiro128(11)
    const runs = 60
    let square = 0
    let claimed = 0
    for (let run = 0; run < runs; run += 1) {
      const persons = Array.from({ length: 400 }, () => ({
        key: generator.uint32(),
        codes: sizes.map((size) => generator.uint32() % size),
      }))
      const estimates: Estimate[] = []
      for (let cut = 0; cut < 2 ** sizes.length; cut += 1) {
        const kept = sizes.flatMap((_, d) => ((cut >> d) & 1 ? [d] : []))
        if (kept.length > 5) continue
        const cells = new Map<string, number[]>()
        for (const { key, codes } of persons) {
          const name = kept.map((d) => codes[d]).join()
          cells.set(name, [...(cells.get(name) ?? []), key])
        }
        const value = [...cells.values()].reduce((sum, keys) => {
          const n = keys.length
          return (
            sum + perturbFigure(table, { persons: n, key: cellKey(keys), value: n, largest: 1 }, 0)
          )
        }, 0)
        estimates.push({ value, noisyCells: cells.size })
      }
      const { estimate, variance } = averagingAttack(estimates, table.parameters.variance)
      square += (estimate - persons.length) ** 2
      claimed += variance
    }
    // one person more or less is no further than the error of the best average
    expect(claimed / runs).toBeGreaterThan(0.5)
    expect(square / runs).toBeGreaterThan(0.25)
  })
})
