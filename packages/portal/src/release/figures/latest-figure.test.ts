import { describe, expect, test } from 'vitest'
import { tableOf } from '../../explore/figure/testing-tables.ts'
import { loadWords } from '../../words/catalogue.ts'
import { readLatest } from './latest-figure.ts'

async function latest(years: string[], values: (number | null)[], last: string) {
  const table = tableOf([], [{ id: 'time.year', codes: years }], values)
  const coverage = { first: `${years[0]}-01`, last }
  return readLatest(table, coverage, await loadWords('en'), 'en')
}

describe('the latest figure of a dataset', () => {
  test('is that of the last whole year, compared with the year before', async () => {
    expect(await latest(['2022', '2023', '2024'], [100, 110, 20], '2024-02')).toMatchObject({
      period: '2023',
      value: 110,
      change: '10% more than in 2022',
    })
  })

  test('is compared with the last year there is, by name', async () => {
    const found = await latest(['2015', '2019'], [100, 90], '2019-12')
    expect(found?.change).toBe('10% less than in 2015')
    // The years between keep their places, empty.
    expect(found?.years.map(({ value }) => value)).toEqual([100, null, null, null, 90])
  })

  test('of a handful is not compared', async () => {
    expect((await latest(['2022', '2023'], [3, 9], '2023-12'))?.change).toBeUndefined()
  })

  test('is none where no year is whole', async () => {
    expect(await latest(['2024'], [7], '2024-05')).toBeUndefined()
  })
})
