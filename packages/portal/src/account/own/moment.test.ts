import { expect, test } from 'vitest'
import { sayDay, sayMoment } from './moment.ts'

test('a day is written with its month after it, in English as elsewhere on its pages', () => {
  expect(sayDay('2026-11-28', 'es')).toBe('28 nov 2026')
  expect(sayDay('2026-11-28', 'en')).toBe('28 Nov 2026')
  expect(sayDay('2026-11-28', 'fr')).toBe('28 nov. 2026')
  expect(sayMoment('2026-11-28T15:04:00', 'en')).toBe('28 Nov 2026, 15:04')
})
