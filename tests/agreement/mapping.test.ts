import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  compileChecks,
  compileMapping,
  foundColumn,
  getRecordType,
  quoteName,
  quoteText,
  readSourceProfile,
  recordMapper,
  selectMapped,
  type FieldType,
  type RecordType,
  type SourceProfile,
  type SourceRow,
} from '@caudal/methods/collect'
import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { openLakeSession, type LakeSession } from './lake-session.ts'
import { randomText } from './random-record.ts'
import { textFor } from './random-text.ts'

const codeLists = createCodeListBook()

let lake: LakeSession

beforeAll(async () => {
  lake = await openLakeSession()
})

afterAll(() => lake.close())

const title = { es: 'Prueba', en: 'Trial', fr: 'Essai' }

function profileOf(
  recordType: string,
  fields: Record<string, unknown>,
  rest: Record<string, unknown> = {},
): SourceProfile {
  return readSourceProfile({
    id: 'trial',
    version: 1,
    recordType,
    title,
    dataset: 'trial',
    source: { owner: 'o', title: 't', licence: 'l', citation: 'c' },
    layout: { format: 'csv' },
    fields,
    ...rest,
  })
}

function textLiteral(text: string | null | undefined): string {
  return text === null || text === undefined ? 'NULL' : quoteText(text)
}

/** Runs the SQL of a mapping on rows of texts and gives what `recordMapper` gives. */
async function mapInLake(
  profile: SourceProfile,
  recordType: RecordType,
  rows: readonly SourceRow[],
  columns: readonly string[],
  enumerateCodes: boolean,
) {
  const mapping = compileMapping(profile, recordType, {
    sourceColumns: columns,
    codeList: (id) => codeLists.find(id),
    enumerateCodes,
  })
  const values = rows.map(
    (row, index) => `(${[index, ...columns.map((column) => textLiteral(row[column]))].join(', ')})`,
  )
  const typed = columns.map(
    (column) => `CAST(${quoteName(column)} AS VARCHAR) AS ${quoteName(column)}`,
  )
  const source = `(SELECT place, ${typed.join(', ')} FROM (VALUES ${values.join(', ')}) AS t(place, ${columns.map(quoteName).join(', ')}))`
  const checks = compileChecks(recordType, profile, {
    parameters: { 'received-on': '2024-03-01' },
    codeList: (id) => codeLists.get(id),
  })
  const answer = await lake.rows(
    `${selectMapped(mapping, { from: source, passthrough: ['place'], checks })} ORDER BY place`,
  )
  return answer.map((row) => ({
    values: Object.fromEntries(
      recordType.fields.map(({ id, type }) => {
        return [id, inRecord(row[id] ?? null, type)]
      }),
    ),
    findings: mapping.columns
      .filter(({ bit, finding }) => {
        const mask = finding === 'value.unmapped' ? row['unmapped'] : row['unreadable']
        return (BigInt(String(mask)) & (1n << BigInt(bit))) !== 0n
      })
      .map(({ field, finding, findingLevel }) => ({
        rule: finding,
        field: field.id,
        text: row[foundColumn(field.id)],
        level: findingLevel,
      })),
    leftOut: row['left_out'],
  }))
}

/** The engine gives great whole numbers exactly, and writes a T between day and time. */
function inRecord(value: unknown, type: FieldType): unknown {
  if (typeof value === 'bigint') return Number(value)
  return type === 'timestamp' && typeof value === 'string' ? value.replace('T', ' ') : value
}

async function bothWays(
  profile: SourceProfile,
  rows: readonly SourceRow[],
  columns: readonly string[],
): Promise<{ readonly inBulk: object[]; readonly rowByRow: object[] }> {
  const recordType = getRecordType(profile.recordType)
  const mapper = recordMapper(profile, recordType, (id) => codeLists.find(id))
  const inLake = await mapInLake(profile, recordType, rows, columns, false)
  // Codes as enumerations are a matter of speed: the answers are the same to the letter.
  expect(await mapInLake(profile, recordType, rows, columns, true)).toEqual(inLake)
  // Row beside outcome, so that a difference shows what was read.
  return {
    inBulk: rows.map((row, index) => ({ row, ...inLake[index] })),
    rowByRow: rows.map((row) => ({ row, ...mapper(row) })),
  }
}

const datePatterns = [
  'dd/MM/yyyy',
  'd/M/yyyy',
  'yyyy-MM-dd',
  'yyyyMMdd',
  'MM-dd-yyyy',
  'dd.MM.yyyy HH:mm',
  "yyyy-MM-dd'T'HH:mm:ss",
  'yyyy-MM-dd HH:mm:ss.SSS',
  'MMMM dd, yyyy',
  'dd-MMM-yy',
  'd/M/yy',
  "d 'de' MMMM 'de' yyyy",
  'dd/MM/yyyy hh:mm a',
  'EEE d MMM yyyy',
] as const

describe('a mapping means the same in a preview and in a bulk import', () => {
  for (const pattern of datePatterns) {
    test(`dates written ${pattern}`, async () => {
      const profile = profileOf('movement', {
        country: { constant: 'SLV' },
        direction: { constant: 'arrival' },
        crossed_on: { column: 'a', date: pattern, pivotYear: 2030 },
        crossed_at: { column: 'a', date: [pattern, 'yyyy-MM-dd'], pivotYear: 1968 },
        birth_date: { column: 'b', date: [pattern, 'yyyy'.concat('-M-d')], pivotYear: 2024 },
      })
      const row = fc.record({ a: textFor.date(pattern), b: textFor.date(pattern) })
      const { inBulk, rowByRow } = await bothWays(
        profile,
        fc.sample(row, { numRuns: 600, seed: 5 }),
        ['a', 'b'],
      )
      expect(inBulk).toEqual(rowByRow)
    })
  }

  test('days as spreadsheets count them', async () => {
    const profile = profileOf('movement', {
      country: { constant: 'SLV' },
      direction: { constant: 'arrival' },
      crossed_on: { column: 'a', date: ['excel', 'yyyy-MM-dd'] },
      crossed_at: { column: 'a', date: 'excel' },
    })
    const serial = fc.oneof(
      fc.integer({ min: 0, max: 120_000 }).map(String),
      fc.double({ min: 900, max: 100_001, noNaN: true }).map((number) => number.toFixed(6)),
      fc.constantFrom('45292', '45292.5', '45292,5', '045292', '-45292', '4.5e4', '2024-01-01', ''),
    )
    const rows = fc.sample(fc.record({ a: serial }), { numRuns: 600, seed: 11 })
    const { inBulk, rowByRow } = await bothWays(profile, [{ a: '45292.75' }, ...rows], ['a'])
    expect(inBulk).toEqual(rowByRow)
    expect(rowByRow[0]).toMatchObject({
      values: { crossed_on: '2024-01-01', crossed_at: '2024-01-01 18:00:00' },
    })
  })

  test.each([
    [{ decimal: '.', thousands: ',' }],
    [{ decimal: ',', thousands: '.' }],
    [{ decimal: ',', thousands: ' ' }],
    [{ decimal: '.', thousands: "'" }],
    [{}],
  ])('numbers with the marks %j', async (marks) => {
    const profile = profileOf(
      'incident',
      {
        dead: { column: 'a' },
        missing: { column: 'b', times: 1000 },
        latitude: { column: 'c' },
        longitude: { column: 'd', times: 0.5 },
      },
      { layout: { format: 'csv', ...marks } },
    )
    const number = textFor.number
    const row = fc.record({ a: number, b: number, c: number, d: number })
    const { inBulk, rowByRow } = await bothWays(
      profile,
      fc.sample(row, { numRuns: 1500, seed: 6 }),
      ['a', 'b', 'c', 'd'],
    )
    expect(inBulk).toEqual(rowByRow)
  })

  test('periods, and the periods that dates lie in', async () => {
    for (const periodOf of ['year', 'semester', 'quarter', 'month'] as const) {
      const profile = profileOf('observation', {
        measure: { constant: 'migration-flow' },
        ref_area: { constant: 'MEX' },
        period: { column: 'a', date: ['yyyy-MM-dd', 'yyyy-MMM', 'MM/yyyy', 'yyyy'], periodOf },
      })
      const row = fc.record({ a: fc.oneof(textFor.date('yyyy-MM-dd'), textFor.period) })
      const { inBulk, rowByRow } = await bothWays(
        profile,
        fc.sample(row, { numRuns: 400, seed: 8 }),
        ['a'],
      )
      expect(inBulk).toEqual(rowByRow)
    }
    const plain = profileOf('observation', {
      measure: { constant: 'migration-flow' },
      ref_area: { constant: 'MEX' },
      period: { column: 'a' },
    })
    const row = fc.record({ a: textFor.period })
    const { inBulk, rowByRow } = await bothWays(plain, fc.sample(row, { numRuns: 1000, seed: 9 }), [
      'a',
    ])
    expect(inBulk).toEqual(rowByRow)
  })

  test('codes by list, by map, by pattern and by date', async () => {
    const profile = profileOf(
      'movement',
      {
        country: { constant: 'SLV' },
        crossed_on: { column: 'day', date: 'yyyy-MM-dd' },
        direction: {
          column: 'direction',
          codes: { '1': 'arrival', '2': 'departure' },
          unmapped: 'reject',
        },
        citizenship: { column: 'country', missing: ['N/D'] },
        birth_country: {
          column: ['empty', 'country'],
          codes: [
            { from: 'R.*', to: 'RUS', regex: true },
            { from: 'g[a-z]+a', to: 'GTM', regex: true, ignoreCase: true, validTo: '2010-12-31' },
            { from: 'ANT', to: 'CUW', validFrom: '2010-12-16' },
            { from: 'ant', to: 'ANT', validTo: '2010-12-15' },
            { from: 'Côte d’Ivoire', to: 'CIV' },
          ],
        },
        document_issuer: { column: 'country', extract: '^([A-Z]{3})(-|$)' },
        border_post: { column: 'country', unmapped: 'keep' },
        sex: { template: '{direction}{country}', codes: [{ from: '1.*', to: 'F', regex: true }] },
        carrier: { template: '{country} · {direction}' },
      },
      { layout: { format: 'csv', htmlEntities: true, missing: ['..', 'NULL'] } },
    )
    const row = fc.record({
      day: textFor.date('yyyy-MM-dd'),
      direction: fc.oneof(
        fc.constantFrom('1', '2', ' 1', 'Entradas', 'SALIDA', '', '3', null),
        randomText,
      ),
      country: fc.oneof(textFor.country, randomText),
      empty: fc.constantFrom(null, '', '  ', 'France'),
    })
    const rows = fc.sample(row, { numRuns: 3000, seed: 10 })
    const { inBulk, rowByRow } = await bothWays(profile, rows, [
      'day',
      'direction',
      'country',
      'empty',
    ])
    expect(inBulk).toEqual(rowByRow)
  })

  test('municipalities by the day of the record, of the country that keeps the file', async () => {
    const rows = ['2024-04-30', '2024-05-01', '', '1999-12-31'].flatMap((day) =>
      ['Apopa', 'SLV0602', 'San Lorenzo', '0602', 'San Salvador Oeste', 'nowhere', '7'].map(
        (m): SourceRow => ({ day, m, d: 'AHUACHAPAN' }),
      ),
    )
    const municipality = {
      column: 'm',
      codes: [
        { from: '7', to: 'SLV0101' },
        { from: '(\\d{4})', to: 'SLV\\1', regex: true },
      ],
    }
    for (const codes of [municipality.codes, municipality.codes.slice(0, 1)]) {
      const fields = {
        country: { constant: 'SLV' },
        returned_on: { column: 'day' },
        return_type: { constant: '_U' },
        origin_municipality: { ...municipality, codes },
        destination_municipality: { template: '{d}, {m}' },
      }
      const profile = profileOf('return', fields, { country: 'SLV' })
      const { inBulk, rowByRow } = await bothWays(profile, rows, ['day', 'm', 'd'])
      expect(inBulk).toEqual(rowByRow)
      expect(rowByRow).toContainEqual(
        expect.objectContaining({
          values: expect.objectContaining({ origin_municipality: 'SV10004' }),
        }),
      )
    }
  })

  test('instants of other time zones, over the days on which clocks are changed', async () => {
    const profile = profileOf(
      'movement',
      {
        country: { constant: 'SLV' },
        direction: { constant: 'arrival' },
        crossed_on: { column: 'utc', date: "yyyy-MM-dd'T'HH:mm", timeZone: 'UTC' },
        crossed_at: { column: 'there', date: "yyyy-MM-dd'T'HH:mm", timeZone: 'America/New_York' },
        birth_date: { column: 'own', date: ["yyyy-MM-dd'T'HH:mmXXX", 'd/M/yyyy h:mm a X'] },
      },
      { timeZone: 'America/Havana' },
    )
    const changes = ['2024-03-10', '2024-11-03', '1996-04-07', '2012-04-01', '2023-07-01']
    const clock = fc
      .tuple(fc.constantFrom(...changes), fc.nat(23), fc.constantFrom('00', '30'))
      .map(([day, hour, minute]) => `${day}T${String(hour).padStart(2, '0')}:${minute}`)
    const offset = fc.constantFrom('Z', '+02:00', '-06:00', '-0330', '+14', '06:00', '')
    const own = fc
      .tuple(clock, offset)
      .map((parts) => parts.join(''))
      .chain((text) => fc.constantFrom(text, '3/11/2024 1:30 AM -05:00', '31/2/2024 1:00 am Z'))
    const row = fc.record({ utc: clock, there: clock, own })
    const { inBulk, rowByRow } = await bothWays(
      profile,
      fc.sample(row, { numRuns: 600, seed: 11 }),
      ['utc', 'there', 'own'],
    )
    expect(inBulk).toEqual(rowByRow)
  })

  test('columns that say several things', async () => {
    const profile = profileOf(
      'movement',
      {
        country: { constant: 'SLV' },
        crossed_on: { template: '{mes}-01', date: 'yyyy-MM-dd' },
        direction: { constant: 'arrival' },
        sex: { column: 'sexo' },
        family_names: { column: ['apellidos', 'todo'] },
        given_names: { column: 'nombres', missing: ['N/D'], extract: '^[A-Z]+' },
      },
      {
        split: [
          {
            column: 'corte',
            pattern: '(?<mes>[0-9]{4}-[0-9]{2}) (?<sexo>[a-z]?)',
            ignoreCase: true,
          },
          { column: 'persona', pattern: '(?<apellidos>[^,]*),\\s*(?<nombres>.*)' },
        ],
      },
    )
    const row = fc.record({
      corte: fc.oneof(
        fc.constantFrom('2024-03 M', '2024-13 f', '2024-03 ', ' 2024-03 q', null),
        randomText,
      ),
      persona: fc.oneof(
        fc.constantFrom('DOE, JANE', 'DOE,N/D', 'DOE', ', ', ',ANA MARÍA', null),
        randomText,
      ),
      todo: fc.constantFrom(null, 'X'),
    })
    const rows = fc.sample(row, { numRuns: 1500, seed: 12 })
    const { inBulk, rowByRow } = await bothWays(profile, rows, ['corte', 'persona', 'todo'])
    expect(inBulk).toEqual(rowByRow)
  })

  test('columns that a file does not have leave their fields missing', async () => {
    const profile = profileOf(
      'incident',
      {
        incident_id: { column: 'id' },
        country: { column: 'land' },
        cause: { template: '{id}-{land}' },
      },
      { leaveOut: [{ column: 'id', values: ['total'], reason: title }] },
    )
    const rows = [{ id: 'total' }, { id: ' total ' }, { id: '7' }, { id: null }]
    const { inBulk, rowByRow } = await bothWays(profile, rows, ['id', 'new'])
    expect(inBulk).toEqual(rowByRow)
    const mapping = compileMapping(profile, getRecordType('incident'), {
      sourceColumns: ['id', 'new'],
      codeList: (id) => codeLists.find(id),
    })
    expect(mapping.absentColumns).toEqual(['land'])
    expect(mapping.newColumns).toEqual(['new'])
  })
})
