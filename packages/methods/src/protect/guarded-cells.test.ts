import { expect, test } from 'vitest'
import { guardedCells } from './guarded-cells.ts'
import { makeDimension } from './table/dimension.ts'
import { makeProgramme } from './table/programme.ts'

const letters = (name: string, codes: string) => makeDimension(name, codes.split(' '))

test('a cell that is hidden for another names the nearest sensitive one, along the totals both stand in', () => {
  const programme = makeProgramme([letters('row', 'a b c'), letters('column', 'x y z')], [[0, 1]])
  const [rows, columns] = programme.dimensions
  const at = (row: string, column: string) =>
    programme.find([rows!.codes.indexOf(row), columns!.codes.indexOf(column)])!
  const hidden = new Uint8Array(programme.cellCount)
  const all = ['a x', 'a y', 'b x', 'b y', 'c z'].map((name) => name.split(' ') as [string, string])
  for (const [row, column] of all) hidden[at(row, column)] = 1
  const found = guardedCells(programme, hidden, [at('a', 'x')])
  const of = (row: string, column: string) => found.get(at(row, column))
  expect(of('a', 'x')).toEqual({ cell: at('a', 'x'), totals: 0 })
  expect(of('a', 'y')).toEqual({ cell: at('a', 'x'), totals: 1 })
  expect(of('b', 'x')).toEqual({ cell: at('a', 'x'), totals: 1 })
  // it stands in no total with the sensitive one: it keeps hidden what keeps that one hidden
  expect(of('b', 'y')).toEqual({ cell: at('a', 'x'), totals: 2 })
  // no chain of hidden cells leads to it
  expect(of('c', 'z')).toBeUndefined()
  expect(of('c', 'x')).toBeUndefined()
})
