import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSourceProfile } from '@caudal/methods/collect'
import { checkProfile, suggestProfile } from '../service.ts'
import { testFolder } from '../testing-import.ts'
import { day, workbookOf } from '../testing-workbook.ts'
import { suggestionText } from './suggestion-text.ts'

// SYNTHETIC: every file below is made up. Its name says nothing, so that its columns have to.
function written(content: string | Buffer, name = 'x.dat'): string {
  const file = join(testFolder(), name)
  writeFileSync(file, content)
  return file
}

const lines = (...of: readonly string[]) => `${of.join('\n')}\n`

describe('what records are is told', () => {
  test('from a return sheet with a title and headings of two rows, merged upwards and sideways', async () => {
    const book = workbookOf(
      {
        'Enero 2024': [
          ['INSTITUTO NACIONAL DE MIGRACIÓN'],
          ['No.', 'Fecha', 'Datos de la persona', null, null, 'Retorno', null, null],
          [null, null, 'Sexo', 'Edad', 'Departamento', 'País', 'Vía', 'Tipo'],
          [1, day(45296), 'F', 31, 'Cortés', 'México', 'Terrestre', 'Deportado'],
          [2, day(45297), 'M', 17, 'Yoro', 'Estados Unidos', 'Aérea', 'Voluntario'],
          [3, day(45299), 'M', 44, 'Cortés', 'México', 'Terrestre', 'Deportado'],
        ],
      },
      { merged: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:H2'] },
    )
    const suggestion = await suggestProfile({ file: written(book, 'x.xlsx') })
    expect(suggestion.profile).toMatchObject({
      recordType: 'return',
      layout: { format: 'xlsx', skipLines: 1, headerRows: 2 },
      fields: {
        returned_on: { column: 'Fecha' },
        return_type: { column: 'Retorno / Tipo' },
        counterpart_country: { column: 'Retorno / País' },
        sex: { column: 'Datos de la persona / Sexo' },
        age: { column: 'Datos de la persona / Edad' },
        origin_department: { column: 'Datos de la persona / Departamento' },
      },
    })
  })

  test.each([
    [
      'movement',
      lines('20240305 E GTM F', '20240306 S HND M', '20240307 S SLV M', '20240307 E GTM M'),
    ],
    [
      'return',
      lines('20240305 DEPORTADO  MEX F', '20240306 VOLUNTARIO USA M', '20240307 DEPORTADO  USA M'),
    ],
    [
      'permit',
      lines(
        '20240305 TRABAJO    APROBADA  F',
        '20240306 ESTUDIANTE DENEGADA  M',
        '20240309 TRABAJO    APROBADA  M',
      ),
    ],
    [
      'observation',
      lines('GTM 2019    48120', 'HND 2020     9777', 'SLV 2021   102345', 'GTM 2022    51002'),
    ],
  ])(
    'from the content of fixed width without header, never beyond doubt: %s',
    async (type, text) => {
      const suggestion = await suggestProfile({ file: written(text) })
      expect(suggestion.profile).toMatchObject({ recordType: type, layout: { format: 'fixed' } })
      expect(suggestion.recordTypes[0]!.confidence).toBeLessThan(0.7)
    },
  )

  test.each([
    ['residence', 'date_inscription\tdate_radiation\tstatut\n2020-03-05\t\tRésident permanent\n'],
    [
      'displacement',
      '{"fecha":"2024-03-05","ronda":3,"personas":120,"hogares":31}\n{"fecha":"2024-03-06","ronda":3,"personas":80,"hogares":20}\n',
    ],
    ['incident', '[{"date":"2024-03-05","place":"Darién","dead":2,"missing":0}]'],
    ['survey-response', 'fecha_entrevista;upm;estrato;factor\n05/03/2024;3;1;41,5\n'],
  ])('from the names of any format: %s', async (type, text) => {
    const suggestion = await suggestProfile({ file: written(text) })
    expect(suggestion.profile['recordType']).toBe(type)
    expect(suggestion.isTypeSure).toBe(true)
  })

  test('from a title above columns that say less', async () => {
    const columns = 'Fecha;Sexo;Edad;Departamento\n05/03/2024;F;22;Cortés\n06/03/2024;M;31;Yoro\n'
    const plain = await suggestProfile({ file: written(columns) })
    const file = written(`Reporte mensual de deportados\n\n${columns}`)
    const titled = await suggestProfile({ file })
    expect(titled.profile['recordType']).toBe('return')
    const before = plain.recordTypes.find(({ id }) => id === 'return')!.confidence
    expect(titled.recordTypes[0]!.confidence).toBeGreaterThan(before)
  })
})

describe('where the evidence is thin', () => {
  const glued = lines('20240305EGTMF19880817', '20240306SHNDM19560102', '20240306SSLVM20010909')

  test('the confidence says so, and what it could be instead is named in three languages', async () => {
    const suggestion = await suggestProfile({ file: written(glued) })
    expect(suggestion.isTypeSure).toBe(false)
    expect(suggestion.recordTypes[0]!.confidence).toBeLessThan(0.2)
    const text = suggestionText(suggestion, 'es')
    expect(text).toContain('Las columnas no bastan')
    expect(text).toMatch(/Residencia \(residence\), \d+\s%; sin columna de: Fin de la residencia/)
    expect(suggestionText(suggestion, 'en')).toContain('say so with --record-type')
    expect(suggestionText(suggestion, 'fr')).toContain('Ce pourrait être aussi')
  })

  test('columns that touch are still cut around their days', async () => {
    const { profile } = await suggestProfile({ file: written(glued) })
    const { columns } = profile['layout'] as { columns: { start: number; width: number }[] }
    expect(columns.map(({ start, width }) => [start, width])).toEqual([
      [1, 8],
      [9, 5],
      [14, 8],
    ])
  })

  test('a type that somebody asks for is taken, and the likelier one stays named', async () => {
    const file = written(
      'Fecha retorno;Tipo retorno\n05/03/2024;Deportado\n06/03/2024;Voluntario\n',
    )
    const asked = await suggestProfile({ file, recordType: 'movement' })
    expect(asked.profile['recordType']).toBe('movement')
    expect(asked.isTypeSure).toBe(false)
    expect(asked.recordTypes[1]!.id).toBe('return')
  })
})

test('a comma within numbers parts no columns of fixed width', async () => {
  const file = written(lines('2023 0,08 Urbana', '2023 1,12 Rural ', '2024 0,95 Urbana'))
  const { profile } = await suggestProfile({ file })
  expect(profile['layout']).toMatchObject({ format: 'fixed' })
})

test('a delimited file without names loses no record to its header', async () => {
  const text = 'Reporte\n\n2024-03-05;E;GTM\n2024-03-06;S;HND\n2024-03-07;E;GTM\n'
  const file = written(text, 'x.csv')
  const { profile, rows } = await suggestProfile({ file, country: 'HND' })
  expect(profile['layout']).toMatchObject({ format: 'csv', skipLines: 2, headerRows: 0 })
  expect(rows).toBe(3)
  const path = written(JSON.stringify(readSourceProfile(profile)), 'perfil.json')
  const check = await checkProfile({ file, profile: path, rows: 9, receivedOn: '2024-04-01' })
  expect(check.records.map(({ values }) => [values['crossed_on'], values['direction']])).toEqual([
    ['2024-03-05', 'arrival'],
    ['2024-03-06', 'departure'],
    ['2024-03-07', 'arrival'],
  ])
})

test('figures with a column for each year become rows, and the profile reads them', async () => {
  const file = written('pais,2019,2020\nGTM,812,913\nHND,77,104\n')
  const { profile } = await suggestProfile({ file })
  const fields = { ...(profile['fields'] as object), measure: { constant: 'population' } }
  const path = written(JSON.stringify({ ...profile, fields }), 'perfil.json')
  const check = await checkProfile({ file, profile: path, rows: 9, receivedOn: '2024-04-01' })
  expect(
    check.records.map(({ values }) => [values['ref_area'], values['period'], values['value']]),
  ).toEqual([
    ['GTM', '2019', 812],
    ['GTM', '2020', 913],
    ['HND', '2019', 77],
    ['HND', '2020', 104],
  ])
})

test('records that lie inside another object of JSON are refused with where they lie', async () => {
  const file = written(
    '{"total": 2, "registros": [{"fecha": "2024-03-05"}, {"fecha": "2024-03-06"}]}',
  )
  await expect(suggestProfile({ file })).rejects.toMatchObject({
    code: 'collect.json-wrapped',
    details: { key: 'registros' },
  })
})

test('months over columns are proposed as rows and read as months, totals aside', async () => {
  const file = written(
    'País;ene-24;feb-24;mar-24;Total\nHonduras;10;20;;30\nGuatemala;1;2;3;6\n',
    'deportaciones.csv',
  )
  const { profile, unplaced } = await suggestProfile({ file, country: 'GTM', language: 'fr' })
  expect(profile['unpivot']).toMatchObject({ keep: ['País'], nameTo: 'Période', valueTo: 'Valeur' })
  expect(unplaced).toEqual(['Total'])
  const fields = { ...(profile['fields'] as object), measure: { constant: 'migration-flow' } }
  const path = written(JSON.stringify({ ...profile, fields }), 'profile.json')
  const { records } = await checkProfile({ file, profile: path, rows: 9, receivedOn: '2024-04-01' })
  expect(
    records.map(({ values }) => [values['ref_area'], values['period'], values['value']]),
  ).toEqual([
    ['HND', '2024-01', 10],
    ['HND', '2024-02', 20],
    ['GTM', '2024-01', 1],
    ['GTM', '2024-02', 2],
    ['GTM', '2024-03', 3],
  ])
})
