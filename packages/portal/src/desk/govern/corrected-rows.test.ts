import { expect, test } from 'vitest'
import { faultsOfRows, noRow, valuesOf } from './corrected-rows.ts'
import type { AccountWording } from '../../account/words/account-wording.ts'

const words = { field: 'Campo', value: 'Valor', fieldTwice: () => 'dos veces' }
const account = { needed: (label: string) => `Falta: ${label}` } as AccountWording
const row = (field: string, value = '', isNone = false) => ({ field, value, isNone })
const faults = (...rows: readonly ReturnType<typeof row>[]) =>
  faultsOfRows(rows, words, account).map(({ field }) => field)

test('each field that is chosen needs its value, unless it should have none', () => {
  expect(faults(noRow, noRow)).toEqual(['field-0', 'value-0'])
  expect(faults(row('sex', 'F'), noRow)).toEqual([])
  expect(faults(row('sex', 'F'), row('age'), row('nationality', ' '))).toEqual([
    'value-1',
    'value-2',
  ])
  expect(faults(row('sex', '', true), row('age', '30'))).toEqual([])
  expect(faults(row('sex', 'F'), row('sex', 'M'))).toEqual(['field-1'])
})

test('a field that should have no value is sent as none, whatever was chosen before', () => {
  expect(valuesOf([row('sex', 'F', true), row('age', '30'), noRow])).toEqual({
    sex: null,
    age: '30',
  })
})
