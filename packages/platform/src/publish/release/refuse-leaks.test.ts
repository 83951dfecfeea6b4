import { expect, test } from 'vitest'
import type { Refusal } from '@caudal/methods/vocabulary'
import { refuseLeaks } from './refuse-leaks.ts'

const leak = {
  release: 'flows-v2',
  cube: 'movements',
  cell: 'sex=F',
  between: ['flows-v1', 'flows-v1'],
  low: 0,
  high: 2,
  required: 3,
} as unknown as Parameters<typeof refuseLeaks>[1]['leaks'][number]

function refusalOf(leaks: readonly (typeof leak)[]): Refusal {
  try {
    refuseLeaks('flows-v2', { leaks })
  } catch (error) {
    return error as Refusal
  }
  throw new Error('Nothing was refused.')
}

test('one cell that is opened is said to be one, and is named once', () => {
  const refusal = refusalOf([leak])
  expect(refusal.code).toBe('release.opens')
  expect(refusal.what('es')).toContain(': la celda sex=F, de 0 a 2 ')
  expect(refusal.what('en')).toContain(': the cell sex=F, from 0 to 2 ')
  expect(refusal.what('fr')).toContain('\u00a0: la cellule sex=F, de 0 à 2 ')
  expect(refusal.advice('en')).toBe('Draft it anew: the new draft heeds what was released since.')
})

test('several are counted, and listed in what to do', () => {
  const refusal = refusalOf([leak, { ...leak, cell: 'sex=M' }])
  expect(refusal.what('fr')).toContain('\u00a0: 2 cellules, la première sex=F, de 0 à 2 ')
  expect(refusal.advice('es')).toMatch(/desde entonces\. Celdas: sex=F; sex=M\.$/)
})
