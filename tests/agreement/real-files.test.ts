import { existsSync, readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  compileChecks,
  compileMapping,
  getRecordType,
  quoteName,
  quoteText,
  readSourceProfile,
  recordMapper,
  selectMapped,
  type SourceProfile,
  type SourceRow,
} from '@caudal/methods/collect'
import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { openLakeSession, type LakeSession } from './lake-session.ts'

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const isThere = existsSync(shared)
if (!isThere) process.stderr.write('Skipped: the real files are not beside the project.\n')

const codeLists = createCodeListBook()

let lake: LakeSession
let folder: string

beforeAll(async () => {
  lake = await openLakeSession()
  folder = mkdtempSync(join(tmpdir(), 'caudal-real-files-'))
})

afterAll(() => {
  lake.close()
  rmSync(folder, { recursive: true, force: true })
})

function profileNamed(id: string): SourceProfile {
  const file = fileURLToPath(new URL(`../../data/profiles/${id}.json`, import.meta.url))
  return readSourceProfile(JSON.parse(readFileSync(file, 'utf8')))
}

/** Maps a relation of texts with the profile and keeps the outcome as table `mapped`. */
async function map(profile: SourceProfile, relation: string): Promise<void> {
  await lake.run(`CREATE OR REPLACE TEMP TABLE source AS SELECT * FROM ${relation}`)
  const described = await lake.rows('DESCRIBE source')
  const recordType = getRecordType(profile.recordType)
  const mapping = compileMapping(profile, recordType, {
    sourceColumns: described.map((row) => String(row['column_name'])),
    codeList: (id) => codeLists.find(id),
  })
  expect(mapping.newColumns).toEqual([])
  expect(mapping.absentColumns).toEqual([])
  const checks = compileChecks(recordType, profile, {
    parameters: { 'received-on': '2026-06-30' },
    codeList: (id) => codeLists.get(id),
  })
  const sql = selectMapped(mapping, { from: 'source', passthrough: [], checks })
  await lake.run(`CREATE OR REPLACE TEMP TABLE mapped AS ${sql}`)
  const rejecting = checks
    .filter(({ level }) => level === 'reject')
    .reduce((bits, { bit }) => bits | (1n << BigInt(bit)), 0n)
  const lost = await lake.rows(
    `SELECT count(*) FILTER (unreadable <> 0) AS unreadable, count(*) FILTER (unmapped <> 0) AS unmapped,
      count(*) FILTER ((failed & ${rejecting}) <> 0) AS rejected FROM mapped WHERE NOT left_out`,
  )
  expect(lost[0]).toEqual({ unreadable: 0, unmapped: 0, rejected: 0 })
}

async function one(sql: string): Promise<Record<string, unknown>> {
  const [row] = await lake.rows(sql)
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]))
}

const csv = (path: string) => `read_csv(${quoteText(path)}, all_varchar = true, header = true)`

/** Every member of the objects as text. */
function json(path: string): string {
  const [first] = JSON.parse(readFileSync(path, 'utf8')) as object[]
  const columns = Object.keys(first ?? {}).map((name) => `${quoteName(name)}: 'VARCHAR'`)
  return `read_json(${quoteText(path)}, columns = {${columns.join(', ')}})`
}

/** The one member of a zip archive with plain headers. */
function unzip(path: string): Buffer {
  const archive = readFileSync(path)
  const name = archive.readUInt16LE(26)
  const extra = archive.readUInt16LE(28)
  return inflateRawSync(archive.subarray(30 + name + extra))
}

describe.skipIf(!isThere)(
  'the real files, mapped by the profiles that come with the platform',
  () => {
    test('New Zealand: 284,240 rows add up to 3,064,091 migrants', async () => {
      const file = join(folder, 'nz.csv')
      writeFileSync(file, unzip(join(shared, 'nz-plt-migration-1997-2016.zip')))
      await map(profileNamed('nz-plt-migration'), csv(file))
      expect(
        await one(
          `SELECT count(*) AS rows, sum(value) AS persons, count(DISTINCT ref_area) AS regions,
          count(DISTINCT citizenship) AS citizenships, count(DISTINCT age) AS ages,
          count(*) FILTER (age = 'Y0T5') AS "00-05", count(*) FILTER (age = 'Y5T9') AS "05-09",
          count(*) FILTER (direction = 'arrival') AS arrivals, count(*) FILTER (failed <> 0) AS failed FROM mapped`,
        ),
      ).toEqual({
        rows: 284240,
        persons: 3064091,
        regions: 17,
        citizenships: 11,
        ages: 19,
        '00-05': 14960,
        '05-09': 14960,
        arrivals: 142120,
        failed: 0,
      })
    })

    test('United Nations: every origin and destination is a country, and five sub-regional totals are left out', async () => {
      const path = join(shared, 'undesa-migrant-stock-2019.csv')
      await lake.run(`CREATE OR REPLACE TEMP TABLE wide AS SELECT * FROM ${csv(path)}`)
      const long = `(FROM wide UNPIVOT INCLUDE NULLS (Stock FOR Origin IN (COLUMNS(* EXCLUDE (Year, Dest)))))`
      await map(profileNamed('un-migrant-stock-2019'), long)
      expect(
        await one(`SELECT count(*) AS rows, count(*) FILTER (left_out) AS left_out FROM mapped`),
      ).toEqual({ rows: 384888, left_out: 8120 })
      expect(
        await one(
          `SELECT count(*) AS rows, sum(value) AS persons, count(DISTINCT ref_area) AS destinations,
          count(DISTINCT counterpart_area) AS origins, count(*) FILTER (value IS NULL) AS missing,
          count(*) FILTER (value IS NULL AND obs_status NOT IN ('O', 'M')) AS unexplained,
          sum(value) FILTER (period = '2019') AS stock_2019, count(*) FILTER (failed <> 0) AS failed FROM mapped WHERE NOT left_out`,
        ),
      ).toEqual({
        rows: 376768,
        persons: 1357969327,
        destinations: 232,
        origins: 232,
        missing: 345,
        unexplained: 0,
        stock_2019: 260283744,
        failed: 0,
      })
    })

    test('United Nations: what is left out is the sum of what is kept', async () => {
      const rows = await lake.rows(
        `SELECT "Dest" AS area, sum(TRY_CAST("Stock" AS BIGINT)) AS persons FROM source WHERE "Year" = '2019' AND "Dest" IN ('Melanesia', 'Micronesia', 'Polynesia', 'South America', 'Caribbean') GROUP BY ALL`,
      )
      const codes = {
        Melanesia: '054',
        Micronesia: '057',
        Polynesia: '061',
        'South America': '005',
        Caribbean: '029',
      }
      const countries = codeLists.get('countries').codes
      for (const [area, code] of Object.entries(codes)) {
        const members = countries
          .filter(({ parent }) => parent === code)
          .map((each) => quoteText(each.code))
        const kept = await one(
          `SELECT sum(value) AS persons FROM mapped WHERE period = '2019' AND NOT left_out AND ref_area IN (${members.join(', ')})`,
        )
        const printed = rows.find((row) => row['area'] === area)?.['persons']
        expect([area, kept['persons']]).toEqual([area, Number(printed)])
      }
    })

    test('Banco de México: quarters, and the same dollars', async () => {
      await map(
        profileNamed('banxico-remittances'),
        csv(join(shared, 'banxico-remittances-by-country.csv')),
      )
      expect(
        await one(
          `SELECT count(*) AS rows, sum(value) AS dollars, sum(value) FILTER (measure = 'remittances-received') AS received,
          sum(value) FILTER (measure = 'remittances-received' AND period = '2013-Q1') AS received_2013_q1,
          count(DISTINCT period) AS quarters, count(*) FILTER (counterpart_area = '_U') AS of_unknown_country,
          count(*) FILTER (failed <> 0) AS failed FROM mapped`,
        ),
      ).toEqual({
        rows: 22790,
        dollars: 572709015849,
        received: 561728047516,
        received_2013_q1: 5246557293,
        quarters: 53,
        of_unknown_country: 106,
        failed: 0,
      })
    })

    test('Missing Migrants, January 2020: 34,534 dead and missing', async () => {
      await map(
        profileNamed('missing-migrants-csv-2020'),
        csv(join(shared, 'missing-migrants-2020-01.csv')),
      )
      expect(
        await one(
          `SELECT count(*) AS rows, sum(dead) AS dead, sum(missing) AS missing, sum(dead_and_missing) AS total,
          sum(survivors) AS survivors, sum(women) AS women, sum(men) AS men, sum(children) AS children,
          max(dead_and_missing) AS largest, count(latitude) AS located, count(route) AS with_route,
          count(*) FILTER (cause = '_O') AS cause_other, count(*) FILTER (month <> strftime(occurred_on, '%Y-%m')) AS months_off FROM mapped`,
        ),
      ).toEqual({
        rows: 6249,
        dead: 19064,
        missing: 15470,
        total: 34534,
        survivors: 51649,
        women: 2256,
        men: 6317,
        children: 1829,
        largest: 1022,
        located: 6249,
        with_route: 3027,
        cause_other: 3,
        months_off: 0,
      })
    })

    const years = [
      [2019, 1832, 3637, 1783, 5420, 4936, 1],
      [2020, 1352, 2401, 1901, 4302, 6782, 14],
      [2021, 1920, 3763, 2438, 6201, 9766, 0],
      [2022, 2320, 4493, 2648, 7141, 12801, 0],
      [2023, 2689, 5400, 3206, 8606, 13506, 0],
    ] as const
    test.each(years)(
      'Missing Migrants, %i: %i records',
      async (year, rows, dead, missing, total, survivors, undated) => {
        const path = join(shared, `missing-migrants-api-${year}.json`)
        await map(profileNamed('missing-migrants-api'), json(path))
        expect(
          await one(
            `SELECT count(*) AS rows, sum(dead) AS dead, sum(missing) AS missing, sum(dead_and_missing) AS total, sum(survivors) AS survivors,
          count(*) FILTER (occurred_on IS NULL) AS undated, count(*) FILTER (year = ${year}) AS of_the_year,
          count(*) FILTER (country IS NULL) AS without_country, count(*) FILTER (location LIKE '%&%;%') AS with_entities FROM mapped`,
          ),
        ).toEqual({
          rows,
          dead,
          missing,
          total,
          survivors,
          undated,
          of_the_year: rows,
          without_country: 0,
          with_entities: 0,
        })
      },
    )

    test('both vintages of Missing Migrants read row by row as they do in bulk', async () => {
      const profile = profileNamed('missing-migrants-api')
      const recordType = getRecordType('incident')
      const path = join(shared, 'missing-migrants-api-2022.json')
      const rows = JSON.parse(readFileSync(path, 'utf8')) as SourceRow[]
      await map(profile, json(path))
      const mapper = recordMapper(profile, recordType, (id) => codeLists.find(id))
      const fields = recordType.fields.map(({ id, type }) =>
        type === 'integer' ? `CAST(${quoteName(id)} AS DOUBLE) AS ${quoteName(id)}` : quoteName(id),
      )
      const inBulk = await lake.rows(`SELECT ${fields.join(', ')} FROM mapped`)
      const inTexts = (values: Readonly<Record<string, unknown>>) =>
        recordType.fields.map(({ id }) => `${id}: ${JSON.stringify(values[id] ?? null)}`)
      const read = rows.map((row) => mapper(row))
      expect(read.flatMap(({ findings }) => findings)).toEqual([])
      expect(inBulk.map(inTexts)).toEqual(read.map(({ values }) => inTexts(values)))
    })
  },
)
