import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  neutralText,
  problemAnswerSchema,
  tableRecords,
  type TableResult,
} from '@caudal/methods/publish'
import { publishNode, type PublishedNode } from '../app/server/testing-published.ts'

let published: PublishedNode

beforeAll(async () => {
  published = await publishNode()
})

afterAll(() => published?.stop())

const get = (url: string, headers?: Record<string, string>) => published.get(url, headers)
const table = '/api/cubes/movements/table'

describe('downloads', () => {
  const query = 'rows=destination,origin&columns=time&language=es'
  const stock = '/api/cubes/un-migrant-stock/table'
  const shown = async (url: string) => (await get(url)).json<TableResult>()

  test('as CSV equal the table on screen, number by number', async () => {
    const result = await shown(`${stock}?${query}`)
    const answer = await get(`${stock}?${query}&format=csv`)
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="un-migrant-stock_destination-origin-by-time_es.csv"',
    )
    expect(answer.body.startsWith('\ufeff')).toBe(true)
    const [names, ...lines] = readCsv(answer.body.slice(1))
    const { columns, rows } = tableRecords(result)
    expect(names).toEqual(columns.map(({ name }) => name))
    expect(lines).toEqual(
      [...rows()].map((row) =>
        row.map((value) =>
          value === null ? '' : typeof value === 'number' ? String(value) : neutralText(value),
        ),
      ),
    )
    const value = names!.indexOf('value')
    expect(lines.map((line) => line[value])).toEqual(
      result.values.map((each) => String(each ?? '')),
    )
    expect(lines.map((line) => line[value])).toContain('-2')
  })

  test('as a workbook equal it too, with its source and notes', async () => {
    const result = await shown(`${stock}?${query}`)
    const answer = await get(`${stock}?${query}&format=xlsx`)
    const sheets = await readWorkbook(answer.rawPayload)
    expect([...sheets.keys()]).toEqual(['Tabla', 'Datos', 'Fuente'])
    const [names, ...data] = sheets.get('Datos')!
    const value = names!.indexOf('value')
    expect(data.map((row) => row[value] ?? null)).toEqual(result.values)
    const codes = names!.indexOf('origin')
    expect(data.map((row) => row[codes])).toContain("'=cmd")
    const facts = new Map(sheets.get('Fuente')!.map(([name, text]) => [name, text]))
    expect(facts.get('Licencia')).toBe('CC BY 4.0')
    expect(facts.get('Cómo citar')).toBe(result.citation)
    const cells = sheets.get('Tabla')!
    const header = cells.findIndex((row) => row.includes('2019'))
    const width = result.columnKeys.length
    const body = cells.slice(header + 1, header + 1 + result.rowKeys.length)
    expect(body.flatMap((row) => row.slice(2, 2 + width))).toEqual(
      result.values.map((each) => each ?? ':'),
    )
  })

  test('as Parquet equal it too, read back by the engine', async () => {
    const result = await shown(`${stock}?${query}`)
    const answer = await get(`${stock}?${query}&format=parquet`)
    const { node } = published
    const path = join(node.folder.workspace, 'download.parquet')
    writeFileSync(path, answer.rawPayload)
    const rows = await node.lake.rows(`select * from read_parquet('${path}')`)
    expect(rows.map(({ value }) => value)).toEqual(result.values)
    expect(rows.map(({ origin }) => origin)).toContain('=cmd')
    expect(rows.map(({ destination_label }) => destination_label)).toContain('Costa Rica')
    const metadata = await node.lake.rows<{ key: string; value: string }>(
      `select decode(key) as key, decode(value) as value from parquet_kv_metadata('${path}')`,
    )
    expect(Object.fromEntries(metadata.map(({ key, value }) => [key, value]))).toMatchObject({
      Licencia: 'CC BY 4.0',
      'Cómo citar': result.citation,
    })
  })

  test.each(['csv', 'csv&layout=crosstab', 'json', 'xlsx', 'parquet'])(
    'of drawn data say SYNTHETIC inside and in their name (%s)',
    async (format) => {
      const answer = await get(`${table}?rows=country&format=${format}`)
      expect(answer.headers['content-disposition']).toContain(
        'filename="SYNTHETIC_movements_country_',
      )
      const text =
        format === 'xlsx'
          ? JSON.stringify([...(await readWorkbook(answer.rawPayload))])
          : answer.rawPayload.toString('latin1')
      expect(text).toContain('SYNTHETIC')
    },
  )

  test('laid out as shown carry totals', async () => {
    const answer = await get(
      `${table}?rows=country&columns=direction&format=csv&layout=crosstab&language=en`,
    )
    const lines = readCsv(answer.body.slice(1))
    expect(lines.find(([label]) => label === 'Total')!.at(-1)).toBe('5000')
  })

  test('too large for a workbook are refused with another way', async () => {
    const rows = 'country,border_post,mode,citizenship,sex,age,purpose'
    const answer = await get(
      `${table}?rows=${rows}&columns=time.year,direction&format=xlsx&language=en`,
    )
    expect(answer.statusCode).toBe(413)
    expect(problemAnswerSchema.parse(answer.json())).toMatchObject({
      code: 'publish.spreadsheet-too-large',
      detail: 'Ask for csv or parquet, or filter the table.',
    })
  })
})

/** A reader of CSV of its own: what a spreadsheet makes of the text. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n|$)/g)) {
    const [, quoted, plain, end] = match
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

async function readWorkbook(bytes: Buffer): Promise<Map<string, (string | number | null)[][]>> {
  const sheets = (await readSheets(bytes)) as unknown as {
    sheet: string
    data: (string | number | null)[][]
  }[]
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}
