import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createPasswordHasher } from './password-hasher.ts'
import { findPasswordFault } from './password-rules.ts'

const cheap = { memoryKiB: 64, passes: 1 }

describe('a password', () => {
  test.each([
    'corto',
    'once letras',
    '123456789012',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'abababababab',
    'Password1234',
    'contraseña2026',
    'qwertyuiop123',
    'lucia.mendez.2026',
    'CaudalCaudal1',
  ])('“%s” is refused', (password) => {
    expect(findPasswordFault(password, ['lucia.mendez', 'Lucía Méndez'])).toBeDefined()
  })

  test.each([
    'tres ceibas junto al lago',
    'ñandú-volcán-éxodo',
    'Xk2!vT9#pLq4',
    '🌋 volcán y 12 garzas',
  ])('“%s” is taken: no rule about kinds of characters', (password) => {
    expect(findPasswordFault(password, ['lucia.mendez', 'Lucía Méndez'])).toBeUndefined()
  })

  test('of 128 signs is taken, of 129 not', () => {
    const words = 'tres ceibas junto al lago de '.repeat(5)
    expect(findPasswordFault(words.slice(0, 128), [])).toBeUndefined()
    expect(findPasswordFault(words.slice(0, 129), [])).toBe('password-long')
  })
})

describe('hashing', () => {
  test('is argon2id with twice the memory that OWASP asks for, and a salt of its own each time', async () => {
    const hasher = createPasswordHasher()
    const [first, second] = await Promise.all([hasher.hash('x'), hasher.hash('x')])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=47104,t=3,p=1\$/)
    expect(first).not.toBe(second)
  })

  test('knows a password however its accents are written, and no other', async () => {
    const hasher = createPasswordHasher({ cost: cheap })
    const hash = await hasher.hash('ñandú')
    expect(await hasher.verify(hash, 'ñandú'.normalize('NFD'))).toBe(true)
    expect(await hasher.verify(hash, 'nandu')).toBe(false)
    expect(await hasher.verify(null, 'nobody has this password')).toBe(false)
  })

  test('takes each sign as it came: another case, or another last sign of many, is another password', async () => {
    const hasher = createPasswordHasher({ cost: cheap })
    const long = 'tres ceibas junto al lago de '.repeat(5).slice(0, 128)
    const hash = await hasher.hash(long)
    expect(await hasher.verify(hash, long)).toBe(true)
    for (const other of [
      long.slice(0, 127),
      `${long.slice(0, 127)}x`,
      long.toUpperCase(),
      `${long} `,
    ]) {
      expect(await hasher.verify(hash, other)).toBe(false)
    }
  })

  test('runs two at once, lets eight wait and sends the others away', async () => {
    const hasher = createPasswordHasher({ cost: { memoryKiB: 20_000, passes: 2 } })
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, hasher.load.running)), 1)
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => hasher.hash('x')))
    clearInterval(watch)
    const refused = all.filter((each) => each.status === 'rejected')
    expect(refused).toHaveLength(30)
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toContain(
      'govern.accounts.busy',
    )
    expect(most).toBeLessThanOrEqual(2)
    await pause(0)
    expect(hasher.load).toEqual({ running: 0, waiting: 0 })
  })
})
