import { expect, test } from 'vitest'
import { checkCorrection } from './check-correction.ts'

const codeOf = (values: Record<string, string | null>) => {
  try {
    checkCorrection('movement', values)
    return undefined
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('a correction names fields of the type of record and codes of their lists', () => {
  expect(codeOf({ sex: 'M', family_names: 'Quetzalcoatl' })).toBeUndefined()
  expect(codeOf({ sex: null })).toBeUndefined()
  expect(codeOf({ sex: 'male' })).toBe('collect.correction.code-not-listed')
  expect(codeOf({ shoe_size: '42' })).toBe('collect.correction.field-not-of-type')
})

test('with a date of birth, what was computed from it is corrected too', () => {
  expect(codeOf({ birth_date: '1988-08-17' })).toBe('collect.correction.correction-incomplete')
  expect(codeOf({ birth_date: '1988-08-17', birth_year: '1988', age: '31' })).toBeUndefined()
})
