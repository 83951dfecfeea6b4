import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCriterion, residenceCriteria } from './criterion.ts'
import { OutcomePass } from './outcome-pass.ts'
import { decideMigrations } from './outcome-rule.ts'
import { createOutcomes, never, undecided, type Outcomes } from './outcomes.ts'
import { answerByDefinition } from './testing-definition.ts'

const rule = { thresholdDays: 365, windowDays: 487 }
const answers = (outcomes: Outcomes) => Array.from(outcomes.migration)
const certain = (outcomes: Outcomes, k: number) => [
  outcomes.stateBeforeOn[k],
  outcomes.stateAfterOn[k],
  outcomes.migrationOn[k],
]

describe('the published examples', () => {
  it('a resident who comes back after ten days did not emigrate, nor immigrate', () => {
    const history = { days: [0, 10], firstIsArrival: false, length: 2 }
    const outcomes = decideMigrations(history, rule, { observedUntil: 2000 })
    expect(answers(outcomes)).toEqual([0, 0])
    expect(certain(outcomes, 0)).toEqual([0, 132, 132])
    expect(certain(outcomes, 1)).toEqual([132, 132, 10])
  })

  it('a visit of sixty days home does not undo a migrant departure', () => {
    const history = { days: [0, 10, 70], firstIsArrival: false, length: 3 }
    const outcomes = decideMigrations(history, rule, { observedUntil: 2000 })
    expect(answers(outcomes)).toEqual([1, 0, 0])
    expect(outcomes.migrationOn[0]).toBe(425)
    expect(outcomes.migrationOn[1]).toBe(10)
    expect(outcomes.migrationOn[2]).toBe(425)
    expect([outcomes.stateBefore[0], outcomes.stateAfter[0]]).toEqual([1, 0])
  })

  it('a year abroad and a return for good are two migrations', () => {
    const history = { days: [0, 370], firstIsArrival: false, length: 2 }
    const outcomes = decideMigrations(history, rule, { observedUntil: 2000 })
    expect(answers(outcomes)).toEqual([1, 1])
    expect(Array.from(outcomes.migrationOn)).toEqual([365, 735])
  })
})

describe('the edges of the criterion', () => {
  const stayOf = (days: number, observedUntil = 5000) =>
    decideMigrations({ days: [0, days], firstIsArrival: true, length: 2 }, rule, { observedUntil })

  it('a stay of 365 days makes a resident and one of 364 does not', () => {
    expect(stayOf(365).migration[0]).toBe(1)
    expect(stayOf(364).migration[0]).toBe(0)
  })

  it('122 days away may still end in migration and 123 may not', () => {
    const away = (days: number) =>
      decideMigrations({ days: [0, 100, 100 + days], firstIsArrival: true, length: 3 }, rule, {
        observedUntil: 5000,
      }).migration[0]
    expect(away(122)).toBe(1)
    expect(away(123)).toBe(0)
  })

  it('what is not decided yet is undecided, never zero', () => {
    expect(stayOf(10_000, 364).migration[0]).toBe(undecided)
    expect(stayOf(10_000, 364).migrationOn[0]).toBe(never)
    expect(stayOf(10_000, 365).migration[0]).toBe(1)
    expect(stayOf(364, 364 + 122).migration[0]).toBe(undecided)
    expect(stayOf(364, 364 + 123).migration[0]).toBe(0)
  })

  it('a criterion that could make one period two migrations is refused', () => {
    for (const [thresholdDays, windowDays] of [
      [488, 487],
      [180, 365],
      [200, 400],
      [0, 0],
      [365.5, 487],
    ] as const) {
      expect(() => checkCriterion({ thresholdDays, windowDays })).toThrow(/does not define/)
    }
    expect(() => checkCriterion({ thresholdDays: 365, windowDays: 365 })).not.toThrow()
  })
})

describe('the state before the first crossing', () => {
  const arrival = { days: [400], firstIsArrival: true, length: 1 }

  it('is the opposite of its direction after V days of observation, whatever a file says', () => {
    const given = [{ state: 1, day: 0 }] as const
    const at = (observedFrom: number) =>
      decideMigrations(arrival, rule, { observedFrom, observedUntil: 3000, given }).stateBefore[0]
    expect(at(35)).toBe(0)
    expect(at(36)).toBe(1)
  })

  it('is the opposite of its direction where nothing else is known', () => {
    expect(decideMigrations(arrival, rule, { observedUntil: 3000 }).stateBefore[0]).toBe(0)
  })

  it('a later given state replaces the one that became certain on or after its day', () => {
    const history = { days: [0, 10, 3000], firstIsArrival: false, length: 3 }
    const given = (day: number) => [{ state: 0, day }] as const
    const before = (day: number) =>
      Array.from(
        decideMigrations(history, rule, { observedUntil: 6000, given: given(day) }).stateBefore,
      )
    expect(before(132)).toEqual([1, 0, 1])
    expect(before(133)).toEqual([1, 1, 0])
  })
})

const criterion = fc.tuple(fc.integer({ min: 2, max: 24 }), fc.nat()).map(([windowDays, pick]) => {
  const least = Math.floor(windowDays / 2) + 1
  return { windowDays, thresholdDays: least + (pick % (windowDays - least + 1)) }
})

const history = fc
  .record({
    gaps: fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 })), {
      minLength: 1,
      maxLength: 12,
    }),
    firstIsArrival: fc.boolean(),
  })
  .map(({ gaps, firstIsArrival }) => {
    let day = 0
    const days = gaps.map((gap, k) => (day += k === 0 ? 0 : gap))
    return { days, firstIsArrival, length: days.length }
  })

const given = fc
  .array(
    fc.record({
      state: fc.constantFrom(0 as const, 1 as const),
      day: fc.integer({ min: -5, max: 120 }),
    }),
    { maxLength: 3 },
  )
  .map((states) => states.sort((a, b) => a.day - b.day))

/** All that the rule answers, one object a crossing, undecided as null. */
function rows(outcomes: Outcomes, length: number) {
  const known = (value: number | undefined, unknown: number) => (value === unknown ? null : value)
  return Array.from({ length }, (_, k) => ({
    before: known(outcomes.stateBefore[k], undecided),
    after: known(outcomes.stateAfter[k], undecided),
    migration: known(outcomes.migration[k], undecided),
    beforeOn: known(outcomes.stateBeforeOn[k], never),
    afterOn: known(outcomes.stateAfterOn[k], never),
    migrationOn: known(outcomes.migrationOn[k], never),
    daysInCountry: outcomes.daysInCountry[k],
  }))
}

describe('agreement with the definition, counted day by day', () => {
  it('answers, states and days of certainty are those of the definition at any end', () => {
    fc.assert(
      fc.property(
        history,
        criterion,
        fc.integer({ min: 1, max: 80 }),
        fc.option(fc.integer({ min: -40, max: 0 }), { nil: undefined }),
        fc.oneof(fc.constant([]), given),
        (crossings, parameters, extra, observedFrom, states) => {
          const options = {
            observedUntil: crossings.days.at(-1)! + extra,
            observedFrom,
            given: states,
          }
          const outcomes = decideMigrations(crossings, parameters, options)
          const expected = answerByDefinition(crossings, parameters, options)
          expect(rows(outcomes, crossings.length)).toEqual(expected)
        },
      ),
      { numRuns: 4000 },
    )
  })

  it('holds for the criteria in use, on journeys of years', () => {
    const inUse = fc.constantFrom(...Object.values(residenceCriteria))
    const gap = fc.oneof(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 100, max: 500 }))
    fc.assert(
      fc.property(
        fc.array(gap, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        inUse,
        fc.integer({ min: 1, max: 600 }),
        (gaps, firstIsArrival, parameters, extra) => {
          const days = gaps.reduce<number[]>((all, each) => [...all, all.at(-1)! + each], [0])
          const crossings = { days, firstIsArrival, length: days.length }
          const options = { observedUntil: days.at(-1)! + extra }
          const outcomes = decideMigrations(crossings, parameters, options)
          expect(rows(outcomes, crossings.length)).toEqual(
            answerByDefinition(crossings, parameters, options),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('a day of certainty is the first end of observation at which the answer stands', () => {
    fc.assert(
      fc.property(history, criterion, (crossings, parameters) => {
        const last = crossings.days.at(-1)! + 2 * parameters.windowDays + 2
        const final = decideMigrations(crossings, parameters, { observedUntil: last })
        for (let k = 0; k < crossings.length; k += 1) {
          expect(final.migration[k]).not.toBe(undecided)
          const on = final.migrationOn[k]!
          const firstDecided = final.migration[k] === 1 ? on : on + 1
          for (const end of [firstDecided - 1, firstDecided]) {
            const seen = crossings.days.filter((day) => day < end).length
            if (seen <= k) continue
            const cut = { ...crossings, length: seen, days: crossings.days.slice(0, seen) }
            const { migration } = answerByDefinition(cut, parameters, { observedUntil: end })[k]!
            expect(migration).toBe(end < firstDecided ? null : final.migration[k])
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('one pass over many persons answers as if each came alone', () => {
    fc.assert(
      fc.property(
        fc.array(history, { minLength: 1, maxLength: 8 }),
        criterion,
        (all, parameters) => {
          const observedUntil = 400
          const pass = new OutcomePass(parameters, { observedUntil })
          const total = all.reduce((sum, { length }) => sum + length, 0)
          const together = createOutcomes(total)
          let at = 0
          const alone = all.flatMap((crossings) => {
            pass.decide(crossings, together, at)
            at += crossings.length
            const outcomes = decideMigrations(crossings, parameters, { observedUntil })
            return rows(outcomes, crossings.length)
          })
          expect(rows(together, total)).toEqual(alone)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('a person with ten thousand crossings costs no more than their number', () => {
    const days = Array.from({ length: 10_000 }, (_, k) => k * 3)
    const crossings = { days, firstIsArrival: true, length: days.length }
    const { migration } = decideMigrations(crossings, rule, { observedUntil: 40_000 })
    // In every window half of the days are spent on each side: nothing is ever a migration.
    expect(
      Array.from(migration)
        .slice(0, -1)
        .every((answer) => answer === 0),
    ).toBe(true)
  })
})
