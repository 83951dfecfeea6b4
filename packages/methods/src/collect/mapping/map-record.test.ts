import { describe, expect, test } from 'vitest'
import { createCodeListBook } from '../../vocabulary/code-lists/index.ts'
import { readSourceProfile } from '../profile/read-source-profile.ts'
import { getRecordType } from '../records/index.ts'
import { recordMapper, type MappedRecord, type SourceRow } from './map-record.ts'

const codeLists = createCodeListBook()

function mapped(fields: object, row: SourceRow, rest: object = {}): MappedRecord {
  const profile = readSourceProfile({
    id: 'trial',
    version: 1,
    recordType: 'movement',
    title: { es: 't', en: 't', fr: 't' },
    dataset: 'trial',
    source: { owner: 'o', title: 't', licence: 'l', citation: 'c' },
    layout: { format: 'csv' },
    fields: {
      country: { constant: 'HND' },
      crossed_on: { column: 'fecha', date: 'dd/MM/yyyy' },
      direction: { constant: 'arrival' },
      ...fields,
    },
    ...rest,
  })
  return recordMapper(profile, getRecordType('movement'), (id) => codeLists.find(id))(row)
}

/** The day of birth that a text of two-digit years means before 2025. */
function birth(text: string): unknown {
  const fields = { birth_date: { column: 'nac', date: 'dd-MMM-yy', pivotYear: 2024 } }
  return mapped(fields, { fecha: '01/01/2024', nac: text }).values['birth_date']
}

describe('a row becomes a record', () => {
  test('with the age reached on the day of the crossing', () => {
    const { values } = mapped(
      { birth_date: { column: 'nac', date: 'dd/MM/yyyy' } },
      { fecha: '28/02/2025', nac: '29/02/2004' },
    )
    expect(values).toMatchObject({ age: 20, birth_year: 2004, country: 'HND' })
  })

  test('with the age that the source gives, even where it disagrees', () => {
    const { values } = mapped(
      { birth_date: { column: 'nac', date: 'dd/MM/yyyy' }, age: { column: 'edad' } },
      { fecha: '28/02/2025', nac: '29/02/2004', edad: '33' },
    )
    expect(values['age']).toBe(33)
  })

  test('and 31 February is a finding, never a silent gap', () => {
    const { values, findings } = mapped({}, { fecha: '31/02/2020' })
    expect(values['crossed_on']).toBeNull()
    expect(findings).toEqual([
      { rule: 'value.unreadable', field: 'crossed_on', text: '31/02/2020', level: 'reject' },
    ])
  })

  test('and a year of two digits belongs to the century the profile says', () => {
    expect(birth('05-ENE-24')).toBe('2024-01-05')
    expect(birth('05-ene-25')).toBe('1925-01-05')
    expect(birth('29-feb-00')).toBe('2000-02-29')
  })

  test('and an unknown code is let in as unknown, with a finding', () => {
    const { values, findings } = mapped({ sex: { column: 's' } }, { fecha: '01/01/2020', s: 'Q' })
    expect(values['sex']).toBe('_U')
    expect(findings[0]).toMatchObject({ rule: 'value.unmapped', text: 'Q', level: 'warn' })
  })

  test('and an unknown code is kept where the source has codes of its own', () => {
    const { values, findings } = mapped(
      { border_post: { column: 'p', unmapped: 'keep' } },
      { fecha: '01/01/2020', p: 'PX-9' },
    )
    expect(values['border_post']).toBe('PX-9')
    expect(findings).toEqual([])
  })

  test('and a code means what it meant on the day of the crossing', () => {
    const citizenship = {
      column: 'c',
      codes: [
        { from: 'YU', to: 'YUG', validTo: '2003-07-23' },
        { from: 'YU', to: 'SRB', validFrom: '2003-07-24' },
      ],
    }
    const on = (fecha: string) => mapped({ citizenship }, { fecha, c: 'yu' }).values['citizenship']
    expect(on('01/01/2000')).toBe('YUG')
    expect(on('01/01/2010')).toBe('SRB')
  })

  test('and a municipality that was joined with others is the new one from that day on', () => {
    const on = (fecha: string, m: string, country = 'SLV') =>
      recordMapper(
        readSourceProfile({
          id: 'trial',
          version: 1,
          recordType: 'residence',
          title: { es: 't', en: 't', fr: 't' },
          dataset: 'trial',
          country,
          source: { owner: 'o', title: 't', licence: 'l', citation: 'c' },
          layout: { format: 'csv' },
          fields: {
            country: { constant: country },
            started_on: { column: 'fecha' },
            municipality: { column: 'm' },
          },
        }),
        getRecordType('residence'),
        (id) => codeLists.find(id),
      )({ fecha, m }).values['municipality']
    expect(on('2024-04-30', 'Soyapango')).toBe('SLV0617')
    expect(on('2024-05-01', 'Soyapango')).toBe('SV10002')
    expect(on('2024-05-01', 'SLV0617')).toBe('SV10002')
    // A name of several countries is that of the country that keeps the file.
    expect(on('2020-01-01', 'Jutiapa', 'GTM')).toBe('GT2201')
    expect(on('2020-01-01', 'Jutiapa', 'HND')).toBe('HN0104')
    expect(on('2020-01-01', 'Jutiapa', 'SLV')).toBe('SLV0904')
  })

  test('and nothing is asked of an empty answer', () => {
    const { values, findings } = mapped(
      { sex: { column: 's', missing: ['N/D'] }, age: { column: 'e' } },
      { fecha: '01/01/2020', s: ' N/D ', e: '  ' },
    )
    expect(values).toMatchObject({ sex: null, age: null })
    expect(findings).toEqual([])
  })

  test('and rows that are no records say so', () => {
    const leaveOut = [{ column: 'fecha', values: ['TOTAL'], reason: { es: 't', en: 't', fr: 't' } }]
    expect(mapped({}, { fecha: ' TOTAL ' }, { leaveOut }).leftOut).toBe(true)
    expect(mapped({}, { fecha: '01/01/2020' }, { leaveOut }).leftOut).toBe(false)
  })

  test('and an instant is a time of the place, daylight saving included', () => {
    const crossed_at = { column: 't', date: "yyyy-MM-dd'T'HH:mm", timeZone: 'UTC' }
    const at = (timeZone: string, t: string, changes: object = {}) =>
      mapped(
        { crossed_at: { ...crossed_at, ...changes } },
        { fecha: '01/07/2024', t },
        { timeZone },
      )
    const read = (zone: string, t: string, changes?: object) =>
      at(zone, t, changes).values['crossed_at']
    expect(read('America/Tegucigalpa', '2024-07-01T03:00')).toBe('2024-06-30 21:00:00')
    expect(read('America/New_York', '2024-07-01T03:00')).toBe('2024-06-30 23:00:00')
    expect(read('America/New_York', '2024-01-01T03:00')).toBe('2023-12-31 22:00:00')
    const own = { date: "yyyy-MM-dd'T'HH:mmXXX", timeZone: undefined }
    expect(read('America/New_York', '2024-01-01T03:00-06:00', own)).toBe('2024-01-01 04:00:00')
    const local = { timeZone: undefined }
    expect(read('America/New_York', '2024-03-10T01:30', local)).toBe('2024-03-10 01:30:00')
    expect(at('America/New_York', '2024-03-10T02:30', local).findings).toMatchObject([
      { rule: 'value.unreadable', field: 'crossed_at', text: '2024-03-10T02:30' },
    ])
  })

  test('and one column is several fields, and one that its pattern does not match a finding', () => {
    const split = [{ column: 'p', pattern: '(?<apellidos>[^,]+), (?<nombres>.+)' }]
    const fields = {
      family_names: { column: 'apellidos' },
      given_names: { column: 'nombres' },
    }
    const { values } = mapped(fields, { fecha: '01/01/2020', p: 'DOE, JANE' }, { split })
    expect(values).toMatchObject({ family_names: 'DOE', given_names: 'JANE' })
    const { findings } = mapped(fields, { fecha: '01/01/2020', p: 'JANE DOE' }, { split })
    expect(findings.map(({ field, text }) => [field, text])).toEqual([
      ['given_names', 'JANE DOE'],
      ['family_names', 'JANE DOE'],
    ])
  })
})
