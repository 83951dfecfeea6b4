import { describe, expect, it } from 'vitest'
import { findIndicator, indicators } from './catalogue.ts'
import { gapMap } from './gap-map.ts'
import type { IndicatorRow } from './indicator.ts'
import { policyClass } from './sdg-10-7-2.ts'

const measure = (id: string, rows: readonly IndicatorRow[]) => findIndicator(id)!.measure(rows)
const valueOf = (id: string, ...rows: IndicatorRow[]) => measure(id, rows)[0]!.value

describe('indicators by their formulas', () => {
  it('rates take their factor', () => {
    const flows = { immigrants: '300', emigrants: '500', population: '100000' }
    expect(valueOf('crude-net-migration-rate', flows)).toBe(-2)
    expect(valueOf('migrant-share', { migrants: '50', population: '1000' })).toBe(5)
    expect(valueOf('sdg-17-3-2', { remittances_received: '24', gdp: '100' })).toBe(24)
    expect(valueOf('sdg-16-2-2', { victims: '3', population: '1000000' })).toBeCloseTo(0.3, 12)
    expect(valueOf('sdg-8-8-1', { injuries: '5', workers: '1000' })).toBe(500)
  })

  it('what is missing makes a gap that says what is missing, never a zero', () => {
    expect(
      measure('crude-net-migration-rate', [{ immigrants: '3', emigrants: null, population: '' }]),
    ).toEqual([{ value: null, part: '', missing: ['emigrants', 'population'] }])
    expect(valueOf('migrant-share', { migrants: '0', population: '10' })).toBe(0)
    expect(valueOf('migrant-share', { migrants: '1', population: '0' })).toBe(null)
  })

  it('refugees stand against the population of origin and the refugees, a region by the sum of both', () => {
    const large = { refugees: '1000', population_of_origin: '999000' }
    const small = { refugees: '500', population_of_origin: '500' }
    expect(valueOf('sdg-10-7-4', large)).toBe(100)
    expect(valueOf('sdg-10-7-4', small)).toBe(50_000)
    expect(valueOf('sdg-10-7-4', large, small)).toBeCloseTo((1500 / 1_001_000) * 1e5, 9)
  })

  it('recruitment cost is the median of each worker’s own ratio', () => {
    const worker = (recruitment_cost: string, first_month_earnings: string, weight = '1') => ({
      recruitment_cost,
      first_month_earnings,
      weight,
    })
    expect(
      valueOf('sdg-10-7-1', worker('300', '100'), worker('100', '100'), worker('50', '100')),
    ).toBe(1)
    expect(valueOf('sdg-10-7-1', worker('300', '100'), worker('100', '100'))).toBe(2)
    expect(valueOf('sdg-10-7-1', worker('300', '100', '5'), worker('100', '100'))).toBe(3)
    expect(measure('sdg-10-7-1', [worker('300', '100'), worker('', '100')])[0]).toMatchObject({
      value: 3,
      note: '1/2',
    })
    expect(valueOf('sdg-10-7-1', worker('300', '0'))).toBe(null)
  })

  it('remittance cost is fee and margin, SmaRT that of the three cheapest that qualify', () => {
    const service = (fee: string, exchange_margin: string, qualifies = 'yes') => ({
      fee,
      exchange_margin,
      qualifies,
    })
    const services = [
      service('2', '1'),
      service('4', '1'),
      service('1', '0.5', 'no'),
      service('6', '-1'),
      service('9', '3'),
    ]
    expect(valueOf('sdg-10-c-1', ...services)).toBeCloseTo((3 + 5 + 1.5 + 5 + 12) / 5, 12)
    expect(valueOf('sdg-10-c-1-smart', ...services)).toBeCloseTo(13 / 3, 12)
    expect(valueOf('sdg-10-c-1-smart', ...services.slice(0, 3))).toBe(null)
  })

  it('deaths in detention or camps, after a return or through exploitation are not counted', () => {
    const incident = (dead: string, missing: string, circumstance = '') => ({
      dead,
      missing,
      circumstance,
    })
    expect(
      valueOf(
        'sdg-10-7-3',
        incident('2', '3'),
        incident('5', '0', 'detention'),
        incident('1', '0'),
      ),
    ).toBe(6)
    expect(valueOf('sdg-10-7-3', incident('1', '0', 'camp'))).toBe(0)
    expect(valueOf('sdg-10-7-3', incident('1', ''))).toBe(null)
    expect(() => valueOf('sdg-10-7-3', incident('1', '0', 'war'))).toThrow(/none of/)
  })

  it('a number that is none and an amount below zero are refused', () => {
    expect(() => valueOf('migrant-share', { migrants: '1,000', population: '5' })).toThrow(
      /not a number/,
    )
    expect(() => valueOf('migrant-share', { migrants: '-1', population: '5' })).toThrow(
      /below zero/,
    )
  })
})

describe('migration policies (10.7.2)', () => {
  const answered = (answer: (domain: number, item: number) => string): IndicatorRow[] =>
    [1, 2, 3, 4, 5, 6].flatMap((domain) =>
      [1, 2, 3, 4, 5].map((item) => ({
        domain: String(domain),
        item: String(item),
        answer: answer(domain, item),
      })),
    )
  const overall = (rows: IndicatorRow[]) => measure('sdg-10-7-2', rows)[0]!

  it('exactly 80 meets, whatever items make it', () => {
    for (let first = 0; first < 30; first += 1) {
      const rows = answered((domain, item) => {
        const at = (domain - 1) * 5 + item - 1
        return (at - first + 30) % 30 < 24 ? 'yes' : 'no'
      })
      expect(overall(rows)).toMatchObject({ value: 80, note: 'meets' })
    }
  })

  it('halves of domain 1 make 80 too', () => {
    const rows = answered((domain, item) =>
      domain === 1 ? (item < 3 ? 'legal-status-only' : 'yes') : domain === 6 ? 'no' : 'yes',
    )
    expect(measure('sdg-10-7-2', rows).slice(0, 2)).toMatchObject([
      { part: 'overall', value: 80, note: 'meets' },
      { part: 'domain-1', value: 80, note: 'meets' },
    ])
  })

  it('the classes change at 40, 80 and 100', () => {
    const of = (halves: number) => policyClass(halves, 30)
    expect([23, 24, 47, 48, 59, 60].map(of)).toEqual([
      'requires-further-progress',
      'partially-meets',
      'partially-meets',
      'meets',
      'meets',
      'fully-meets',
    ])
    expect([3, 4, 7, 8, 9, 10].map((halves) => policyClass(halves, 5))).toEqual([
      'requires-further-progress',
      'partially-meets',
      'partially-meets',
      'meets',
      'meets',
      'fully-meets',
    ])
  })

  it('what is missing counts nothing, and an item twice or a half outside domain 1 is refused', () => {
    expect(overall(answered(() => 'yes').slice(0, 15))).toMatchObject({ value: 50 })
    expect(overall(answered(() => ''))).toMatchObject({ value: 0 })
    const rows = answered(() => 'yes')
    expect(() => overall([...rows, rows[0]!])).toThrow(/twice/)
    expect(() => overall(answered(() => 'legal-status-only'))).toThrow(/domain 1 alone/)
  })
})

describe('the catalogue and the gap map', () => {
  it('every indicator names its source, unit and inputs in three languages', () => {
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length)
    for (const { title, unit, inputs, source } of indicators) {
      expect(source).not.toBe('')
      for (const text of [title, unit, ...inputs.map(({ meaning }) => meaning)]) {
        expect(Object.values(text).every((words) => words.length > 0)).toBe(true)
      }
    }
  })

  it('tells available from partial and missing, and why', () => {
    const rows: Record<string, IndicatorRow[]> = {
      GTM: [{ migrants: '5', population: '100' }],
      SLV: [{ migrants: '5', population: '' }],
      HND: [],
    }
    const wanted = Object.keys(rows).map((country) => ({ country, year: 2023, disaggregation: '' }))
    const cells = gapMap(findIndicator('migrant-share')!, wanted, ({ country }) => rows[country]!)
    expect(cells.map(({ status, missing }) => [status, missing])).toEqual([
      ['available', []],
      ['partial', ['population']],
      ['missing', ['migrants', 'population']],
    ])
  })
})
