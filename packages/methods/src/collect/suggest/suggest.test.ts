import { describe, expect, test } from 'vitest'
import { listCodeLists } from '../../vocabulary/code-lists/index.ts'
import { getField, getRecordType, listRecordTypes } from '../records/index.ts'
import { guessDates } from './guess-dates.ts'
import { sampleColumns } from './sampled-column.ts'
import { scoreName } from './score-field.ts'
import { suggestFields } from './suggest-fields.ts'
import { suggestRecordTypes } from './suggest-record-type.ts'

const findCodeList = (id: string) => listCodeLists().find((list) => list.id === id)

function suggested(names: readonly string[], rows: readonly (readonly string[])[]) {
  const [best] = suggestRecordTypes(sampleColumns(names, rows), listRecordTypes(), {
    findCodeList,
    country: 'GTM',
  })
  const fields = Object.fromEntries(best!.fields.map(({ column, field }) => [column, field]))
  return { type: best!.recordType.id, fields, suggestions: best!.fields }
}

describe('columns are recognised in three languages', () => {
  test.each([
    [
      ['Fecha de cruce', 'Tipo mov.', 'Nacionalidad', 'Sexo', 'Fec. nacimiento', 'Apellidos'],
      ['05/03/2020', 'ENTRADA', 'Honduras', 'Femenino', '17/08/1988', 'Núñez Paz'],
    ],
    [
      ['Date of crossing', 'Direction', 'Nationality', 'Gender', 'DOB', 'Surname'],
      ['2020-03-05', 'Arrival', 'Honduran', 'Female', '1988-08-17', 'Núñez Paz'],
    ],
    [
      [
        'Date du franchissement',
        'Sens',
        'Nationalité',
        'Sexe',
        'Date de naissance',
        'Nom de famille',
      ],
      ['2020-03-05', 'Entrée', 'Honduras', 'Femme', '1988-08-17', 'Núñez Paz'],
    ],
  ])('%j', (names, row) => {
    const { type, fields } = suggested(names, [row, row])
    expect(type).toBe('movement')
    expect(Object.values(fields)).toEqual(
      expect.arrayContaining([
        'crossed_on',
        'direction',
        'citizenship',
        'sex',
        'birth_date',
        'family_names',
      ]),
    )
  })
})

test('a reception centre is told from a border post by its columns', () => {
  const { type, fields } = suggested(
    ['FECHA_RETORNO', 'TIPO_RETORNO', 'PAIS_PROCEDENCIA', 'EDAD', 'DEPARTAMENTO', 'ACOMPANAMIENTO'],
    [['01/02/2024', 'DEPORTADO', 'MEXICO', '15', 'HUEHUETENANGO', 'NNA NO ACOMPAÑADO']],
  )
  expect(type).toBe('return')
  expect(fields).toMatchObject({
    FECHA_RETORNO: 'returned_on',
    DEPARTAMENTO: 'origin_department',
    EDAD: 'age',
  })
})

test('a column whose content contradicts its name is left for a person to place', () => {
  const { fields } = suggested(
    ['fecha', 'sentido', 'sexo'],
    [
      ['05/03/2020', 'E', '2020-01-01'],
      ['06/03/2020', 'S', '2020-01-02'],
    ],
  )
  expect(fields['sexo']).toBeUndefined()
})

test('codes that the list does not know are proposed by likeness, with less confidence', () => {
  const { suggestions } = suggested(
    ['fecha', 'movimiento', 'nacionalidad'],
    [
      ['05/03/2020', 'E', 'Hondurass'],
      ['05/03/2020', 'S', 'Xyzqw'],
    ],
  )
  const codes = suggestions.find(({ field }) => field === 'citizenship')!.codes
  expect(codes.map(({ from, to }) => [from, to])).toEqual([
    ['Hondurass', 'HND'],
    ['Xyzqw', undefined],
  ])
  expect(codes[0]!.confidence).toBeLessThan(1)
  const direction = suggestions.find(({ field }) => field === 'direction')!
  expect(direction.codes.map(({ to }) => to)).toEqual(['arrival', 'departure'])
})

describe('dates', () => {
  const of = (...texts: string[]) =>
    guessDates(
      sampleColumns(
        ['f'],
        texts.map((text) => [text]),
      )[0]!,
    )

  test.each([
    [['2020-03-05'], 'yyyy-MM-dd'],
    [['31/12/2020', '01/02/2021'], 'dd/MM/yyyy'],
    [['12/31/2020', '02/01/2021'], 'MM/dd/yyyy'],
    [['20201231'], 'yyyyMMdd'],
    [['2020-03-05T14:30:00'], "yyyy-MM-dd'T'HH:mm:ss"],
    [['31-12-2020 23:59'], 'dd-MM-yyyy HH:mm'],
    [['31/12/20', '01/02/21'], 'dd/MM/yy'],
    [['5 mar. 2024 3:05 p. m.'], 'd MMM yyyy h:mm a'],
    [['5 de marzo de 2024'], "d 'de' MMMM 'de' yyyy"],
  ])('%j are read by %s', (texts, pattern) => {
    expect(of(...texts)?.pattern).toBe(pattern)
  })

  test('in which no day is beyond the twelfth name the other pattern too', () => {
    expect(of('01/02/2020', '03/04/2020')).toMatchObject({
      pattern: 'dd/MM/yyyy',
      rival: 'MM/dd/yyyy',
    })
  })

  test('that several hands have written are read by several patterns, but never by both orders', () => {
    expect(of('31/12/2020', '01/02/2021', '2021-02-03', '04/05/21')).toMatchObject({
      pattern: 'dd/MM/yyyy',
      others: ['yyyy-MM-dd', 'dd/MM/yy'],
      share: 1,
    })
    expect(of('31/12/2020', '13/02/2021', '02/28/2021')?.others).toBeUndefined()
  })

  test('of two figures are of this century up to a year that the profile says', () => {
    const columns = sampleColumns(
      ['fecha', 'sentido', 'fecha nac'],
      [['31/12/23', 'E', '17/08/88']],
    )
    const fields = suggestFields(columns, getRecordType('movement'), {
      findCodeList,
      thisYear: 2024,
    })
    expect(Object.fromEntries(fields.map(({ field, mapping }) => [field, mapping]))).toMatchObject({
      crossed_on: { date: 'dd/MM/yy', pivotYear: 2049 },
      birth_date: { date: 'dd/MM/yy', pivotYear: 2024 },
    })
  })

  test('as spreadsheets count them are days where the name says so', () => {
    const columns = sampleColumns(
      ['Fecha', 'Sentido', 'Expediente'],
      [
        ['45292', 'E', '45292'],
        ['45293', 'S', '45990'],
      ],
    )
    const fields = suggestFields(columns, getRecordType('movement'), { findCodeList })
    expect(fields.find(({ field }) => field === 'crossed_on')?.mapping).toEqual({
      column: 'Fecha',
      date: 'excel',
    })
  })

  test('are not seen in numbers of documents', () => {
    expect(of('P1234567', '20500017')).toBeUndefined()
  })
})

test('a name in another order of words is recognised, one of nothing is not', () => {
  const birth = getField(getRecordType('movement'), 'birth_date')
  expect(scoreName('nacimiento_fecha', birth)).toBeGreaterThan(0.8)
  expect(scoreName('observaciones', birth)).toBeLessThan(0.4)
})
