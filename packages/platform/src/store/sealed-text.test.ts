import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { sealText, unsealText } from './sealed-text.ts'

test('a sealed text opens with its key in its place, and nowhere else', () => {
  const key = randomBytes(32)
  const sealed = sealText('Ximena, ñandú', key, 'entry 1')
  expect(sealed).not.toContain('Ximena')
  expect(unsealText(sealed, key, 'entry 1')).toBe('Ximena, ñandú')
  expect(() => unsealText(sealed, key, 'entry 2')).toThrow('unable to authenticate')
  expect(() => unsealText(sealed, randomBytes(32), 'entry 1')).toThrow('unable to authenticate')
  const altered = `${sealed[0] === 'A' ? 'B' : 'A'}${sealed.slice(1)}`
  expect(() => unsealText(altered, key, 'entry 1')).toThrow('unable to authenticate')
})
