import { describe, expect, test } from 'vitest'
import { languages, type Language } from '@caudal/methods/vocabulary'
import { loadWords } from '../../words/catalogue.ts'
import { titleOf } from './finding-title.ts'
import { readTable } from './reading.ts'
import { subtitleOf } from './subtitle.ts'
import { summarise } from './summary.ts'
import { tableOf } from './testing-tables.ts'

const time = new Set(['time'])
const years = { id: 'time.year', codes: ['2020', '2021', '2022', '2023'] }
const modes = { id: 'mode', codes: ['air', 'land', 'sea'] }
const grown = [100, 150, 200, 300, 800, 900, 1000, 1200, 10, 20, 30, 40]

async function titles(values: (number | null)[], change = {}): Promise<string[]> {
  const table = tableOf([modes], [years], values, change)
  return Promise.all(
    languages.map(async (language) => {
      const words = await loadWords(language)
      return titleOf(table, readTable(table, time), undefined, words, language)
    }),
  )
}

describe('the title of a figure', () => {
  test('says the change in three languages', async () => {
    expect(await titles(grown)).toEqual([
      'Border crossings: 25\u202f% más en 2023 que en 2022',
      'Border crossings: up 25% in 2023 compared with 2022',
      'Border crossings\u00a0: 25\u202f% de plus en 2023 qu’en 2022',
    ])
  })

  test('compares a month with the year before by name', async () => {
    const months = { id: 'time', codes: ['2023-03', '2024-03'] }
    const table = tableOf([], [months], [100, 110])
    const words = await loadWords('fr')
    expect(titleOf(table, readTable(table, time), undefined, words, 'fr')).toBe(
      'Border crossings\u00a0: 10\u202f% de plus en mars 2024 qu’un an plus tôt',
    )
  })

  test('gives the figures instead of a per cent of a handful', async () => {
    const [, english] = await titles([1, 1, 1, 4, 1, 1, 1, 4, 1, 1, 1, 4])
    expect(english).toBe('Border crossings: 12 in 2023, 3 in 2022')
  })

  test('says "times" of what more than tripled', async () => {
    const [, english] = await titles([0, 0, 30, 120, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(english).toBe('Border crossings: in 2023, 4.0 times the figure in 2022')
  })

  test('names ages as ages, of what leads and of what the table is held to', async () => {
    const ages = { id: 'age', codes: ['Y20T24', 'Y_GE90'] }
    const named = async (language: Language, change = {}) => {
      const table = tableOf([ages], [], [60, 40], { language, ...change })
      const words = await loadWords(language)
      const reading = readTable(table, time)
      return [
        titleOf(table, reading, undefined, words, language),
        summarise(table, reading, undefined, words, language),
      ].join(' | ')
    }
    expect(await named('es')).toMatch(/: 20–24 años, 60\u202f% del total.*90 años y más/)
    expect(await named('en')).toMatch(/: aged 20–24, 60% of the total.*aged 90 and over/)
    expect(await named('fr')).toMatch(/: 20–24 ans, 60\u202f% du total.*90 ans et plus/)

    const held = tableOf([modes], [], [60, 30, 10], {
      filters: [{ dimension: 'age', label: 'Age', values: ['20–24 – 30–34'] }],
      spec: {
        rows: ['mode'],
        columns: [],
        where: [{ dimension: 'age', range: ['Y20T24', 'Y30T34'] }],
      },
    })
    expect(titleOf(held, readTable(held, time), undefined, await loadWords('en'), 'en')).toBe(
      'Border crossings, aged 20–34: the air, 60% of the total',
    )
  })

  test('names a period once, where the table is of that period alone', async () => {
    const filters = [{ dimension: 'time.year', label: 'Year', values: ['2022'] }]
    const table = tableOf([modes], [{ id: 'time.year', codes: ['2022'] }], [60, 30, 10], {
      filters,
    })
    const words = await loadWords('es')
    expect(titleOf(table, readTable(table, time), undefined, words, 'es')).toBe(
      'Border crossings en 2022: the air, 60\u202f% del total',
    )
  })

  test('names what a single filter holds fast', async () => {
    const filters = [{ dimension: 'country', label: 'Country', values: ['Honduras'] }]
    const [, english] = await titles(grown, { filters })
    expect(english).toMatch(/^Border crossings, Honduras: up/)
  })

  test('leaves out a range of what stands in the table', async () => {
    const filters = [{ dimension: 'time', label: 'Time', values: ['2020 – 2023'] }]
    const [, english] = await titles(grown, { filters })
    expect(english).toMatch(/^Border crossings: up/)
  })

  test('falls back to what is shown where nothing can be said', async () => {
    const none = { grandTotal: null, rowTotals: null, columnTotals: null }
    const table = tableOf(
      [modes, { id: 'sex', codes: ['F'] }, { id: 'age', codes: ['Y'] }],
      [years],
      grown,
      none,
    )
    const words = await loadWords('en')
    expect(titleOf(table, readTable(table, time), undefined, words, 'en')).toBe(
      'Border crossings by mode, sex, age and time.year',
    )
  })
})

describe('the paragraph under a figure', () => {
  test('has the total, the change, the extremes, the largest and what is incomplete', async () => {
    const table = tableOf([modes], [years], grown)
    const words = await loadWords('en')
    const coverage = { first: '2020-01', last: '2023-05' }
    expect(summarise(table, readTable(table, time), coverage, words, 'en')).toBe(
      'Border crossings in 2022: 1\u202f230 crossings. That is 15% more than in 2021 (1\u202f070). ' +
        'Largest in 2022: the land (1\u202f000; 81%), the air (200; 16%) and the sea (30; 2.4%). ' +
        'Incomplete in the data: 2023 (the data run to May 2023).',
    )
  })

  test('adds up the largest, but not of distinct persons, who may be in several', async () => {
    const five = { id: 'mode', codes: ['land', 'air', 'sea', 'river', 'rail'] }
    const table = tableOf([five], [], [50, 20, 10, 10, 10])
    const words = await loadWords('en')
    const told = (each: typeof table) =>
      summarise(each, readTable(each, time), undefined, words, 'en')
    expect(told(table)).toContain('80%')
    const persons = { ...table, measure: { ...table.measure, distinct: true as const } }
    expect(told(persons)).not.toContain('80%')
  })

  test('counts the cells that are hidden apart from those without a figure', async () => {
    const table = tableOf([modes], [], [null, null, 7], {
      statuses: { 0: 'missing', 1: 'suppressed' },
    })
    const words = await loadWords('es')
    expect(summarise(table, readTable(table, time), undefined, words, 'es')).toContain(
      '1 de 3 celdas se oculta para proteger a las personas. 1 de 3 celdas no tiene cifra.',
    )
  })
})

describe('the subtitle of a figure', () => {
  test('says measure, dimensions, filters, span and unit once each', async () => {
    const filters = [
      { dimension: 'time.year', label: 'Year', values: ['2020 – 2023'] },
      { dimension: 'country', label: 'Country', values: ['Honduras', 'Guatemala'] },
    ]
    const table = tableOf([modes], [years], grown, { filters })
    const words = await loadWords('en')
    expect(subtitleOf(table, readTable(table, time), time, words, 'en')).toBe(
      'Border crossings by mode and time.year · Country: Honduras and Guatemala · 2020 to 2023 · Unit: crossings',
    )
  })
})
