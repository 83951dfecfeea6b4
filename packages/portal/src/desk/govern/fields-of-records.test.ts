import { expect, test } from 'vitest'
import { fieldsOfPersons, fieldsOfType } from './fields-of-records.ts'

test('the age in a record of a person is in years, and that of a figure a group', () => {
  expect(fieldsOfType('movement').get('age')?.label.es).toBe('Edad al cruzar')
  expect(fieldsOfType('movement').get('age')?.codeList).toBeUndefined()
  expect(fieldsOfType('observation').get('age')?.codeList).toBe('age-groups')
  expect(fieldsOfPersons().get('age')?.type).toBe('integer')
  expect(fieldsOfPersons().get('purpose')?.label.es).toBe('Motivo del viaje')
  expect(fieldsOfType('of-tomorrow').size).toBe(0)
})
