import { expect, test } from 'vitest'
import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type { ShownCube } from './compose-release.ts'
import { hiddenCells } from './hidden-cells.ts'

const dimensions = ['sex', 'mode', 'country', 'time.month']
const row = (sex: string, mode: string, more: object = {}) => ({
  codes: [sex, mode, 'SLV', '2022-05'],
  value: 2,
  ...more,
})
const hidden = true as const
const shown: ShownCube[] = [
  {
    cube: 'movements',
    vintage: 'first',
    hierarchies: {},
    tables: [
      {
        name: 'by-mode',
        dimensions,
        rows: [
          row('M', 'air', {
            hidden,
            rule: 'secondary',
            guards: { dimensions, codes: ['F', 'air', 'SLV', '2022-05'], totals: 1 },
          }),
          row('F', 'air', { hidden, rule: 'threshold', reach: 3, open: [0, 5] }),
          row('_T', '_T', { hidden, rule: 'earlier' }),
          row('F', '_T'),
        ],
      },
    ],
  },
]

test('a reviewer reads which cell each is hidden for, and what all have in common once', () => {
  const found = hiddenCells(shown, 'en', true, createCodeListBook())
  expect(found.common).toBe('El Salvador · May 2022')
  expect(found.cells.map(({ cell, why, guards }) => [cell, why, guards])).toEqual([
    ['Women · Air', 'threshold', null],
    ['Men · Air', 'secondary', { cell: 'Women · Air', totals: 1 }],
    ['Total', 'earlier', null],
  ])
  expect(found.cells[0]).toMatchObject({ value: 2, reach: 3, open: [0, 5] })
})

test('who may not read exact figures learns why a cell is hidden, and not what is in it', () => {
  const { cells } = hiddenCells(shown, 'en', false, createCodeListBook())
  expect(cells.map(({ value, reach, open }) => [value, reach, open])).toEqual(
    [0, 1, 2].map(() => [null, null, null]),
  )
})
