import { describe, expect, test } from 'vitest'
import { HtmlValidate } from 'html-validate'
import {
  chartOf,
  displayTable,
  renderTable,
  tableFacts,
  tableRecords,
  tableToCrosstabCsv,
  tableToCsv,
  tableToText,
} from './index.ts'
import { testCube } from './testing-table.ts'

const cell = (country: string, sex: string, time: string, value: number | null) => ({
  country,
  sex,
  time,
  direction: 'arrival',
  value,
})
const crossings = testCube('movements', [
  cell('SLV', 'F', '2019-01', 12_345),
  cell('SLV', 'M', '2019-01', 7),
  cell('GTM', 'F', '2020-06', 1),
])
const stocks = testCube('un-migrant-stock', [
  { destination: 'USA', origin: 'SLV', time: '2015', value: -5 },
  { destination: 'CRI', origin: 'SLV', time: '2019', value: null },
])

describe('as HTML', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'no-inline-style': 'error', 'long-title': 'off' },
  })

  test.each([
    'rows=country&columns=sex',
    'rows=country,sex&columns=time.year,direction',
    '',
    'rows=country&top=1',
    'columns=sex',
    'rows=country&where=country:FRA',
  ])('a table (%s) is valid, and each cell names headers that exist', async (query) => {
    const html = renderTable(crossings.table(query), 't1')
    const page = `<!DOCTYPE html><html lang="en"><head><title>Table</title></head><body>${html}</body></html>`
    const report = await validator.validateString(page)
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    ).toEqual([])
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!))
    expect(ids.size).toBe([...html.matchAll(/ id="/g)].length)
    for (const [, headers] of html.matchAll(/ headers="([^"]*)"/g)) {
      for (const id of headers!.split(' ')) expect(ids).toContain(id)
    }
    // cells of several rows or columns of headers name them all; those of one of each need not
    const cells = [...html.matchAll(/<td[ >](?!<)/g)].length
    const named = [...html.matchAll(/<td headers="/g)].length
    expect(named > 0).toBe(query.includes(','))
    expect(cells).toBeGreaterThanOrEqual(named)
    expect([...html.matchAll(/<th /g)].length).toBe([...html.matchAll(/<th [^>]*scope="/g)].length)
  })

  test('every row covers the same columns', () => {
    const html = renderTable(crossings.table('rows=country,sex&columns=time.year,direction&top=1'))
    const widths = tableGrid(html)
    expect(new Set(widths).size).toBe(1)
  })

  test('what comes from data cannot become markup', () => {
    const table = crossings.table('rows=country')
    const evil = {
      ...table,
      rows: [
        {
          ...table.rows[0]!,
          codes: table.rows[0]!.codes.map((code) => ({
            ...code,
            label: '<script>alert("1")</script>',
          })),
        },
      ],
    }
    const html = renderTable(evil)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
  })

  test('a missing figure is a sign with its meaning', () => {
    const html = renderTable(stocks.table('rows=destination&columns=time', 'fr'))
    expect(html).toContain('<abbr title="pas de chiffre">:</abbr>')
    expect(html).toContain('Signes\u00a0: : pas de chiffre')
    expect(html).toContain('\u22125')
  })
})

test('as text, numbers stand under each other and labels are not repeated', () => {
  expect(tableToText(crossings.table('rows=country,sex&columns=time.year'))).toBe(
    `Arrivals and departures at border posts: Crossings by recording country, sex, year (crossings: events, not persons)

Recording country  Sex      2019  2020   Total
──────────────────────────────────────────────
Guatemala          Women       0     1       1
El Salvador        Women  12\u202f345     0  12\u202f345
                   Men         7     0       7
──────────────────────────────────────────────
Total                     12\u202f352     1  12\u202f353
`,
  )
})

describe('as data', () => {
  test('each cell is a line with codes and labels, and carries what it is', () => {
    const result = crossings.table('rows=country&columns=sex&where=direction:arrival', 'es', {
      synthetic: true,
      observed: false,
    })
    const lines = tableToCsv(result).split('\r\n')
    expect(lines[0]).toBe(
      'country,country_label,sex,sex_label,measure,measure_label,value,status,unit,cube,filters,snapshot,protection,data,source',
    )
    expect(lines[1]).toBe(
      'GTM,Guatemala,F,Mujeres,crossings,Cruces,1,,"cruces: hechos, no personas",movements,Sentido: Entrada,0123456789abcdef,none,SYNTHETIC,Office (CC BY 4.0)',
    )
    expect(lines).toHaveLength(1 + 4 + 1)
    expect([...tableRecords(result).rows()]).toHaveLength(4)
  })

  test('a missing value is empty and its status says so, and a negative number is a number', () => {
    const result = stocks.table('rows=destination&columns=time')
    const csv = tableToCsv(result)
    expect(csv).toMatch(/USA,United States of America,2015,2015,stock,Migrants \(stock\),-5,,/)
    expect(csv).toMatch(/CRI,Costa Rica,2019,2019,stock,Migrants \(stock\),,missing,/)
  })

  test('labels that begin like formulas are shown, not run', () => {
    const table = crossings.table('rows=country')
    const evil = {
      ...table,
      rows: [
        {
          ...table.rows[0]!,
          codes: table.rows[0]!.codes.map(({ code }) => ({
            code,
            label: `=cmd|' /C calc'!${code}`,
          })),
        },
      ],
    }
    for (const csv of [tableToCsv(evil), tableToCrosstabCsv(evil)]) {
      expect(csv).toContain("'=cmd|")
      expect(csv).not.toMatch(/(^|,|")=cmd/m)
    }
  })

  test('a source that several files are cited of is named once beside the table', () => {
    const result = crossings.table('rows=country&columns=sex')
    const [source] = result.sources
    const sources = [source!, { ...source!, citation: 'Another file.' }]
    const named = tableFacts({ ...result, sources }).filter(({ name }) => name === 'Source')
    expect(named.map(({ value }) => value)).toEqual([`${source!.owner}: ${source!.title}`])
  })

  test('laid out as shown, the table comes with totals, notes and source', () => {
    const csv = tableToCrosstabCsv(crossings.table('rows=country&columns=sex'))
    const lines = csv.split('\r\n')
    expect(lines[2]).toBe('Recording country,Women,Men,Total')
    expect(lines[3]).toBe('Guatemala,1,0,1')
    expect(lines[5]).toBe('Total,12346,7,12353')
    expect(csv).toContain('Licence,CC BY 4.0')
    expect(csv).toContain('Notes,UNPROTECTED: ')
  })

  test('source, licence, citation and notes travel with it', () => {
    const facts = tableFacts(crossings.table('rows=country', 'fr', { synthetic: true }))
    const names = facts.map(({ name }) => name)
    expect(names[0]).toBe('SYNTHETIC')
    expect(names).toEqual(expect.arrayContaining(['Source', 'Licence', 'Comment citer', 'Notes']))
  })
})

test('the table that people see is the same in every rendering', () => {
  const shown = displayTable(crossings.table('rows=country,sex&columns=time.year'))
  expect(
    shown.rows.map(({ labels, cells }) => [...labels, ...cells.map(({ text }) => text)]),
  ).toEqual([
    ['Guatemala', 'Women', '0', '1', '1'],
    ['El Salvador', 'Women', '12\u202f345', '0', '12\u202f345'],
    ['El Salvador', 'Men', '7', '0', '7'],
  ])
})

describe('as a chart', () => {
  test('periods run along, the other dimension makes the lines', () => {
    const chart = chartOf(crossings.table('rows=time.year&columns=country'))!
    expect(chart.kind).toBe('line')
    expect(chart.x).toEqual({ label: 'Year', kind: 'time' })
    expect(
      chart.series.map(({ label, points }) => [label, points.map(({ value }) => value)]),
    ).toEqual([
      ['Guatemala', [0, 1]],
      ['El Salvador', [12_352, 0]],
    ])
    expect(
      chartOf(crossings.table('rows=country&columns=time.year'))!.series.map(({ label }) => label),
    ).toEqual(['Guatemala', 'El Salvador'])
  })

  test('without periods rows are bars', () => {
    const chart = chartOf(crossings.table('rows=country&columns=sex'))!
    expect(chart.kind).toBe('bar')
    expect(chart.series).toHaveLength(2)
    expect(chart.series[0]!.points.map(({ xLabel }) => xLabel)).toEqual([
      'Guatemala',
      'El Salvador',
    ])
  })

  test('a missing figure is a gap, not a zero', () => {
    const chart = chartOf(stocks.table('rows=time&columns=destination'))!
    expect(
      chart.series
        .find(({ label }) => label === 'Costa Rica')!
        .points.map(({ value, status }) => [value, status]),
    ).toEqual([
      [null, 'missing'],
      [null, 'missing'],
    ])
  })

  test('of more than six series the six greatest are told apart', () => {
    const many = testCube(
      'movements',
      Array.from({ length: 9 }, (_, i) =>
        cell(
          ['SLV', 'GTM', 'HND', 'NIC', 'CRI', 'PAN', 'MEX', 'USA', 'DOM'][i]!,
          'F',
          '2019-01',
          i,
        ),
      ),
    )
    const chart = chartOf(many.table('rows=sex&columns=country'))!
    expect(chart.series.filter(({ emphasised }) => emphasised)).toHaveLength(6)
    expect(chart.series.find(({ label }) => label === 'El Salvador')!.emphasised).toBe(false)
  })

  test('a table without figures has none', () => {
    expect(chartOf(crossings.table('rows=country&where=country:FRA'))).toBeUndefined()
  })
})

/** How many columns each row of a table covers, spans of rows above included. */
function tableGrid(html: string): number[] {
  const pending: number[] = []
  return [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) => {
    let width = pending.filter((left) => left > 0).length
    pending.forEach((left, index) => {
      pending[index] = Math.max(0, left - 1)
    })
    for (const [tag] of row!.matchAll(/<t[hd][^>]*>/g)) {
      const columns = Number(/colspan="(\d+)"/.exec(tag)?.[1] ?? 1)
      const rows = Number(/rowspan="(\d+)"/.exec(tag)?.[1] ?? 1)
      width += columns
      for (let i = 0; i < columns; i++) if (rows > 1) pending.push(rows - 1)
    }
    return width
  })
}
