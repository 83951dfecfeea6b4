import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkProfile, suggestProfile } from '../service.ts'
import { testFolder } from '../testing-import.ts'
import { day, workbookOf } from '../testing-workbook.ts'
import { suggestionText } from './suggestion-text.ts'

// SYNTHETIC: files as they come in from people who are in a hurry.
function written(name: string, content: string | Buffer): string {
  const path = join(testFolder(), name)
  writeFileSync(path, content)
  return path
}

/** What is suggested for a file, and the records that its profile would make, with what is added by hand. */
async function tried(file: string, added: Readonly<Record<string, unknown>> = {}) {
  const suggestion = await suggestProfile({ file, country: 'HND', language: 'es' })
  const { profile } = suggestion
  const fields = { ...(profile['fields'] as object), ...added }
  const path = written('perfil.json', JSON.stringify({ ...profile, fields }))
  const check = await checkProfile({ file, profile: path, rows: 9, receivedOn: '2024-04-01' })
  return { suggestion, records: check.records }
}

test('days written in several ways in one column are all read', async () => {
  const file = written(
    'mezcla.csv',
    Buffer.from(
      'Fecha;Sentido;Nacionalidad\n31/01/2024;Entrada;Hondureña\n2024-02-01;Salida;México\n13/02/24;Salida;Panamá\n',
      'latin1',
    ),
  )
  const { records } = await tried(file)
  expect(records.map(({ values }) => [values['crossed_on'], values['citizenship']])).toEqual([
    ['2024-01-31', 'HND'],
    ['2024-02-01', 'MEX'],
    ['2024-02-13', 'PAN'],
  ])
})

test('points between thousands are no fractions, and a total below the records is left out', async () => {
  const file = written(
    'remesas.csv',
    'País;Año;Valor\nHonduras;2023;1.234.567\nGuatemala;2023;12.345\nTotal;2023;1.246.912\n',
  )
  const { suggestion, records } = await tried(file, {
    measure: { constant: 'remittances-received' },
  })
  expect(records.map(({ values, leftOut }) => [values['value'], leftOut])).toEqual([
    [1234567, false],
    [12345, false],
    [1246912, true],
  ])
  expect(suggestionText(suggestion, 'es')).toContain('dice «Total» son totales')
})

test('of two columns of one name one is used and the other said to be left', async () => {
  const file = written(
    'doble.csv',
    'Fecha,Tipo,Nacionalidad,Nacionalidad\n05/03/2024,Entrada,HND,SLV\n16/03/2024,Salida,GTM,GTM\n',
  )
  const { suggestion, records } = await tried(file)
  expect(suggestion.unplaced).toEqual(['Nacionalidad (4)'])
  expect(records.map(({ values }) => values['citizenship'])).toEqual(['HND', 'GTM'])
})

test('of two tables on a sheet the first is proposed and the other named', async () => {
  const sheet = [
    ['Entradas enero 2024'],
    ['Fecha', 'Sentido', 'Nacionalidad', 'Sexo'],
    [day(45296), 'Entrada', 'HND', 'F'],
    [day(45297), 'Entrada', 'GTM', 'M'],
    [],
    ['Permisos enero 2024'],
    ['Fecha solicitud', 'Categoría', 'Resultado', 'Sexo'],
    [day(45296), 'Residencia temporal', 'Aprobada', 'F'],
  ]
  const file = written('dos.xlsx', workbookOf({ Hoja1: sheet }))
  const suggestion = await suggestProfile({ file, country: 'HND' })
  expect(suggestion.profile).toMatchObject({ recordType: 'movement', layout: { skipLines: 1 } })
  expect(suggestion.otherTables).toEqual([7])
  expect(suggestionText(suggestion, 'fr')).toContain('commence à la ligne 7')
})

test('permits of which only applications are kept need no day of a decision', async () => {
  const file = written(
    'solicitudes.csv',
    'Fecha solicitud;Categoría;Resultado\n15/03/2024;Residencia temporal;Aprobada\n',
  )
  const { records } = await tried(file)
  expect(records[0]?.values['recorded_on']).toBe('2024-03-15')
})

test('the country that returned nationals come from is not taken for their own', async () => {
  const file = written('retornos.csv', 'Fecha;Tipo retorno;País\n15/03/2024;Deportado;México\n')
  const { records } = await tried(file)
  expect(records[0]?.values).toMatchObject({ counterpart_country: 'MEX' })
})

test('a line with a byte of nothing is rejected when it is read, and gives no code to the profile', async () => {
  const file = written(
    'nulo.csv',
    'Fecha;Sentido;Nacionalidad\n15/03/2024;Entrada;HND\n16/03/2024;Sal\0ida;GTM\n17/03/2024;Salida;GTM\n',
  )
  const { suggestion, records } = await tried(file)
  expect(JSON.stringify(suggestion)).not.toContain('\\u0000')
  expect(records).toHaveLength(2)
})
