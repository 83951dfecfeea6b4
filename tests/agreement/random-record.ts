import * as fc from 'fast-check'
import type { Field, FieldType, FieldValue, RecordType } from '@caudal/methods/collect'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'

const pad = (number: number, width = 2) => String(number).padStart(width, '0')

/** Days that matter: leap days, ends of months and years, the day of reception and around it. */
const notableDays = [
  '2024-02-29',
  '2000-02-29',
  '1900-02-28',
  '2023-02-28',
  '2024-03-01',
  '2024-03-02',
  '2023-12-31',
  '2024-01-01',
  '1899-12-31',
  '1000-01-01',
  '2999-12-31',
]

export const randomDay = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...notableDays) },
  {
    weight: 2,
    arbitrary: fc
      .date({
        min: new Date('1890-01-01T00:00:00Z'),
        max: new Date('2030-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10)),
  },
)

export const randomTimestamp = fc
  .tuple(randomDay, fc.nat(23), fc.nat(59), fc.nat(59))
  .map(([day, hour, minute, second]) => `${day} ${pad(hour)}:${pad(minute)}:${pad(second)}`)

/** Letters with and without accents, outside the basic plane, and signs that SQL minds. */
export const randomText = fc.oneof(
  fc.constantFrom(
    '',
    'A',
    'Ñandú',
    'José O’Neil',
    "D'Angelo",
    'a"b',
    '👍🏽',
    'ß',
    'Ærø',
    'İ',
    'ΟΔΟΣ',
    '%_',
    '\\',
  ),
  fc
    .array(fc.constantFrom(...Array.from('abcXYZ áéíóúñÑüçœ 0123456789-</.👍中')), {
      maxLength: 12,
    })
    .map((letters) => letters.join('')),
)

const randomPeriod = fc.oneof(
  fc.constantFrom('2020', '2020-S1', '2020-S3', '2020-Q1', '2020-Q4', '2020-Q5', '2020-13'),
  fc.constantFrom('2020-12', '2020-W01', '2020-W53', '2021-W53', '2020-W54', '2020-02-29'),
  fc.constantFrom(
    '2021-02-29',
    '0999',
    '3000',
    'abc',
    '',
    '2035',
    '2024-03',
    '2020-M03',
    '1999-W00',
  ),
  fc
    .tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 53 }))
    .map(([year, week]) => `${year}-W${pad(week)}`),
)

const smallInteger = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(0, 120, 121, 3650, 3651, 1990, 2024, Number.MAX_SAFE_INTEGER),
)

const decimal = fc.oneof(
  fc.constantFrom(0, -0.5, 90, 90.0001, -180.5, 100, 100.5, 0.1),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
)

function randomCode(field: Field): fc.Arbitrary<string> {
  const codes = getCodeList(field.codeList ?? 'countries').codes.map(({ code }) => code)
  return fc.oneof(
    // Codes of a short list may each be asked for by a rule.
    fc.constantFrom(...(codes.length <= 24 ? codes : [...codes.slice(0, 4), ...codes.slice(-8)])),
    fc.constantFrom('_U', '_T', 'NOT-A-CODE', 'EUE', 'work', 'Q', 'A', 'M', 'F'),
  )
}

const randomByType: Readonly<Record<Exclude<FieldType, 'code'>, fc.Arbitrary<FieldValue>>> = {
  text: randomText,
  date: randomDay,
  timestamp: randomTimestamp,
  integer: smallInteger,
  decimal,
  boolean: fc.boolean(),
  period: randomPeriod,
}

function randomValue(field: Field): fc.Arbitrary<FieldValue> {
  const value = field.type === 'code' ? randomCode(field) : randomByType[field.type]
  return fc.option(value, { nil: null, freq: 5 })
}

/** A record as mapping may leave it: of the right types, but not of the right sense. */
export function randomRecord(recordType: RecordType): fc.Arbitrary<Record<string, FieldValue>> {
  return fc.record(
    Object.fromEntries(recordType.fields.map((field) => [field.id, randomValue(field)])),
  )
}
