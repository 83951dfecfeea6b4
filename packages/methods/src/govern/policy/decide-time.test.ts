import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockAllowanceSeconds, decideTime, mostDaysOff } from './decide-time.ts'

const at = Date.parse('2026-06-15T08:00:00Z')
const hour = 3_600_000
const seen = { boot: 'monday', uptimeSeconds: 1000, shown: at }
const after = (seconds: number, ahead = 0, boot = 'monday') => ({
  boot,
  uptimeSeconds: seen.uptimeSeconds + seconds,
  shown: at + seconds * 1000 + ahead,
})

describe('What time it is for an embargo', () => {
  test('is what the clock shows, as long as that can have passed', () => {
    expect(decideTime(after(0), undefined)).toEqual({ time: at, aheadSeconds: 0 })
    expect(decideTime(after(60), seen)).toEqual({ time: at + 60_000, aheadSeconds: 0 })
    const corrected = decideTime(after(60, clockAllowanceSeconds * 1000), seen)
    expect(corrected.aheadSeconds).toBe(0)
  })

  test('goes on by what the machine has counted where the clock was set forward', () => {
    expect(decideTime(after(60, 3 * hour), seen)).toEqual({
      time: at + 60_000,
      aheadSeconds: 3 * 3600,
    })
    expect(decideTime(after(7200, 3 * hour), seen).time).toBe(at + 2 * hour)
  })

  test('goes back with a clock that is set back', () => {
    expect(decideTime(after(60, -hour), seen)).toEqual({
      time: at + 60_000 - hour,
      aheadSeconds: 0,
    })
  })

  test('is believed after a new start, unless that would be more than a month later', () => {
    const started = (days: number) => ({
      boot: 'friday',
      uptimeSeconds: 30,
      shown: at + days * 24 * hour,
    })
    expect(decideTime(started(3), seen).aheadSeconds).toBe(0)
    expect(decideTime(started(mostDaysOff), seen).aheadSeconds).toBe(0)
    expect(decideTime(started(mostDaysOff + 1), seen)).toMatchObject({ time: at + 30_000 })
    // a machine that has started again counts from the beginning
    expect(decideTime({ boot: 'monday', uptimeSeconds: 5, shown: at + hour }, seen).time).toBe(
      at + hour,
    )
  })

  test('is never later than the clock, nor than what can have passed', () => {
    const reading = fc.record({
      boot: fc.constantFrom('a', 'b'),
      uptimeSeconds: fc.nat(1e7),
      shown: fc.nat(2e12),
    })
    fc.assert(
      fc.property(reading, reading, (now, before) => {
        const { time, aheadSeconds } = decideTime(now, before)
        expect(time).toBeLessThanOrEqual(now.shown)
        expect(aheadSeconds > 0).toBe(time < now.shown)
      }),
    )
  })
})
