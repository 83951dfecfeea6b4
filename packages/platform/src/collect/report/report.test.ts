import { describe, expect, it } from 'vitest'
import { findingMessage } from '../quality/finding-message.ts'
import { editDistance, suggestCode } from '../quality/suggest-code.ts'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import type { ImportReport } from '../import-report.ts'
import { csvLine } from './csv-line.ts'
import { writeFindingList } from './finding-list.ts'
import { importLines } from './import-text.ts'
import { textTable } from './text-table.ts'

const finding = {
  record: 3,
  line: 5,
  recordId: null,
  rule: 'line.ragged',
  level: 'reject',
  field: null,
  value: '3',
  expected: '8',
} as const

const report: ImportReport = {
  status: 'imported',
  batch: 7,
  dataset: 'crossings',
  recordType: 'movement',
  profile: 'crossings',
  profileVersion: 1,
  file: 'cruces.csv',
  rowsRead: 12_345,
  rowsAccepted: 12_340,
  rowsRejected: 5,
  rowsFlaggedDuplicate: 2,
  quality: {
    encoding: 'utf-8',
    byteOrderMark: false,
    packing: 'plain',
    archiveMember: null,
    format: 'csv',
    delimiter: ',',
    newColumns: ['clima'],
    absentColumns: [],
    repeatedColumns: [],
    leftOut: 0,
    findings: [
      { rule: 'line.ragged', level: 'reject', count: 5, found: '3–9', expected: '8' },
      { rule: 'value.unmapped', level: 'warn', count: 9 },
    ],
    unmapped: [{ field: 'citizenship', code: 'Guatemalla', count: 9, suggestion: 'GTM' }],
    unmappedCodes: 1,
    completeness: {},
    repeats: { identical: 2 },
  },
  seconds: {},
}

describe('the report of an import', () => {
  it('tells people in their language what became of the file', () => {
    expect(importLines(report, 'es')).toEqual([
      'Lote 7: cruces.csv está en crossings.',
      'Registros leídos: 12.345; aceptados: 12.340; rechazados: 5.',
      'Rechazados por regla:',
      '             5  La línea tiene de 3 a 9 campos; el encabezado tiene 8. [line.ragged]',
      'Avisos por regla:',
      '             9  Ni el perfil de la fuente ni la lista de códigos conocen este código. [value.unmapped]',
      'Códigos desconocidos (1):',
      '             9  citizenship "Guatemalla"  → ¿GTM?',
      'Repetidos señalados, sin borrar ninguno: 2 (idénticos: 2).',
      'Columnas nuevas que el perfil no lee: clima.',
      'Línea por línea: caudal batches show 7 --findings',
    ])
    for (const language of ['en', 'fr'] as const) {
      expect(importLines(report, language)).toHaveLength(importLines(report, 'es').length)
    }
  })

  it('says that a file was there already', () => {
    expect(importLines({ ...report, status: 'already-received' }, 'en')).toEqual([
      'cruces.csv was imported before (batch 7); nothing has changed.',
    ])
  })
})

describe('a list of findings', () => {
  it('gives the reason in words', () => {
    expect(writeFindingList([finding], 'movement', 'table', 'en')).toBe(
      'Line  Record  Level     Rule         Field  Value  Reason\n' +
        '   5       3  rejected  line.ragged         3      The line has 3 fields; the header has 8.\n',
    )
  })

  it('as CSV holds nothing that a spreadsheet would run', () => {
    const [, line] = writeFindingList(
      [{ ...finding, value: '=cmd|calc' }],
      'movement',
      'csv',
      'en',
    ).split('\r\n')
    expect(line).toContain(",'=cmd|calc,")
  })
})

describe('a line of CSV', () => {
  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('disarms %j', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/)
  })

  it('quotes what needs it and leaves numbers alone', () => {
    expect(csvLine([-12, 'a "b", c', null, 'd'])).toBe('-12,"a ""b"", c",,d\r\n')
  })
})

describe('a suggestion for an unknown code', () => {
  const countries = getCodeList('countries')
  it('is the code of the nearest spelling', () => {
    expect(suggestCode(countries, 'Hondurass')).toBe('HND')
    expect(suggestCode(countries, 'Nicargua')).toBe('NIC')
  })

  it('is not made where nothing is near', () => {
    expect(suggestCode(countries, 'Atlantis Unida')).toBeUndefined()
    expect(suggestCode(countries, 'X')).toBeUndefined()
  })

  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('mexcio', 'mexico')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
  })
})

it('a table of text lines up its columns, numbers to the right', () => {
  expect(
    textTable(
      [
        ['a', '10'],
        ['bcé', '5'],
      ],
      [1],
    ),
  ).toBe('a    10\nbcé   5\n')
})

describe('a line with another number of fields than the header', () => {
  it('says how many it has and how many it should, in each language', () => {
    const said = (details: { found?: string; expected?: string }) =>
      (['es', 'en', 'fr'] as const).map((language) =>
        findingMessage('movement', 'line.ragged', language, details),
      )
    expect(said({ found: '1', expected: '8' })).toEqual([
      'La línea tiene 1 campo; el encabezado tiene 8.',
      'The line has 1 field; the header has 8.',
      'La ligne a 1 champ ; l’en-tête en a 8.',
    ])
    expect(said({ found: '3–9', expected: '8' })[2]).toBe(
      'La ligne a de 3 à 9 champs ; l’en-tête en a 8.',
    )
    expect(said({})[0]).toBe('La línea no tiene tantos campos como el encabezado.')
    expect(findingMessage('movement', 'line.width', 'es', { found: '79', expected: '80' })).toBe(
      'La línea tiene 79 letras; el perfil espera 80.',
    )
  })
})
