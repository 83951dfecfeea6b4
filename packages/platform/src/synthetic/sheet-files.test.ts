import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourceProfileSchema } from '@caudal/methods/collect'
import { sheetParametersSchema } from '@caudal/methods/synthetic'
import { drawRegion, type RegionManifest } from './index.ts'

const root = mkdtempSync(join(tmpdir(), 'caudal-sheets-'))
let drawn: RegionManifest

beforeAll(async () => {
  const countries = ['BLZ', 'CRI', 'DOM', 'GTM', 'HND', 'NIC', 'SLV']
  const out = join(root, 'region')
  drawn = await drawRegion({ out, countries, persons: 3000, seed: 5, threads: 1 })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const sheets = ['incident', 'displacement', 'survey-response', 'observation']

test('each country sends incidents, rounds of displacement, its survey and figures in formats of its own', () => {
  const own = drawn.files.filter(({ recordType }) => sheets.includes(recordType))
  const endings = (type: string) =>
    own.filter(({ recordType }) => recordType === type).map(({ path }) => path.split('.').at(-1))
  for (const type of ['incident', 'displacement', 'survey-response']) {
    expect(new Set(endings(type))).toEqual(
      new Set(['csv', 'tsv', 'txt', 'json', 'ndjson', 'xlsx', 'zip']),
    )
  }
})

test('a profile reads the headings that its institution writes, and every code of them', async () => {
  const folder = new URL('../../../../data/synthetic/', import.meta.url)
  const json = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as unknown
  for (const name of readdirSync(new URL('sheets/', folder))) {
    const sheet = sheetParametersSchema.parse(json(`sheets/${name}`))
    const { fields, layout } = sourceProfileSchema.parse(json(`profiles/${sheet.profile}.json`))
    const headings = sheet.columns.map(({ header, group }) =>
      group === undefined ? header : `${group} / ${header}`,
    )
    const read = Object.values(fields).flatMap(({ column }) => column ?? [])
    expect([sheet.profile, ...new Set(read)].sort()).toEqual([sheet.profile, ...headings].sort())
    expect(layout.format).toBe(sheet.file.format === 'zip' ? 'csv' : sheet.file.format)
    for (const [at, { codes }] of sheet.columns.entries()) {
      const own = Object.values(fields).find(({ column }) => column === headings[at])?.codes
      if (own === undefined || codes === undefined) continue
      expect(own).toEqual(Object.fromEntries(Object.entries(codes).map(([to, from]) => [from, to])))
    }
  }
})

test('a workbook of an institution has the lines of its title and two rows of headings', () => {
  const book = drawn.files.find(({ path }) => path.endsWith('gtm_incidentes.xlsx'))!
  const text = readFileSync(join(root, 'region', book.path), 'utf8')
  expect(text).toContain('SINTÉTICO: muertes y desapariciones en la ruta, Guatemala')
  expect(text).toContain('<mergeCell ref="E3:G3"/>')
})
