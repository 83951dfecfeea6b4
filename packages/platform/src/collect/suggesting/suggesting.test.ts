import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSourceProfile } from '@caudal/methods/collect'
import { checkProfile, suggestProfile } from '../service.ts'
import {
  crossing,
  crossings,
  crossingsProfile,
  testFolder,
  writeImport,
} from '../testing-import.ts'
import { day, workbookOf } from '../testing-workbook.ts'
import { checkText } from './check-text.ts'
import { suggestionText } from './suggestion-text.ts'

function written(name: string, content: string | Buffer): string {
  const file = join(testFolder(), name)
  writeFileSync(file, content)
  return file
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('caudal-look-'))

describe('a profile is proposed', () => {
  test('for a semicolon file in an old encoding below a title, and reads the file', async () => {
    const text =
      'DIRECCION GENERAL DE MIGRACION\r\n\r\nFECHA;TIPO_MOV;NACIONALIDAD;SEXO;NACIMIENTO\r\n' +
      '05/03/2020;ENTRADA;ESPAÑA;F;17/08/1988\r\n25/03/2020;SALIDA;MÉXICO;M;S/D\r\n13/04/2020;SALIDA;S/D;M;S/D\r\n'
    const file = written('entradas 2020.csv', Buffer.from(text, 'latin1'))
    const suggestion = await suggestProfile({ file, country: 'GTM' })
    expect(suggestion.profile).toMatchObject({
      id: 'entradas-2020',
      recordType: 'movement',
      layout: {
        format: 'csv',
        encoding: 'latin-1',
        delimiter: ';',
        skipLines: 2,
        missing: ['S/D'],
      },
      fields: {
        country: { constant: 'GTM' },
        crossed_on: { column: 'FECHA', date: 'dd/MM/yyyy' },
        direction: { column: 'TIPO_MOV' },
        citizenship: { column: 'NACIONALIDAD' },
        sex: { column: 'SEXO' },
        birth_date: { column: 'NACIMIENTO', date: 'dd/MM/yyyy' },
      },
    })
    expect(() => readSourceProfile(suggestion.profile)).not.toThrow()
    const profile = join(testFolder(), 'perfil.json')
    writeFileSync(profile, JSON.stringify(suggestion.profile))
    const check = await checkProfile({ file, profile, rows: 3, receivedOn: '2024-01-01' })
    expect(
      check.records.map(({ values }) => [values['crossed_on'], values['citizenship']]),
    ).toEqual([
      ['2020-03-05', 'ESP'],
      ['2020-03-25', 'MEX'],
      ['2020-04-13', null],
    ])
    expect(leftovers()).toEqual([])
  })

  test('for a sheet of a workbook with two rows of headings', async () => {
    const book = workbookOf(
      {
        Notas: [['Léame']],
        Retornos: [
          ['Retorno', null, 'Persona', null],
          ['fecha', 'tipo', 'sexo', 'edad'],
          ['05/03/2020', 'Deportado', 'F', 22],
          ['25/03/2020', 'Deportado', 'M', 9],
        ],
      },
      { merged: ['A1:B1', 'C1:D1'] },
    )
    const { profile } = await suggestProfile({
      file: written('retornos.xlsx', book),
      recordType: 'return',
      country: 'HND',
    })
    expect(profile).toMatchObject({
      recordType: 'return',
      layout: { format: 'xlsx', sheet: 'Retornos', headerRows: 2 },
      fields: {
        returned_on: { column: 'Retorno / fecha', date: 'dd/MM/yyyy' },
        sex: { column: 'Persona / sexo' },
        age: { column: 'Persona / edad' },
      },
    })
  })

  test('for a sheet whose records are a day and words, which look like names of columns', async () => {
    const header = ['fecha', 'sentido', 'pais', 'sexo', 'documento']
    const rows = [1, 2, 3].map((n) => [day(43894 + n), 'E', 'GTM', 'F', `P10${n}`])
    // the day has one heading of two rows, the others a heading over their own
    const over = [
      ['fecha', 'Cruce', null, 'Persona', null],
      [null, ...header.slice(1)],
    ]
    const sheets = [
      { head: [header], merged: [], layout: {} },
      { head: [['Cruces', null, null, null, null], header], merged: [], layout: { skipLines: 1 } },
      { head: over, merged: ['A1:A2', 'B1:C1', 'D1:E1'], layout: { headerRows: 2 } },
    ]
    const words = ['Guatemala', 'Turismo', 'Corinto', 'Terrestre', 'Mujer']
    for (const { head, merged, layout } of [
      ...sheets,
      { head: [header, ...Array.from({ length: 8 }, () => words)], merged: [], layout: {} },
    ]) {
      const suggested = await suggestProfile({
        file: written('cruces.xlsx', workbookOf({ Datos: [...head, ...rows] }, { merged })),
        recordType: 'movement',
      })
      expect(suggested.profile['layout']).toEqual({ format: 'xlsx', ...layout })
      expect(suggested.rows).toBe(3 + head.filter((row) => row === words).length)
    }
  })

  test.each([
    ['{"fecha": "2020-03-05", "sexo": "F"}\n{"fecha": "2020-03-06", "sexo": "M"}\n', 'ndjson'],
    ['[{"fecha": "2020-03-05", "sexo": "F"}, {"fecha": "2020-03-06", "sexo": "M"}]', 'json'],
    ['fecha\tsexo\n2020-03-05\tF\n2020-03-06\tM\n', 'tsv'],
    [
      '2020-03-05 ENTRADA   F 031\n2020-03-06 SALIDA    M 008\n2020-03-07 ENTRADA   M 020\n',
      'fixed',
    ],
  ])('for %j, whose format is %s', async (text, format) => {
    const { profile, layout } = await suggestProfile({ file: written('a.dat', text) })
    expect(profile['layout']).toMatchObject({ format })
    expect(layout.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true)
  })

  test('in words, in three languages, that name what a person must decide', async () => {
    const file = written('a.csv', crossings(crossing({ pais: 'Hondurass' }), crossing()))
    const suggestion = await suggestProfile({ file })
    expect(suggestionText(suggestion, 'es')).toContain('Hondurass → HND (Honduras)')
    expect(suggestionText(suggestion, 'en')).toContain('Required fields are missing: country')
    expect(suggestionText(suggestion, 'fr')).toContain('jour et mois ne se distinguent pas')
  })
})

describe('nothing is proposed', () => {
  test.each([
    ['%PDF-1.4 …', 'format-not-text'],
    ['', 'file-empty'],
    ['solo,un,encabezado\n', 'file-without-records'],
  ])('for %j: %s', async (text, code) => {
    const refused = suggestProfile({ file: written('x', text) })
    await expect(refused).rejects.toMatchObject({ code: `collect.${code}` })
  })

  test('for a record type or a country that does not exist', async () => {
    const file = written('a.csv', crossings(crossing()))
    await expect(suggestProfile({ file, recordType: 'crossing' })).rejects.toMatchObject({
      code: 'collect.record-type-unknown',
    })
    await expect(suggestProfile({ file, country: 'XX' })).rejects.toMatchObject({
      code: 'collect.country-unknown',
    })
  })
})

describe('a profile is tried on the first records', () => {
  test('each with its values in words, and with what would be found in it', async () => {
    const { file, profile } = writeImport(
      crossings(
        crossing(),
        crossing({ sentido: '?', pais: 'Atlantis' }),
        crossing({ fecha: '31/02/2020' }),
      ),
    )
    const check = await checkProfile({ file, profile, rows: 5, receivedOn: '2024-01-01' })
    expect(check.records.map(({ findings, failed }) => [findings.length, failed.length])).toEqual([
      [0, 0],
      [2, 2],
      [1, 1],
    ])
    const text = checkText(check, 'es')
    expect(text).toContain('Registro 1: se aceptaría')
    expect(text).toContain('Registro 3: se rechazaría')
    expect(text).toContain('Nacionalidad (citizenship): Guatemala (GTM)')
    expect(text).toContain('«Atlantis»')
  })

  test('wide ones turned long, and a column that is not named is told', async () => {
    const wide = 'anio,pais,F,M\n2020,GTM,3,4\n'
    const profile = {
      ...crossingsProfile(),
      id: 'ancho',
      recordType: 'observation',
      unpivot: { keep: ['anio', 'pais'], nameTo: 'sexo', valueTo: 'personas' },
      fields: {
        measure: { constant: 'population' },
        period: { column: 'anio' },
        ref_area: { column: 'pais' },
        sex: { column: 'sexo' },
        value: { column: 'personas' },
      },
    }
    const { file, profile: path } = writeImport(wide, { profile })
    const { records } = await checkProfile({
      file,
      profile: path,
      rows: 5,
      receivedOn: '2024-01-01',
    })
    expect(records.map(({ values }) => [values['sex'], values['value']])).toEqual([
      ['F', 3],
      ['M', 4],
    ])
  })

  test('and refused where an import would be', async () => {
    const { file, profile } = writeImport('otra,cosa\n1,2\n')
    await expect(
      checkProfile({ file, profile, rows: 5, receivedOn: '2024-01-01' }),
    ).rejects.toMatchObject({ code: 'collect.columns-missing' })
  })
})

const shared = new URL('../../../../../../shared/data/', import.meta.url)
if (!existsSync(shared)) {
  console.warn('Skipped: the real public files are not beside the project (../shared/data).')
}
test.skipIf(!existsSync(shared))('public files are recognised for what they are', async () => {
  const typeOf = async (name: string) =>
    (await suggestProfile({ file: new URL(name, shared).pathname })).profile
  expect(await typeOf('dtm-global-admin0-2.csv')).toMatchObject({
    recordType: 'displacement',
    layout: { hxlTags: true },
    fields: {
      reported_on: { column: 'reportingDate', date: "yyyy-MM-dd'T'HH:mm:ss" },
      persons: { column: 'numPresentIdpInd' },
    },
  })
  expect(await typeOf('missing-migrants-2020-01.csv')).toMatchObject({ recordType: 'incident' })
  expect(await typeOf('guatemala-municipal-indicators.xlsx')).toMatchObject({
    layout: { format: 'xlsx', skipLines: 5 },
  })
})
