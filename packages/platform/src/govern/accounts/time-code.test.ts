import { expect, test } from 'vitest'
import { describeTimeCode, findCodePeriod } from './time-code.ts'

const key = new TextEncoder().encode('12345678901234567890')

// RFC 6238, appendix B, SHA-1; its codes of eight figures end in those of six.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is that of RFC 6238', (second, code) => {
  const at = new Date(second * 1000)
  expect(findCodePeriod(key, code, at)).toBe(Math.floor(second / 30))
  expect(findCodePeriod(key, ` ${code.slice(0, 3)} ${code.slice(3)}`, at)).toBeDefined()
})

test('a code is taken one period early or late, and names its own period', () => {
  const own = Math.floor(1_234_567_890 / 30)
  for (const late of [-30, 0, 30]) {
    expect(findCodePeriod(key, '005924', new Date((1_234_567_890 + late) * 1000))).toBe(own)
  }
  for (const late of [-61, 61]) {
    expect(findCodePeriod(key, '005924', new Date((1_234_567_890 + late) * 1000))).toBeUndefined()
  }
})

test.each(['', '00592', '0059241', '٠٠٥٩٢٤', '5924', "005924' or 1=1", '-05924'])(
  'what is no code of six figures is no code: %s',
  (typed) => {
    expect(findCodePeriod(key, typed, new Date(1_234_567_890_000))).toBeUndefined()
  },
)

test('an app reads key, name and node from one address', () => {
  const { address, key: typed } = describeTimeCode(key, { node: 'Nodo GT', account: 'ana@gt' })
  expect(address).toContain('otpauth://totp/Nodo%20GT:ana%40gt?issuer=Nodo%20GT')
  expect(address).toContain('secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(typed).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
})
