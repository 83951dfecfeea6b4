import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { balanceAccountsFile, measureGrowthFile } from './service.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-accounts-test-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function answer(
  lines: readonly string[],
  work: (file: string, write: (text: string) => Promise<void>) => Promise<unknown>,
) {
  const file = join(folder, 'file.csv')
  await writeFile(file, lines.join('\n'))
  let text = ''
  const report = await work(file, async (part) => {
    text += part
  })
  const [head, ...rows] = text.trimEnd().split('\r\n')
  const names = head!.split(',')
  return {
    report,
    rows: rows.map((row) => {
      const cells = row.split(',')
      return Object.fromEntries(names.map((name, at) => [name, cells[at]]))
    }),
  }
}

const accounts = (lines: readonly string[], by: readonly string[] = []) =>
  answer(lines, (file, write) => balanceAccountsFile(file, by, write))

const header = 'opening,births,deaths,arrivals,departures,closing'

describe('the accounts of a file', () => {
  // Office for National Statistics, Annual Mid-year Population Estimates for England and Wales, 2012
  it('leave of a published account what its office leaves to moves within the kingdom', async () => {
    const { rows } = await accounts([header, '56170900,729400,490300,468900,313500,56567800'])
    expect(rows[0]).toMatchObject({ expected: '56565400', residual: '2400', missing: '' })
    expect(Number(rows[0]!['residual_percent'])).toBeCloseTo(0.004243, 6)
  })

  it('follow each other by period within a group, whatever the order of the rows', async () => {
    const { rows, report } = await accounts(
      [
        `area,period,status_change,${header}`,
        'B,2021,-2,,1,2,3,4,95',
        'A,2020,0,50,5,5,5,5,50',
        'B,2020,0,100,1,2,3,4,98',
        'A,2021,0,60,5,5,5,5,60',
        'A,2023,0,,5,5,5,5,60',
        'A,2024,0,60,5,,5,5,60',
      ],
      ['area'],
    )
    const of = (area: string, name: string) =>
      rows.filter((row) => row['area'] === area).map((row) => row[name])
    expect(of('B', 'period')).toEqual(['2020', '2021'])
    expect(of('B', 'opening')).toEqual(['100', '98'])
    expect(of('B', 'residual')).toEqual(['0', '1'])
    expect(of('A', 'opening_gap')).toEqual(['', '10', '', '0'])
    expect(of('A', 'missing')).toEqual(['', '', 'opening', 'deaths'])
    expect(of('A', 'residual')).toEqual(['0', '0', '', ''])
    expect(report).toEqual({ accounts: 6, open: 2, broken: 1 })
  })

  it.each([
    ['figure-unreadable', [header, '1.000,1,1,1,1,x']],
    ['stock-negative', [header, '100,1,-1,1,1,100']],
    ['account-empty', [header]],
    ['period-unreadable', [`period,${header}`, '2020-13,1,1,1,1,1,1']],
    ['period-unreadable', [`period,${header}`, '2020,1,1,1,1,1,1', '2020-Q1,1,1,1,1,1,1']],
    ['period-twice', [`period,${header}`, '2020,1,1,1,1,1,1', '2020,1,1,1,1,1,1']],
  ])('are refused as %s', async (code, lines) => {
    await expect(accounts(lines)).rejects.toMatchObject({ code: `measure.${code}` })
  })
})

const columns = { period: 'period', value: 'value', vintage: 'vintage' }
const growthOf = (
  lines: readonly string[],
  given: { by?: readonly string[]; breaks?: readonly string[]; everyVintage?: boolean } = {},
) =>
  answer(lines, (file, write) =>
    measureGrowthFile(file, { columns, by: [], breaks: [], everyVintage: false, ...given }, write),
  )

describe('the growth of a series in a file', () => {
  const revised = [
    'vintage,period,value',
    '2021-03,2019-Q4,100',
    '2021-03,2020-Q4,110',
    '2021-06,2020-Q4,120',
    '2021-06,2021-Q1,90',
    '2021-09,2021-Q1,96',
    '2021-09,2019-Q4,80',
  ]

  it('is told by the latest vintage beside the first, each on the base of its own vintage', async () => {
    const { rows, report } = await growthOf(revised)
    expect(rows[1]).toEqual({
      period: '2020-Q4',
      vintage: '2021-09',
      value: '120',
      previous_percent: '',
      year_percent: '50',
      average_percent: '50',
      first_vintage: '2021-03',
      first_value: '110',
      first_previous_percent: '',
      first_year_percent: '10',
      first_average_percent: expect.stringMatching(/^10(\.0000000\d+)?$/) as string,
      revision: '10',
      over_break: '',
    })
    expect(rows[2]).toMatchObject({ previous_percent: '-20', first_previous_percent: '-25' })
    expect(report).toEqual({ periods: 3, revised: 3, overBreak: 0 })
  })

  it('is told after every vintage where that is asked for', async () => {
    const { rows } = await growthOf(revised, { everyVintage: true })
    const told = rows.filter(({ period }) => period === '2020-Q4')
    expect(told.map((row) => [row['vintage'], row['value'], row['year_percent']])).toEqual([
      ['2021-03', '110', '10'],
      ['2021-06', '120', '20'],
      ['2021-09', '120', '50'],
    ])
  })

  it('of a file without vintages is one answer a period and group', async () => {
    const lines = ['sex,period,value', 'F,2020-01,5', 'M,2020-01,8', 'F,2020-02,10', 'M,2020-02,']
    const { rows } = await growthOf(lines, { by: ['sex'] })
    expect(rows.map((row) => [row['sex'], row['period'], row['previous_percent']])).toEqual([
      ['F', '2020-01', ''],
      ['F', '2020-02', '100'],
      ['M', '2020-01', ''],
    ])
  })

  it('over a break is marked, of whatever frequency the break is told', async () => {
    const months = ['2019-12', '2020-01', '2020-02'].map((period, at) => `${period},${at + 1}`)
    for (const at of ['2020', '2020-Q1', '2020-01']) {
      const { rows } = await growthOf(['period,value', ...months], { breaks: [at] })
      expect(rows.map((row) => row['over_break'])).toEqual([
        '',
        'previous year average',
        'year average',
      ])
    }
  })

  it.each([
    ['period-unreadable', ['period,value', '2020-01-05,1']],
    ['period-unreadable', ['period,value', '2020,1', '2020-01,1']],
    ['vintage-unreadable', ['period,value,vintage', '2020,1,March']],
    ['vintage-unreadable', ['period,value,vintage', '2020,1,2021', '2020,1,2021-05']],
    ['period-twice', ['period,value,vintage', '2020,1,2021', '2020,2,2021']],
    ['figure-unreadable', ['period,value', '2020,many']],
    ['account-empty', ['period,value']],
  ])('is refused as %s', async (code, lines) => {
    await expect(growthOf(lines)).rejects.toMatchObject({ code: `measure.${code}` })
  })
})
