import { expect, test } from 'vitest'
import { partsOfTotal } from './aggregate-parts.ts'

test('ages from birth to an open end are the whole, whatever their order', () => {
  expect(partsOfTotal('age', ['Y_GE65', 'Y_LT15', 'Y15T64'], true)).toBe('whole')
  expect(partsOfTotal('age', ['Y_GE65', '_U', 'Y0T64'], true)).toBe('whole')
})

test('ages with a gap are parts, ages that overlap say nothing', () => {
  expect(partsOfTotal('age', ['Y5', 'Y6T9'], true)).toBe('disjoint')
  expect(partsOfTotal('age', ['Y0T17', 'Y15T64'], true)).toBeUndefined()
  expect(partsOfTotal('age', ['Y0T17', 'adults'], true)).toBeUndefined()
})

test('codes of a flat list are apart, those of a hierarchy may hold each other', () => {
  expect(partsOfTotal('purpose', ['work', 'study'], true)).toBe('disjoint')
  expect(partsOfTotal('department', ['GT01', 'GT02'], false)).toBeUndefined()
  expect(partsOfTotal('purpose', ['work', '_U'], true)).toBeUndefined()
})
