import { expect, test } from 'vitest'
import { keeper } from '../../govern/testing-actors.ts'
import { withNode } from '../../store/testing.ts'
import { importFile, listFindings } from '../service.ts'
import { crossing, crossings, writeImport } from '../testing-import.ts'

test('records of a file of many megabytes keep its order, and findings name their lines', async () => {
  const rows = 360_000
  const perDay = 150
  const dayOf = (row: number) => new Date(Date.UTC(2015, 0, 1 + Math.floor(row / perDay)))
  const written = (day: Date) => day.toISOString().slice(0, 10).split('-').reverse().join('/')
  const [before, after] = crossing({ fecha: '|' }).split('|')
  const lines = Array.from({ length: rows }, (_, row) =>
    // One record a day is of no known direction: its finding has to name that line.
    row % perDay === 0
      ? crossing({ fecha: written(dayOf(row)), sentido: `X${row}` })
      : `${before}${written(dayOf(row))}${after}`,
  )
  await withNode(async (node) => {
    await importFile(node, keeper, writeImport(crossings(lines.join('\n'))))
    const [order] = await node.lake.rows<{ back: number }>(
      `SELECT count(*) FILTER (day < earlier) AS back FROM (
         SELECT crossed_on AS day, lag(crossed_on) OVER (ORDER BY record_id) AS earlier
         FROM read_parquet('${node.folder.lake}/movement/facts/1/*.parquet'))`,
    )
    expect(order!.back).toBe(0)
    const { findings } = await listFindings(node, keeper, 1, { limit: 100 })
    const named = findings.filter(({ value }) => /^X\d+$/.test(value ?? ''))
    expect(named.length).toBeGreaterThan(10)
    for (const { line, value } of named) expect(value).toBe(`X${line - 2}`)
  })
})
