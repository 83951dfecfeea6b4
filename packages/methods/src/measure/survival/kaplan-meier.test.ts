import { describe, expect, it } from 'vitest'
import { kaplanMeier, medianSurvival } from './kaplan-meier.ts'

describe('survival of stays', () => {
  it('agrees with the published remission times under 6-MP (Freireich 1963; Cox and Oakes 1984)', () => {
    const times = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
    const ended = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
    const steps = kaplanMeier(times, ended)
    expect(steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [6, 21],
      [7, 17],
      [10, 15],
      [13, 12],
      [16, 11],
      [22, 7],
      [23, 6],
    ])
    const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]
    const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    steps.forEach(({ survival, variance }, at) => {
      expect(survival).toBeCloseTo(published[at]!, 3)
      expect(Math.sqrt(variance)).toBeCloseTo(errors[at]!, 4)
    })
    expect(medianSurvival(steps)).toBe(23)
  })

  it('without stays cut off it is the share that lasts longer', () => {
    const steps = kaplanMeier([3, 1, 2, 4], [1, 1, 1, 1])
    expect(steps.map(({ survival }) => survival)).toEqual([0.75, 0.5, 0.25, 0])
    expect(steps.at(-1)!.variance).toBe(0)
    expect(medianSurvival(steps)).toBe(2)
  })

  it('stays that are all cut off tell of no end', () => {
    expect(kaplanMeier([5, 9], [0, 0])).toEqual([])
    expect(medianSurvival([])).toBe(null)
  })
})
