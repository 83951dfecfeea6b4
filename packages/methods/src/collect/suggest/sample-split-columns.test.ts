import { expect, test } from 'vitest'
import { sampleColumns } from './sampled-column.ts'
import { sampleSplitColumns } from './sample-split-columns.ts'

const columns = sampleColumns(
  ['lugar'],
  [['Cortés / Choloma'], ['Cortés / Omoa'], ['cortés / choloma'], ['?'], ['']],
)

test('a part of a divided column is counted text by text', () => {
  const pattern = '(?<departamento>[^/]+) / (?<municipio>.+)'
  const [department, town] = sampleSplitColumns([{ column: 'lugar', pattern }], columns)
  expect(department).toEqual({
    name: 'departamento',
    values: [
      { text: 'Cortés', count: 2 },
      { text: 'cortés', count: 1 },
    ],
    rows: 5,
    empty: 2,
  })
  expect(town?.values.map(({ text }) => text)).toEqual(['Choloma', 'Omoa', 'choloma'])
})

test('a pattern that is still being written, or of a column that is not there, makes no part', () => {
  expect(sampleSplitColumns([{ column: 'lugar', pattern: '(?<a>[^/' }], columns)).toEqual([])
  expect(sampleSplitColumns([{ column: 'sitio', pattern: '(?<a>.+)' }], columns)).toEqual([])
  expect(sampleSplitColumns(undefined, columns)).toEqual([])
})
