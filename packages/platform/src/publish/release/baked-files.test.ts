import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readData, readStructures } from '@caudal/methods/exchange'
import { publisherOf } from '../../govern/testing-actors.ts'
import {
  hasOfficialSchemas,
  jsonFaults,
  xmlFaults,
} from '../../exchange/testing-official-schemas.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { readReleaseFile, releaseFolder } from './release-folder.ts'
import { createReleaseService } from './service.ts'

const ana = publisherOf('SLV')

/** SYNTHETIC crossings: few French, many of three neighbours. */
const crossings = `select 'SLV' as country, date '2019-01-01' + (i * 7919 % 181)::integer as crossed_on,
    case when i % 2 = 0 then 'arrival' else 'departure' end as direction,
    case when i < 2 then 'FRA' when i % 7 = 0 then 'HND' when i % 3 = 0 then 'GTM' when i % 3 = 1 then 'NIC' else 'SLV' end as citizenship,
    case when i * 31 % 11 < 5 then 'F' else 'M' end as sex, 18 + i * 13 % 60 as age,
    1941 + i * 13 % 60 as birth_year
  from range(3000) as drawn(i)`

const where = 'where=country:SLV;time.year:2019'
const files = new Map<string, string>()
const outcomes: unknown[] = []
const file = (name: string) => files.get(name) ?? ''

beforeAll(async () => {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'a',
      synthetic: true,
      sql: crossings,
    })
    const service = createReleaseService(node)
    const drafted = await service.draft(ana, {
      series: 'flows-2019',
      title: { es: 'Flujos', en: 'Flows', fr: 'Flux' },
      rules: { threshold: 3 },
      figures: [
        {
          id: 'by-citizenship',
          cube: 'movements',
          table: `rows=citizenship&columns=direction&${where}`,
        },
        { id: 'by-month', cube: 'movements', table: `rows=time&columns=direction&${where}` },
      ],
    })
    const read = (name: string) => {
      const content = readReleaseFile(node, drafted.id, name)
      if (content !== undefined) files.set(name, content.toString('utf8'))
    }
    read('manifest.json')
    const manifest = JSON.parse(file('manifest.json')) as { files: { path: string }[] }
    for (const { path } of manifest.files) read(path)
    outcomes.push(await service.verify(ana, drafted.id))
    const touched = join(releaseFolder(node, drafted.id), 'public/sdmx/by-month.csv')
    writeFileSync(touched, file('sdmx/by-month.csv').replace(/\d+/, '7'))
    outcomes.push(await service.verify(ana, drafted.id))
  })
}, 60_000)

async function observationsOf(name: string) {
  const { structures } = await structuresOf()
  const own = structures.find(({ reference: { id } }) => id === 'FLOWS_2019_BY_CITIZENSHIP')!
  const dimensions = new Set(own.dimensions.map(({ id }) => id))
  const found = []
  const source = async function* () {
    yield file(name)
  }
  for await (const read of await readData(source, dimensions)) found.push(...read)
  return found.map(({ key, period, value, attributes }) => ({
    key: `${key['CITIZENSHIP']} ${key['DIRECTION']} ${key['COUNTRY']}`,
    period,
    value: value === '' || value === 'NaN' ? undefined : value,
    status: attributes['OBS_STATUS'],
    confidential: attributes['CONF_STATUS'],
  }))
}

async function structuresOf() {
  const source = async function* () {
    yield file('sdmx-structure.xml')
  }
  const { dataStructures } = await readStructures(source)
  return { structures: dataStructures }
}

test('the figures of a release are told by three SDMX files alike, hidden ones without a reason', async () => {
  const [xml, csv, json] = await Promise.all(
    ['xml', 'csv', 'json'].map((ending) => observationsOf(`sdmx/by-citizenship.${ending}`)),
  )
  const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1)
  expect(csv!.toSorted(byKey)).toEqual(xml!.toSorted(byKey))
  expect(json!.toSorted(byKey)).toEqual(xml!.toSorted(byKey))
  expect(xml).toContainEqual({
    key: 'FRA arrival SLV',
    period: '2019',
    value: undefined,
    status: 'Q',
    confidential: 'C',
  })
  const stat = JSON.parse(file('en/by-citizenship.json')) as {
    dimension: Record<string, { category: { index: string[] } }>
    value: Record<number, number | null>
  }
  const codes = (dimension: string) => stat.dimension[dimension]!.category.index
  const arrival = codes('direction').indexOf('arrival')
  const shown = codes('citizenship').flatMap((code, at) => {
    const value = stat.value[at * codes('direction').length + arrival]
    return typeof value === 'number' ? [{ key: `${code} arrival SLV`, value: String(value) }] : []
  })
  expect(shown.length).toBeGreaterThan(1)
  for (const figure of shown) expect(xml).toContainEqual(expect.objectContaining(figure))
})

test('totals stand in the tables as CSV and JSON-stat as they do in SDMX: where cells are hidden they cannot be added up', async () => {
  const totals = (await observationsOf('sdmx/by-citizenship.csv')).flatMap(({ key, value }) => {
    const [citizenship, direction] = key.split(' ')
    return citizenship === '_T' || direction === '_T' ? [[citizenship, direction, value ?? '']] : []
  })
  expect(totals.length).toBeGreaterThan(5)
  const lines = file('es/by-citizenship.csv').trim().split('\r\n')
  const inCsv = lines.map((line) => line.split(','))
  const stat = JSON.parse(file('fr/by-citizenship.json')) as {
    id: string[]
    size: number[]
    dimension: Record<
      string,
      { category: { index: string[]; child: Record<string, string[]>; label: object } }
    >
    value: Record<number, number | null>
  }
  const codes = stat.id.map((id) => stat.dimension[id]!.category.index)
  expect(stat.size).toEqual(codes.map(({ length }) => length))
  for (const [citizenship, direction, value] of totals) {
    const line = inCsv.find((cells) => cells[0] === citizenship && cells[2] === direction)!
    expect(line[6]).toBe(value)
    expect(line[7]).toBe(value === '' ? 'suppressed' : '')
    const at = codes[0]!.indexOf(citizenship!) * codes[1]!.length + codes[1]!.indexOf(direction!)
    expect(String(stat.value[at] ?? '')).toBe(value)
  }
  const { child } = stat.dimension['citizenship']!.category
  expect(child).toEqual({ _T: codes[0]!.slice(0, -1) })
})

test.skipIf(!hasOfficialSchemas)(
  'SDMX files of a release are valid by the official schemas',
  () => {
    expect(xmlFaults(file('sdmx-structure.xml'))).toEqual([])
    expect(jsonFaults('data', '2.1.0', file('sdmx/by-month.json'))).toEqual([])
  },
)

test('a page has a map where a figure is of countries, and says what is hidden in it', () => {
  const page = file('fr/index.html')
  const map = /<figure class="map">.*?<\/figure>/s.exec(page)![0]
  expect(map).toContain('<title>Honduras: ')
  expect(map).toContain('class="hidden"><title>France: ⊘')
  expect(page.match(/class="map"/g)).toHaveLength(1)
  expect(page).toContain('href="../sdmx/by-month.csv"')
})

test('SDMX files and maps are recomputed byte for byte, and one that was touched is named', () => {
  expect(outcomes).toEqual([
    { outcome: 'verified', files: expect.any(Number), compared: 'files' },
    { outcome: 'differs', differences: [{ file: 'sdmx/by-month.csv', kind: 'altered' }] },
  ])
})
