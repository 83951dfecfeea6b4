import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseTableSpec, type TableResult } from '@caudal/methods/publish'
import { importFile } from '../collect/service.ts'
import { buildCubes } from '../measure/service.ts'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { createPublishService } from './service.ts'
import { keeper, statistician } from '../govern/testing-actors.ts'

const folder = new URL('../../../../../shared/data/', import.meta.url)
const present = existsSync(folder)
if (!present)
  process.stderr.write(
    'The real public files are not beside the project: their totals are not checked.',
  )

const pathOf = (file: string) => fileURLToPath(new URL(file, folder))

/** Imports files into a fresh node, builds the cube and hands over a way to ask it. */
async function withCube(
  cube: string,
  files: readonly (readonly [file: string, profile: string])[],
  work: (table: (query: string) => Promise<TableResult>, node: CaudalNode) => Promise<void>,
): Promise<void> {
  await withNode(async (node) => {
    for (const [file, profile] of files)
      await importFile(node, keeper, { file: pathOf(file), profile })
    const [built] = await buildCubes(node, statistician, { only: [cube] })
    expect(built?.outcome).toBe('built')
    const service = createPublishService(node)
    await work(
      (query) =>
        service.measureTable(
          async () => statistician,
          cube,
          parseTableSpec(new URLSearchParams(query)),
          'en',
        ),
      node,
    )
  })
}

/** Row totals or single-column cells by the codes of the first row dimension. */
function byRow(result: TableResult): Record<string, number | null> {
  return Object.fromEntries(
    result.rowKeys.map((key, index) => [key[0]!, result.values[index * result.columnKeys.length]!]),
  )
}

/** A CSV of the real files, read without any of the platform: quoted fields, no line breaks. */
function readRaw(file: string): Record<string, string>[] {
  const lines = readFileSync(pathOf(file), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const fields = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .map((match) => match[1]!)
      .slice(0, -1)
      .map((text) => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text))
  const [names = [], ...rows] = lines.map((line) => fields(`${line},`))
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
}

const sum = (values: readonly (number | null | undefined)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

describe.skipIf(!present)('tables of the real files', { timeout: 180_000 }, () => {
  test('the New Zealand file adds up to its 3,064,091 migrants, whatever the table', async () => {
    await withCube(
      'nz-plt-migration',
      [['nz-plt-migration-1997-2016.zip', 'nz-plt-migration']],
      async (table) => {
        const byDirection = await table('rows=direction')
        expect(byDirection.grandTotal).toBe(3_064_091)
        expect(sum(Object.values(byRow(byDirection)))).toBe(3_064_091)
        const crossed = await table('rows=region,sex&columns=direction,age.broad')
        expect(crossed.grandTotal).toBe(3_064_091)
        expect(sum(crossed.values)).toBe(3_064_091)
        expect(sum(crossed.rowTotals!)).toBe(3_064_091)
        expect(sum(crossed.columnTotals!)).toBe(3_064_091)
        expect(crossed.rowKeys).toHaveLength(17 * 2)
        expect((await table('rows=time')).rowKeys).toHaveLength(20)
        const auckland = await table('rows=direction&where=region:NZ-02;time:2016;sex:F;age:Y20T24')
        expect(auckland.values.every((value) => (value ?? 0) > 0)).toBe(true)
      },
    )
  })

  test('the United Nations stock of 2019 by destination is what the raw file says', async () => {
    const raw = readRaw('undesa-migrant-stock-2019.csv').filter((row) => row['Year'] === '2019')
    const total = (destination: string) =>
      sum(
        Object.entries(raw.find((row) => row['Dest'] === destination)!)
          .filter(([name]) => name !== 'Year' && name !== 'Dest')
          .map(([, value]) => Number(value.replace(/[^0-9]/g, '') || 0)),
      )
    await withCube(
      'un-migrant-stock',
      [['undesa-migrant-stock-2019.csv', 'un-migrant-stock-2019']],
      async (table) => {
        const latest = await table('rows=destination')
        expect(latest.filters.at(-1)?.values).toEqual(['2019'])
        expect(latest.notes.join(' ')).toContain('2019 is shown, the latest period')
        const byDestination = byRow(latest)
        expect(byDestination['MEX']).toBe(total('Mexico'))
        expect(byDestination['USA']).toBe(total('United States of America'))
        expect(byDestination['CRI']).toBe(total('Costa Rica'))
        expect(byDestination['CIV']).toBe(total("Côte d'Ivoire"))
        // Five rows of the file are regional subtotals of others: counting them would count twice.
        const regions = ['Caribbean', 'Melanesia', 'Micronesia', 'Polynesia', 'South America']
        const all = sum(raw.map((row) => total(row['Dest']!)))
        expect(latest.grandTotal).toBe(all - sum(regions.map(total)))
        expect(Object.keys(byDestination)).not.toContain('029')
        expect(latest.rowKeys).toHaveLength(232)
        const regional = byRow(await table('rows=destination.region'))
        expect(regional['005']).toBe(total('South America'))
        expect(regional['029']).toBe(total('Caribbean'))

        const pair = await table('rows=origin&where=destination:USA;origin:SLV,GTM,HND;time:2015')
        const row = readRaw('undesa-migrant-stock-2019.csv').find(
          (each) => each['Year'] === '2015' && each['Dest'] === 'United States of America',
        )!
        expect(byRow(pair)).toEqual({
          GTM: Number(row['Guatemala']),
          HND: Number(row['Honduras']),
          SLV: Number(row['El Salvador']),
        })
        const overTime = await table('rows=destination.continent&columns=time')
        expect(overTime.rowTotals).toBeNull()
        expect(overTime.grandTotal).toBeNull()
        expect(overTime.columnTotals).toHaveLength(7)
      },
    )
  })

  test("Banxico's remittances by year are the sums of the file, and flows are never added together", async () => {
    const raw = readRaw('banxico-remittances-by-country.csv')
    const expected = (flow: string, year: string, country?: string) =>
      sum(
        raw
          .filter((row) => row['FLUJO'] === flow && row['PERIODO']!.startsWith(year))
          .filter((row) => country === undefined || row['ID_PAIS'] === country)
          .map((row) => Number(row['VALOR_USD'])),
      )
    await withCube(
      'banxico-remittances',
      [['banxico-remittances-by-country.csv', 'banxico-remittances']],
      async (table) => {
        const received = await table('rows=time.year')
        expect(received.filters.map(({ values }) => values)).toEqual([['Remittances received']])
        for (const year of ['2013', '2019', '2025', '2026']) {
          expect(byRow(received)[year]).toBe(expected('Ingresos', year))
        }
        const sent = byRow(await table('rows=time.year&where=flow:remittances-sent'))
        expect(sent['2024']).toBe(expected('Egresos', '2024'))
        const both = await table('rows=time&columns=flow')
        expect(both.rowTotals).toBeNull()
        expect(both.rowKeys).toHaveLength(53)
        const fromTheUnitedStates = byRow(await table('rows=time.year&where=country:USA'))
        expect(fromTheUnitedStates['2020']).toBe(expected('Ingresos', '2020', 'USA'))
      },
    )
  })

  const csv = ['missing-migrants-2020-01.csv', 'missing-migrants-csv-2020'] as const
  const api = [2019, 2020, 2021, 2022, 2023].map(
    (year) => [`missing-migrants-api-${year}.json`, 'missing-migrants-api'] as const,
  )
  const number = (text: string | undefined) => Number((text ?? '').replaceAll(',', '') || 0)

  /** Dead and missing by year, as the CSV of January 2020 gives them. */
  const ofCsv = () => {
    const totals: Record<string, number> = {}
    const records: Record<string, number> = {}
    for (const row of readQuoted('missing-migrants-2020-01.csv')) {
      const year = row['Reported Year']!
      totals[year] = (totals[year] ?? 0) + number(row['Total Dead and Missing'])
      records[year] = (records[year] ?? 0) + 1
    }
    return { totals, records }
  }

  /** Dead and missing by year, as the yearly dumps give them: what a dump says twice counts once. */
  const ofApi = () => {
    const totals: Record<string, number> = {}
    for (const [file] of api) {
      const rows = JSON.parse(readFileSync(pathOf(file), 'utf8')) as Record<string, string>[]
      const different = new Map(rows.map((row) => [JSON.stringify(row), row]))
      for (const row of different.values()) {
        const year = /^\d{4}/.exec(row['reported_date'] || row['web_id'] || '')![0]
        totals[year] = (totals[year] ?? 0) + number(row['total_dead_and_missing'])
      }
    }
    return totals
  }

  test('the deaths of the January 2020 vintage by year are what the file says', async () => {
    await withCube('missing-migrants', [csv], async (table) => {
      const { totals, records } = ofCsv()
      const shown = await table('rows=time.year')
      expect(byRow(shown)).toEqual(totals)
      expect(byRow(await table('rows=time.year&measure=incidents'))).toEqual(records)
      expect((await table('rows=time&where=time.year:2016')).grandTotal).toBe(totals['2016'])
    })
  })

  test('the deaths of the yearly dumps by year are what the files say', async () => {
    await withCube('missing-migrants', api, async (table) => {
      expect(byRow(await table('rows=time.year'))).toEqual(ofApi())
      const byCause = await table('rows=cause.group&columns=time.year')
      expect(byCause.grandTotal).toBe(sum(Object.values(ofApi())))
    })
  })

  test(
    'of two vintages of one year the fuller counts, in whatever order they came, and it is said',
    { timeout: 240_000 },
    async () => {
      const { totals: early } = ofCsv()
      const expected = { ...early, 2019: ofApi()['2019'] }
      for (const files of [
        [csv, api[0]!],
        [api[0]!, csv],
      ]) {
        await withCube('missing-migrants', files, async (table) => {
          const shown = await table('rows=time.year')
          expect(byRow(shown)).toEqual(expected)
          expect(shown.notes.join(' ')).toMatch(
            /set aside because another edition .*\(2019: missing-migrants-csv-2020\)/,
          )
        })
      }
    },
  )
})

/** As `readRaw`, for fields that hold line breaks. */
function readQuoted(file: string): Record<string, string>[] {
  const text = readFileSync(pathOf(file), 'utf8')
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    if (quoted) {
      if (letter !== '"') field += letter
      else if (text[i + 1] === '"') field += text[++i]!
      else quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === ',' || letter === '\n') {
      rows.at(-1)!.push(field.replace(/\r$/, ''))
      field = ''
      if (letter === '\n') rows.push([])
    } else field += letter
  }
  if (field !== '') rows.at(-1)!.push(field)
  const [names = [], ...records] = rows.filter((row) => row.length > 1)
  return records.map((row) =>
    Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])),
  )
}
