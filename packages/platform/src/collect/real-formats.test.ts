import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { withNode } from '../store/testing.ts'
import { importFile } from './service.ts'
import { keeper } from '../govern/testing-actors.ts'

const folder = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere)
  console.warn('Skipped: the real public files are not beside the project (../shared/data).')

const patienceMs = 240_000
const fileOf = (name: string) => `${folder}${name}`

describe.skipIf(!isThere)('public files in other formats and habits', () => {
  it(
    'a workbook with six rows of headings gives returned children and deportation rates by municipality',
    async () => {
      // The same cells, read by a library that shares nothing with the platform.
      const sheets = (await readExcelFile(fileOf('guatemala-municipal-indicators.xlsx'))) as
        unknown[][] | { sheet: string; data: unknown[][] }[]
      const [first] = sheets
      const cells = Array.isArray(first) ? (sheets as unknown[][]) : first!.data
      const header = cells[5]!.map(String)
      const column = (name: string) =>
        cells
          .slice(6)
          .map((row) => row[header.indexOf(name)])
          .filter((value) => typeof value === 'number')
      await withNode(async (node) => {
        const report = await importFile(node, keeper, {
          file: fileOf('guatemala-municipal-indicators.xlsx'),
          profile: 'guatemala-municipal-indicators',
        })
        const figures = await node.lake.rows(
          `SELECT measure, count(*) AS n, round(sum(value), 6) AS total, count(DISTINCT ref_area) AS places,
            count(*) FILTER (ref_area = '_U') AS unknown
          FROM read_parquet('${node.folder.lake}/observation/facts/*/*.parquet') GROUP BY 1 ORDER BY 1`,
        )
        const sum = (values: readonly number[]) =>
          Math.round(values.reduce((a, b) => a + b, 0) * 1e6) / 1e6
        const rates = column('A.M.2')
        const children = column('A.M.3')
        expect(figures).toEqual([
          {
            measure: 'deportation-rate',
            n: rates.length,
            total: sum(rates),
            places: rates.length,
            unknown: 0,
          },
          {
            measure: 'returned-unaccompanied-children',
            n: children.length,
            total: sum(children),
            places: children.length,
            unknown: 0,
          },
        ])
        expect(report.rowsRejected).toBe(0)
      })
    },
    patienceMs,
  )

  it(
    'a file whose second row holds tags gives every displaced person it counts',
    async () => {
      const lines = readFileSync(fileOf('dtm-global-admin0-2.csv'), 'utf8').trim().split('\n')
      // No field of these columns is quoted with a comma before the tenth.
      const counted = lines
        .slice(2)
        .map((line) => Number(/,[0-2],(\d+),\d{4}-\d\d-\d\dT/.exec(line)?.[1] ?? Number.NaN))
      expect(counted.every((persons) => Number.isInteger(persons))).toBe(true)
      await withNode(async (node) => {
        const report = await importFile(node, keeper, {
          file: fileOf('dtm-global-admin0-2.csv'),
          profile: 'dtm-displacement',
        })
        expect(report.rowsRead).toBe(lines.length - 2)
        const [facts] = await node.lake.rows(
          `SELECT CAST(sum(persons) AS BIGINT) AS persons, count(*) AS n,
            count(*) FILTER (country = 'HTI' AND department LIKE 'HT%') AS haiti,
            count(DISTINCT cause) AS causes
          FROM read_parquet('${node.folder.lake}/displacement/facts/*/*.parquet')`,
        )
        expect(facts).toMatchObject({
          persons: counted.reduce((sum, persons) => sum + persons, 0),
          n: counted.length,
          haiti: lines.filter((line) => /,HTI,[^,]*,HT\d\d,/.test(line)).length,
        })
      })
    },
    patienceMs,
  )

  it(
    'a wide file with a byte order mark and ".." for missing gives a figure for every number in it',
    async () => {
      const text = readFileSync(fileOf('worldbank-remittance-prices.csv'), 'utf8')
      const numbers = text.match(/(?<=,)\d+(\.\d+)?(E-?\d+)?(?=,|\r?$)/gm) ?? []
      await withNode(async (node) => {
        const report = await importFile(node, keeper, {
          file: fileOf('worldbank-remittance-prices.csv'),
          profile: 'worldbank-remittance-prices',
        })
        expect(report.quality.byteOrderMark).toBe(true)
        const [facts] = await node.lake.rows(
          `SELECT count(*) AS n, count(*) FILTER (value IS NULL) AS missing, min(period) AS first
          FROM read_parquet('${node.folder.lake}/observation/facts/*/*.parquet')`,
        )
        expect(facts).toEqual({ n: numbers.length, missing: 0, first: '2011-Q1' })
      })
    },
    patienceMs,
  )
})
