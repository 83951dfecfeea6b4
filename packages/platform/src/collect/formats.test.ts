import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { quoteText } from '@caudal/methods/collect'
import type { Refusal } from '@caudal/methods/vocabulary'
import { snapshot } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { importFile, listBatches, listFindings } from './service.ts'
import { crossingsProfile, testFolder, writeImport } from './testing-import.ts'
import { day, moment, workbookOf, zipOf, type TestCell } from './testing-workbook.ts'
import { keeper } from '../govern/testing-actors.ts'

const header = [
  'fecha',
  'sentido',
  'pais',
  'sexo',
  'nacimiento',
  'nombres',
  'apellidos',
  'documento',
]
const row = ['05/03/2020', 'E', 'GTM', 'F', '17/08/1988', 'Ximena', 'Quetzal Prueba', 'P1234567']
const other = ['06/03/2020', 'S', 'SLV', 'M', '01/01/1970', 'Noé', 'Núñez', 'P7654321']

const profileFor = (layout: Record<string, unknown>, fields: Record<string, unknown> = {}) =>
  crossingsProfile({
    layout,
    fields: { ...(crossingsProfile()['fields'] as object), ...fields },
  })

/** Imports a file and gives its report with the facts it became, in the order of the file. */
async function imported(content: string | Buffer, name: string, profile: Record<string, unknown>) {
  return withNode(async (node) => {
    const { file, profile: path } = writeImport(content, { name, profile })
    const report = await importFile(node, keeper, { file, profile: path, receivedOn: '2024-01-01' })
    const { findings } = await listFindings(node, keeper, report.batch)
    const { files } = await snapshot(node, 'movement')
    const rows = await node.lake.rows(
      `SELECT CAST(crossed_on AS VARCHAR) AS crossed_on, direction, citizenship, sex, age
      FROM read_parquet(${quoteText(files.facts[0]!)}) ORDER BY record_id`,
    )
    return { report, findings, rows }
  })
}

const facts = [
  { crossed_on: '2020-03-05', direction: 'arrival', citizenship: 'GTM', sex: 'F', age: 31 },
  { crossed_on: '2020-03-06', direction: 'departure', citizenship: 'SLV', sex: 'M', age: 50 },
]

describe('every format gives the same records', () => {
  test('values parted by tabs', async () => {
    const text = [header, row, other].map((cells) => cells.join('\t')).join('\n')
    const { rows } = await imported(text, 'cruces.tsv', profileFor({ format: 'tsv' }))
    expect(rows).toEqual(facts)
  })

  test('values without a row of names, read in place and out of an archive', async () => {
    const text = `CRUCES\n${[row, other, ['x']].map((cells) => cells.join(',')).join('\n')}\n`
    const layout = { format: 'csv', delimiter: ',', headerRows: 0, skipLines: 1 }
    const place = (name: string) => `#${header.indexOf(name) + 1}`
    const named = Object.entries(
      crossingsProfile()['fields'] as Record<string, { column?: string }>,
    )
    const fields = Object.fromEntries(
      named.map(([id, { column, ...rest }]) => [
        id,
        column === undefined ? rest : { ...rest, column: place(column) },
      ]),
    )
    const whole = await imported(text.replace('x\n', ''), 'cruces.csv', profileFor(layout, fields))
    expect(whole.rows).toEqual(facts)
    const packed = await imported(gzipSync(text), 'cruces.csv.gz', profileFor(layout, fields))
    expect(packed.rows).toEqual(facts)
    expect(packed.findings.map(({ line, rule }) => [line, rule])).toEqual([[4, 'line.ragged']])
  })

  test('a text of fixed width in an old encoding, its ends cut off', async () => {
    const widths = [10, 1, 3, 1, 10, 12, 20, 10]
    const line = (cells: readonly string[]) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('')
        .trimEnd()
    const columns = header.map((name, at) => ({
      name,
      start: 1 + widths.slice(0, at).reduce((sum, width) => sum + width, 0),
      width: widths[at]!,
    }))
    const text = Buffer.from(`ENCABEZADO\r\n${line(row)}\r\n\r\n${line(other)}\r\n`, 'latin1')
    const layout = { format: 'fixed', encoding: 'latin-1', skipLines: 1, columns }
    const { rows, report } = await imported(text, 'cruces.txt', profileFor(layout))
    expect(rows).toEqual(facts)
    expect(report.rowsRead).toBe(2)
  })

  test('one object a line, gzipped, with a key that comes late and a broken line', async () => {
    const object = (cells: readonly string[]) =>
      Object.fromEntries(header.map((name, at) => [name, cells[at]]))
    const lines = [
      JSON.stringify(object(row)),
      '',
      '{"fecha": "07/03/2020", "sentido": ',
      JSON.stringify({ ...object(other), mercancia: 'no' }),
    ]
    const packed = gzipSync(lines.join('\n'))
    const { rows, report, findings } = await imported(
      packed,
      'cruces.ndjson.gz',
      profileFor({ format: 'ndjson' }),
    )
    expect(rows).toEqual(facts)
    expect(report.rowsRead).toBe(3)
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([['object.broken', 3]])
    expect(report.quality.newColumns).toEqual(['mercancia'])
  })

  test('a sheet of a workbook, with days as numbers, shared and formatted texts', async () => {
    const shared = (index: number): TestCell => ({ xml: `<c r="REF" t="s"><v>${index}</v></c>` })
    const book = workbookOf({
      Portada: [['no es esta']],
      Datos: [
        ['Reporte de cruces'],
        [...header, 'hora'],
        [day(43895), 'E', 'GTM', 'F', day(32372), shared(0), shared(1), 1234567, moment(43895.5)],
        [],
        [day(43896), 'S', 'SLV', 'M', day(25569), 'Noé', 'Núñez', 'P7654321'],
      ],
    })
    const iso = { date: 'yyyy-MM-dd' }
    const { rows, report } = await imported(
      book,
      'cruces.xlsx',
      profileFor(
        { format: 'xlsx', sheet: 'datos', skipLines: 1 },
        {
          crossed_on: { column: 'fecha', ...iso },
          birth_date: { column: 'nacimiento', ...iso },
          crossed_at: { column: 'hora', date: 'yyyy-MM-dd HH:mm:ss' },
        },
      ),
    )
    expect(rows).toEqual(facts)
    expect(report.rowsRead).toBe(2)
  })

  test('a workbook inside an archive, its header in two merged rows', async () => {
    const book = workbookOf(
      {
        Hoja1: [
          ['Cruce', null, 'Persona', null, null, null, null, 'documento'],
          header.slice(0, 7),
          row,
          other,
        ],
      },
      { merged: ['A1:B1', 'C1:G1', 'H1:H2'] },
    )
    const at = (group: string, name: string) => `${group} / ${name}`
    const profile = profileFor(
      { format: 'xlsx', headerRows: 2 },
      {
        crossed_on: { column: at('Cruce', 'fecha'), date: 'dd/MM/yyyy' },
        direction: { column: at('Cruce', 'sentido'), codes: { E: 'arrival', S: 'departure' } },
        citizenship: { column: at('Persona', 'pais') },
        sex: { column: at('Persona', 'sexo') },
        birth_date: { column: at('Persona', 'nacimiento'), date: 'dd/MM/yyyy' },
        given_names: { column: at('Persona', 'nombres') },
        family_names: { column: at('Persona', 'apellidos') },
      },
    )
    const { rows } = await imported(zipOf({ 'envio/cruces.xlsx': book }), 'envio.zip', profile)
    expect(rows).toEqual(facts)
  })

  test('a Parquet file with typed columns', async () => {
    await withNode(async (node) => {
      const file = join(testFolder(), 'cruces.parquet')
      await node.lake.run(
        `COPY (SELECT DATE '2020-03-05' AS fecha, 'E' AS sentido, 'GTM' AS pais, 'F' AS sexo,
          DATE '1988-08-17' AS nacimiento, 'Ximena' AS nombres, 'Quetzal "X", Prueba' AS apellidos,
          CAST(NULL AS VARCHAR) AS documento) TO ${quoteText(file)} (FORMAT parquet)`,
      )
      const iso = { date: 'yyyy-MM-dd' }
      const profile = join(testFolder(), 'perfil.json')
      writeFileSync(
        profile,
        JSON.stringify(
          profileFor(
            { format: 'parquet' },
            {
              crossed_on: { column: 'fecha', ...iso },
              birth_date: { column: 'nacimiento', ...iso },
            },
          ),
        ),
      )
      const report = await importFile(node, keeper, { file, profile, receivedOn: '2024-01-01' })
      expect(report.rowsAccepted).toBe(1)
      expect(report.quality.completeness).toMatchObject({ citizenship: 1, age: 1 })
    })
  })
})

describe('a workbook is read as data', () => {
  const withCells = (...cells: TestCell[]) => workbookOf({ Datos: [header, [...row], cells] })

  test('with links to other files and macros, none of which are opened', async () => {
    const book = workbookOf(
      { Datos: [header, row] },
      {
        relations:
          '<Relationship Id="rId9" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="rId8" Target="externalLinks/externalLink1.xml"/>',
        parts: { 'xl/vbaProject.bin': 'MACRO', 'xl/externalLinks/externalLink1.xml': '<broken' },
      },
    )
    const { rows } = await imported(book, 'cruces.xlsm', profileFor({ format: 'xlsx' }))
    expect(rows).toEqual(facts.slice(0, 1))
  })

  test('in which a formula counts with the value that was saved', async () => {
    const formula: TestCell = {
      xml: '<c r="REF" t="str"><f>HYPERLINK("http://x","S")</f><v>S</v></c>',
    }
    const [date, , ...rest] = other
    const { rows } = await imported(
      withCells(date!, formula, ...rest),
      'cruces.xlsx',
      profileFor({ format: 'xlsx' }),
    )
    expect(rows).toEqual(facts)
  })

  test('whose cells beyond the header are a column without a name, not lost', async () => {
    const { report, rows } = await imported(
      withCells(...other, 'al margen'),
      'cruces.xlsx',
      profileFor({ format: 'xlsx' }),
    )
    expect(rows).toEqual(facts)
    expect(report.quality.newColumns).toEqual(['#9'])
  })
})

describe('a file that is not what it seems is refused whole', () => {
  const book = workbookOf({ Datos: [header, row] })
  const entities = workbookOf(
    {},
    {
      parts: {
        'xl/workbook.xml':
          '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook><sheets>&b;</sheets></workbook>',
      },
    },
  )

  const bomb = workbookOf(
    { Datos: [header, row] },
    { parts: { 'xl/sharedStrings.xml': `<sst>${' '.repeat(80 * 2 ** 20)}</sst>` } },
  )
  const cases: readonly [what: string, Buffer | string, layout: object, code: string][] = [
    ['a sheet that is not there', book, { format: 'xlsx', sheet: 'Enero' }, 'sheet-missing'],
    ['a CSV called a workbook', 'a,b\n1,2\n', { format: 'xlsx' }, 'format-not-text'],
    ['a workbook called a CSV', book, { format: 'csv' }, 'archive-member-unclear'],
    ['a workbook cut short', book.subarray(0, 400), { format: 'xlsx' }, 'archive-broken'],
    [
      'a workbook without sheets',
      zipOf({ '[Content_Types].xml': '' }),
      { format: 'xlsx' },
      'workbook-broken',
    ],
    ['a workbook that declares entities', entities, { format: 'xlsx' }, 'workbook-broken'],
    ['an empty sheet', workbookOf({ Datos: [header] }), { format: 'xlsx' }, 'file-without-records'],
    ['a workbook that expands like a bomb', bomb, { format: 'xlsx' }, 'archive-too-large'],
    [
      'a Parquet that is cut short',
      `PAR1${'x'.repeat(40)}`,
      { format: 'parquet' },
      'parquet-broken',
    ],
    ['a JSON array as lines', '[{"fecha": "1"}]', { format: 'ndjson' }, 'format-not-text'],
  ]

  test('and leaves nothing behind', async () => {
    await withNode(async (node) => {
      const codes: string[][] = []
      for (const [what, content, layout] of cases) {
        const { file, profile } = writeImport(content, {
          name: 'cruces.dat',
          profile: profileFor({ ...layout }),
        })
        const refusal = await importFile(node, keeper, { file, profile }).catch(
          (error: Refusal) => error,
        )
        codes.push([what, (refusal as Refusal).code.replace('collect.', '')])
      }
      expect(codes).toEqual(cases.map(([what, , , code]) => [what, code]))
      expect(await listBatches(node, keeper)).toEqual([])
      expect(readdirSync(node.folder.lake)).toEqual([])
    })
  })
})
