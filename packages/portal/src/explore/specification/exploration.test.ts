import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapMarks } from '@caudal/methods/publish/map'
import { Refusal } from '@caudal/methods/vocabulary'
import {
  exploreSearch,
  readExploration,
  views,
  writeExploration,
  type Exploration,
} from './exploration.ts'
import { readSearch, writeSearch } from './search-text.ts'

const opening = { rows: ['country'], columns: ['time.year'] }

const name = fc.constantFrom('country', 'time', 'time.year', 'sex', 'age.five-years', 'border_post')
const code = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text)
const condition = fc.oneof(
  fc.record({ dimension: name, latest: fc.integer({ min: 1, max: 999 }) }),
  fc.record({ dimension: name, codes: fc.uniqueArray(code, { minLength: 1, maxLength: 3 }) }),
  fc.record({ dimension: name, range: fc.tuple(code, code) }),
)
const exploration: fc.Arbitrary<Exploration> = fc.record({
  spec: fc
    .record(
      {
        rows: fc.uniqueArray(name, { maxLength: 3 }),
        columns: fc.uniqueArray(name, { maxLength: 3 }),
        where: fc.array(condition, { maxLength: 3 }),
        measure: fc.constantFrom('crossings', 'persons'),
        show: fc.constantFrom('row-share', 'year-change', 'index', 'rate-incidents'),
        sort: fc.constantFrom('label', '-label', 'total', '-total', 'last', '-last'),
        top: fc.integer({ min: 1, max: 500 }),
      },
      { requiredKeys: ['rows', 'columns', 'where'] },
    )
    .map((spec) => spec as Exploration['spec']),
  view: fc.constantFrom(...views),
  totals: fc.constantFrom('first', 'last'),
  map: fc
    .record(
      {
        mark: fc.constantFrom(...mapMarks),
        labels: fc.constant(true as const),
        chosen: fc.uniqueArray(fc.stringMatching(/^[A-Z0-9_-]{1,5}$/), { minLength: 1 }),
      },
      { requiredKeys: [] },
    )
    .map((map) => map as Exploration['map']),
  at: fc.dictionary(name, code, { noNullPrototype: true }),
})

describe('the address of a table', () => {
  test('is read back as the table it was written from', () => {
    fc.assert(
      fc.property(exploration, (shown) => {
        const address = writeSearch({ ...writeExploration(shown) })
        const read = readExploration(exploreSearch(readSearch(address)), opening)
        expect(read).toEqual(shown)
      }),
    )
  })

  test('is readable by people', () => {
    const shown: Exploration = {
      spec: {
        rows: ['citizenship', 'sex'],
        columns: ['time.year'],
        where: [
          { dimension: 'country', codes: ['SLV', 'GTM'] },
          { dimension: 'time.year', range: ['2018', '2020'] },
        ],
        top: 10,
      },
      view: 'line',
      totals: 'last',
      map: {},
      at: {},
    }
    expect(writeSearch({ ...writeExploration(shown) })).toBe(
      '?rows=citizenship,sex&columns=time.year&where=country:SLV,GTM;time.year:2018..2020&top=10&view=line',
    )
  })

  test('without rows and columns is the opening table of the cube', () => {
    expect(readExploration({ where: 'sex:F' }, opening).spec).toEqual({
      ...opening,
      where: [{ dimension: 'sex', codes: ['F'] }],
    })
  })

  test('with empty rows is a table of one figure, not the opening table', () => {
    expect(readExploration({ rows: '' }, opening).spec.rows).toEqual([])
  })

  test('that cannot be understood is refused with words', () => {
    expect(() => readExploration({ rows: 'sex', where: 'no colon' }, opening)).toThrow(Refusal)
  })

  test('with an unknown view shows the table', () => {
    expect(readExploration({ view: 'hologram' }, opening).view).toBe('table')
  })
})
