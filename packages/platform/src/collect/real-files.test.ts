import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { importFile, listFindings } from './service.ts'
import { keeper } from '../govern/testing-actors.ts'

const folder = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere)
  console.warn('Skipped: the real public files are not beside the project (../shared/data).')

const patienceMs = 240_000

/** The records of a CSV text, read by a parser that shares nothing with the platform's. */
function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy
  let row: string[] = []
  for (
    let match = pattern.exec(text);
    match !== null && match.index < text.length;
    match = pattern.exec(text)
  ) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] !== ',') {
      rows.push(row)
      row = []
    }
  }
  const [header, ...records] = rows
  return records.map((record) =>
    Object.fromEntries(header!.map((name, n) => [name, record[n] ?? ''])),
  )
}

function sumOf(texts: readonly (string | undefined)[]): number {
  return texts.reduce((sum, text) => sum + Number((text ?? '').replaceAll(',', '')), 0)
}

function groupSums(
  records: readonly Record<string, string>[],
  key: (record: Record<string, string>) => string,
  value: string,
): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const record of records)
    sums[key(record)] = (sums[key(record)] ?? 0) + sumOf([record[value]])
  return sums
}

function factsOf(
  node: CaudalNode,
  recordType: string,
  select: string,
): Promise<Record<string, unknown>[]> {
  return node.lake.rows(
    `SELECT ${select} FROM read_parquet('${node.folder.lake}/${recordType}/facts/*/*.parquet')`,
  )
}

async function sumsBy(
  node: CaudalNode,
  key: string,
  value: string,
): Promise<Record<string, number>> {
  const rows = await node.lake.rows<{ key: string; sum: number }>(
    `SELECT ${key} AS key, sum(${value}) AS sum FROM read_parquet('${node.folder.lake}/*/facts/*/*.parquet') GROUP BY ALL`,
  )
  return Object.fromEntries(rows.map(({ key, sum }) => [key, sum]))
}

/** The only file of a zip archive, unpacked without the platform's reader. */
function unzipOnlyFile(path: string): string {
  const zip = readFileSync(path)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  const directory = zip.readUInt32LE(end + 16)
  const size = zip.readUInt32LE(directory + 20)
  const local = zip.readUInt32LE(directory + 42)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  return inflateRawSync(zip.subarray(start, start + size)).toString('utf8')
}

describe.skipIf(!isThere)('the real files', () => {
  it(
    'New Zealand: 284,240 rows and 3,064,091 persons, by direction and citizenship as the file says',
    () =>
      withNode(async (node) => {
        const file = `${folder}nz-plt-migration-1997-2016.zip`
        const report = await importFile(node, keeper, { file, profile: 'nz-plt-migration' })
        expect(report).toMatchObject({ rowsRead: 284_240, rowsAccepted: 284_240, rowsRejected: 0 })
        const records = unzipOnlyFile(file)
          .trimEnd()
          .split(/\r?\n/)
          .slice(1)
          .map((line) => line.split(','))
        expect(records.reduce((sum, record) => sum + Number(record.at(-1)), 0)).toBe(3_064_091)
        expect(await factsOf(node, 'observation', 'sum(value) AS persons')).toEqual([
          { persons: 3_064_091 },
        ])
        const raw = records.map((record) => ({
          key: `${record[3] === 'Arrivals' ? 'arrival' : 'departure'} ${record[4]}`,
          count: record.at(-1)!,
        }))
        const expected = Object.values(groupSums(raw, ({ key }) => key!, 'count')).sort(
          (a, b) => a - b,
        )
        const byGroup = await sumsBy(node, `direction || ' ' || citizenship`, 'value')
        expect(Object.values(byGroup).sort((a, b) => a - b)).toEqual(expected)
      }),
    patienceMs,
  )

  it(
    'Missing Migrants, export of January 2020: rows, dead and missing as the file says, repeats flagged',
    () =>
      withNode(async (node) => {
        const file = `${folder}missing-migrants-2020-01.csv`
        const records = parseCsv(readFileSync(file, 'utf8'))
        const report = await importFile(node, keeper, {
          file,
          profile: 'missing-migrants-csv-2020',
        })
        expect(report.rowsRead).toBe(records.length)
        expect(report.rowsAccepted + report.rowsRejected).toBe(records.length)
        const { findings } = await listFindings(node, keeper, report.batch, { limit: 100_000 })
        const rejected = new Set(
          findings.filter(({ level }) => level === 'reject').map(({ record }) => record),
        )
        expect(rejected.size).toBe(report.rowsRejected)
        const accepted = records.filter((_, n) => !rejected.has(n + 1))
        expect(
          await factsOf(
            node,
            'incident',
            'count(*) AS n, sum(dead) AS dead, sum(missing) AS missing',
          ),
        ).toEqual([
          {
            n: accepted.length,
            dead: sumOf(accepted.map((record) => record['Number Dead'])),
            missing: sumOf(accepted.map((record) => record['Minimum Estimated Number of Missing'])),
          },
        ])
        const ids = accepted.map((record) => record['Web ID'])
        expect(report.rowsFlaggedDuplicate).toBe(ids.length - new Set(ids).size)
      }),
    patienceMs,
  )

  it(
    'Missing Migrants, yearly API dumps: rows, dead and missing of every year as the files say',
    () =>
      withNode(async (node) => {
        for (const year of [2019, 2020, 2021, 2022, 2023]) {
          const file = `${folder}missing-migrants-api-${year}.json`
          const records = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>[]
          const report = await importFile(node, keeper, { file, profile: 'missing-migrants-api' })
          expect(report.rowsRead).toBe(records.length)
          const { findings } = await listFindings(node, keeper, report.batch, { limit: 100_000 })
          const rejected = new Set(
            findings.filter(({ level }) => level === 'reject').map(({ record }) => record),
          )
          const accepted = records.filter((_, n) => !rejected.has(n + 1))
          const [sums] = await node.lake.rows(
            `SELECT count(*) AS n, sum(dead) AS dead, sum(missing) AS missing FROM read_parquet('${node.folder.lake}/incident/facts/${report.batch}/*.parquet')`,
          )
          expect(sums).toEqual({
            n: accepted.length,
            dead: sumOf(accepted.map((record) => record['number_dead'])),
            missing: sumOf(accepted.map((record) => record['number_missing'])),
          })
          const ids = accepted.map((record) => record['web_id'])
          expect(report.quality.repeats['same-id'] ?? 0).toBeLessThanOrEqual(
            ids.length - new Set(ids).size,
          )
        }
      }),
    patienceMs,
  )

  it(
    'two vintages of one year: incidents of an earlier batch are flagged, and kept',
    () =>
      withNode(async (node) => {
        const file = `${folder}missing-migrants-api-2019.json`
        const first = await importFile(node, keeper, { file, profile: 'missing-migrants-api' })
        const copy = `${node.folder.workspace}/second.json`
        const records = JSON.parse(readFileSync(file, 'utf8')) as unknown[]
        writeFileSync(copy, JSON.stringify(records.slice(0, 100)))
        const second = await importFile(node, keeper, {
          file: copy,
          profile: 'missing-migrants-api',
        })
        expect(second).toMatchObject({ rowsAccepted: 100, rowsFlaggedDuplicate: 100 })
        expect(await factsOf(node, 'incident', 'count(*) AS n')).toEqual([
          { n: first.rowsAccepted + 100 },
        ])
      }),
    patienceMs,
  )

  it(
    'UN stock: every cell of the wide table becomes a row, and the sum stays',
    () =>
      withNode(async (node) => {
        const file = `${folder}undesa-migrant-stock-2019.csv`
        const report = await importFile(node, keeper, { file, profile: 'un-migrant-stock-2019' })
        const records = parseCsv(readFileSync(file, 'utf8'))
        const totals = ['Caribbean', 'South America', 'Melanesia', 'Micronesia', 'Polynesia']
        const countries = records.filter((record) => !totals.includes(record['Dest']!))
        const cellsOf = (rows: typeof records) =>
          rows.flatMap((record) =>
            Object.entries(record).filter(([column]) => column !== 'Year' && column !== 'Dest'),
          )
        const numbers = cellsOf(countries).filter(([, value]) => value !== '..' && value !== '-')
        const sum = sumOf(numbers.map(([, value]) => value))
        expect(sum).toBeGreaterThan(0)
        expect(report).toMatchObject({ rowsRead: cellsOf(countries).length, rowsRejected: 0 })
        expect(report.quality.leftOut).toBe(cellsOf(records).length - cellsOf(countries).length)
        const [facts] = await factsOf(node, 'observation', 'sum(value) AS sum')
        expect(facts!['sum']).toBe(sum)
      }),
    patienceMs,
  )

  it(
    'Banxico: dollars by flow as the file says',
    () =>
      withNode(async (node) => {
        const file = `${folder}banxico-remittances-by-country.csv`
        const report = await importFile(node, keeper, { file, profile: 'banxico-remittances' })
        const records = parseCsv(readFileSync(file, 'utf8'))
        expect(report).toMatchObject({ rowsRead: records.length })
        const expected = groupSums(records, (record) => record['FLUJO']!, 'VALOR_USD')
        const sums = Object.values(await sumsBy(node, 'measure', 'value'))
        expect(sums.toSorted((a, b) => a - b)).toEqual(
          Object.values(expected).toSorted((a, b) => a - b),
        )
      }),
    patienceMs,
  )
})
