import { describe, expect, it } from 'vitest'
import { kaplanMeier, medianSurvival } from './kaplan-meier.ts'

describe('survival of stays', () => {
  // Remission in weeks under 6-MP, Freireich and others (1963), Blood 21: 699-716, as the data
  // `leukemia` of Aalen, Borgan and Gjessing (2008) have them; products and sums written out by hand.
  it('is the product of the shares that last, with the variance of Greenwood, over remissions under 6-MP', () => {
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
    const last = (6 / 7) * (16 / 17) * (14 / 15) * (11 / 12) * (10 / 11) * (6 / 7) * (5 / 6)
    expect(steps[0]!.survival).toBeCloseTo(6 / 7, 12)
    expect(steps[2]!.survival).toBeCloseTo((6 / 7) * (16 / 17) * (14 / 15), 12)
    expect(steps.at(-1)!.survival).toBeCloseTo(last, 12)
    expect(steps[0]!.variance).toBeCloseTo((6 / 7) ** 2 * (3 / (21 * 18)), 12)
    const sum =
      3 / (21 * 18) +
      1 / (17 * 16) +
      1 / (15 * 14) +
      1 / (12 * 11) +
      1 / (11 * 10) +
      1 / (7 * 6) +
      1 / (6 * 5)
    expect(steps.at(-1)!.variance).toBeCloseTo(last ** 2 * sum, 12)
    expect(medianSurvival(steps)).toBe(23)
  })

  // Remission in weeks with and without maintenance, acute myelogenous leukaemia: Miller (1981), Survival
  // Analysis, p. 49, as the data `aml` of R's package survival have them; survival and standard error as
  // `survfit(Surv(time, status) ~ x, data = aml)` prints them in its documentation.
  it('and its standard error are those that are printed of acute myelogenous leukaemia', () => {
    const times = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161]
    const ended = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0]
    const printed = [
      [9, 11, 0.909, 0.0867],
      [13, 10, 0.818, 0.1163],
      [18, 8, 0.716, 0.1397],
      [23, 7, 0.614, 0.1526],
      [31, 5, 0.491, 0.1642],
      [34, 4, 0.368, 0.1627],
      [48, 2, 0.184, 0.1535],
    ]
    const steps = kaplanMeier(times, ended)
    expect(
      steps.map(({ time, atRisk, survival, variance }) => [
        time,
        atRisk,
        Number(survival.toFixed(3)),
        Number(Math.sqrt(variance).toFixed(4)),
      ]),
    ).toEqual(printed)
    expect(medianSurvival(steps)).toBe(31)
  })

  it('is the same of entries that stand for several stays', () => {
    const each = kaplanMeier([5, 5, 8, 8, 12, 16], [1, 1, 1, 1, 1, 0])
    expect(kaplanMeier([5, 8, 12, 16], [1, 1, 1, 0], [2, 2, 1, 1])).toEqual(each)
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
