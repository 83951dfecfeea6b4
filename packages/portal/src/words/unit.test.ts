import { expect, test } from 'vitest'
import { shortUnit, unitBeside } from './unit.ts'

test('a unit is said without its explanation', () => {
  expect(shortUnit('crossings: events, not persons')).toBe('crossings')
  expect(shortUnit('franchissements (événements)')).toBe('franchissements')
  expect(shortUnit('US dollars')).toBe('US dollars')
})

test('a unit that the measure says already is not said again', () => {
  expect(unitBeside('Cruces', 'cruces: hechos, no personas')).toBe('')
  expect(unitBeside('Monto', 'dólares de EE. UU.')).toBe('dólares de EE. UU.')
})
