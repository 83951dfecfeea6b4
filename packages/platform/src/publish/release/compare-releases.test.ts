import { expect, test } from 'vitest'
import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { compareReleases, mostCompared } from './compare-releases.ts'
import type { ShownCube } from './compose-release.ts'

type Row = readonly [year: string, sex: string, value: number, hidden?: true]

const shown = (rows: readonly Row[]): ShownCube[] => [
  {
    cube: 'returns',
    vintage: '2026-01',
    hierarchies: {},
    tables: [
      {
        name: 'returns-year-sex',
        dimensions: ['time.year', 'sex'],
        rows: rows.map(([year, sex, value, hidden]) => ({
          codes: [year, sex],
          value,
          ...(hidden && { hidden }),
        })),
      },
    ],
  },
]
const compared = (before: readonly Row[], after: readonly Row[]) =>
  compareReleases(shown(before), shown(after), 'en', createCodeListBook())[0]!

test('a figure of two releases is told by what it is of, its largest changes first', () => {
  const figure = compared(
    [
      ['2024', 'F', 10],
      ['2024', 'M', 20],
      ['2023', 'F', 5],
      ['2023', 'M', 7, true],
      ['2022', 'F', 1],
    ],
    [
      ['2024', 'F', 12],
      ['2024', 'M', 80],
      ['2023', 'F', 5],
      ['2023', 'M', 7],
      ['2025', 'F', 3],
    ],
  )
  expect(figure).toMatchObject({
    figure: 'returns-year-sex',
    title: 'Returned migrants: year, sex',
    same: 1,
    changed: 2,
    shown: 1,
    hidden: 0,
    added: 1,
    gone: 1,
    notListed: 0,
  })
  expect(figure.cells[0]).toEqual({ cell: '2024 · Men', before: 20, after: 80 })
  expect(figure.cells).toContainEqual({ cell: '2023 · Men', before: null, after: 7 })
  expect(figure.cells).toHaveLength(5)
})

test('cells that differ beyond those listed are counted', () => {
  const rows = (extra: number): Row[] =>
    Array.from({ length: mostCompared + 7 }, (_, at) => [String(1900 + at), 'F', at + extra])
  const figure = compared(rows(0), rows(1))
  expect([figure.changed, figure.cells.length, figure.notListed]).toEqual([
    mostCompared + 7,
    mostCompared,
    7,
  ])
})

test('a figure is told by what its table tells apart, at the level that it shows, and not by what it is limited to', () => {
  const rows: Row[] = [['2024', 'F', 10]]
  const table = 'rows=time.month&columns=sex&where=country:SLV;time.year:2024'
  const [figure] = compareReleases(shown(rows), shown(rows), 'es', createCodeListBook(), [
    { id: 'returns-year-sex', cube: 'returns', table },
  ])
  expect(figure!.title).toBe('Personas migrantes retornadas: mes, sexo')
})
