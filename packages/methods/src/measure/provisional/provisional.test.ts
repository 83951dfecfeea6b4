import { beforeAll, describe, expect, it } from 'vitest'
import { dayNumber } from '../../numerics/index.ts'
import { blockCount, drawBlock, householdGroups } from '../../synthetic/index.ts'
import { trueJourneys } from '../../synthetic/testing-journeys.ts'
import { testRegion } from '../../synthetic/testing-parameters.ts'
import { decideMigrations, residenceCriteria } from '../residence/index.ts'
import { backTest, summariseBackTest } from './back-test.ts'
import { listCells } from './cells.ts'
import { estimateProvisional, type ProvisionalFigure } from './estimate-provisional.ts'
import { figureInterval } from './figure-interval.ts'
import { figureStatus } from './figure-status.ts'
import { followUndecided } from './follow-undecided.ts'
import type { Journeys } from './journeys.ts'
import { TrainingShares } from './training-shares.ts'

const criterion = residenceCriteria['twelve-in-sixteen']

describe('the days on which a crossing was undecided', () => {
  const follow = (days: number[], k: number, firstIsArrival = true) => {
    const history = { days: Int32Array.from(days), length: days.length, firstIsArrival }
    const outcomes = decideMigrations(history, criterion, { observedUntil: 5000 })
    const stretches: number[][] = []
    followUndecided(history, outcomes, k, (risk, from, to) => stretches.push([risk >> 2, from, to]))
    return stretches
  }

  it('a stay for good is undecided until V is reached, with no day back', () => {
    expect(follow([0], 0)).toEqual([[0, 0, 365]])
  })

  it('a visit of ten days is undecided until more than W − V days were spent back', () => {
    const stretches = follow([0, 10], 0)
    expect(stretches[0]).toEqual([0, 0, 10])
    expect(stretches.at(-1)![2]).toBe(10 + 123)
    expect(stretches.map(([band]) => band)).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7])
  })
})

describe('the share of those undecided who migrate', () => {
  const root = [new Int32Array([0]), new Int32Array([0, 0])]

  it('is near the share of its own cell where that is well filled', () => {
    const shares = new TrainingShares(2, 487)
    for (let i = 0; i < 2000; i += 1) {
      shares.add(Int32Array.of(0, 0), 0, 0, 100, i % 10 === 0)
      shares.add(Int32Array.of(0, 1), 0, 0, 100, i % 2 === 0)
    }
    shares.learn(root)
    expect(shares.share(Int32Array.of(0, 0), 0, 50).share).toBeCloseTo(0.1, 2)
    expect(shares.share(Int32Array.of(0, 1), 0, 50).share).toBeCloseTo(0.5, 2)
  })

  it('is that of the cell above where the cell is empty, and less sure', () => {
    const shares = new TrainingShares(2, 487)
    for (let i = 0; i < 1000; i += 1) shares.add(Int32Array.of(0, 0), 0, 0, 100, i % 4 === 0)
    shares.learn(root)
    const own = shares.share(Int32Array.of(0, 0), 0, 50)
    const empty = shares.share(Int32Array.of(0, 1), 0, 50)
    expect(empty.share).toBeCloseTo(0.25, 2)
    expect(empty.variance).toBeGreaterThanOrEqual(own.variance)
  })
})

describe('the status of a month', () => {
  it('is final once its last day has been followed for W days', () => {
    const final = dayNumber(2022, 12, 31) + 487 + 1
    expect(figureStatus(202212, final, criterion)).toBe('final')
    expect(figureStatus(202212, final - 1, criterion)).toBe('provisional')
  })
})

describe('provisional figures of the synthetic region, with perfect links', () => {
  let journeys: Journeys
  let observedFrom = 0
  let end = 0
  const size = 12_000
  const options = (observedUntil: number) => ({
    criterion,
    observedUntil,
    observedFrom,
    duplicateMinutes: 0,
  })

  beforeAll(() => {
    const model = testRegion(size)
    const groups = householdGroups(model)
    const persons = Array.from({ length: blockCount(size) }, (_, block) =>
      drawBlock(model, groups, block),
    ).flat()
    journeys = trueJourneys(model, persons)
    observedFrom = model.firstDay
    end = model.lastDay + 1
  })

  const key = ({ group, direction, month }: ProvisionalFigure) => `${group} ${direction} ${month}`

  it('final figures are the migrations that the rule finds, and nothing is left to estimate', () => {
    const cells = listCells(journeys)
    const figures = estimateProvisional(journeys, cells, options(end))
    const final = figures.filter(({ month }) => figureStatus(month, end, criterion) === 'final')
    expect(final.length).toBeGreaterThan(400)
    for (const figure of final) {
      expect(figure.undecided).toBe(0)
      expect(figure.estimate).toBe(figure.decided)
      expect(figure.variance).toBe(0)
    }
    const counted = new Map<string, number>()
    for (let person = 0; person + 1 < journeys.starts.length; person += 1) {
      const [from, to] = [journeys.starts[person]!, journeys.starts[person + 1]!]
      const history = {
        days: journeys.days.subarray(from, to),
        length: to - from,
        firstIsArrival: journeys.directions[from] === 1,
      }
      const { migration } = decideMigrations(history, criterion, options(end))
      for (let k = 0; k < history.length; k += 1) {
        const date = new Date(history.days[k]! * 86_400_000).toISOString()
        const month = date.slice(0, 4) + date.slice(5, 7)
        const at = `${journeys.groups[from + k]} ${journeys.directions[from + k]} ${month}`
        counted.set(at, (counted.get(at) ?? 0) + Math.max(0, migration[k]!))
      }
    }
    for (const figure of final) expect(figure.decided).toBe(counted.get(key(figure)))
  })

  it('intervals of a release hold what the figures become about as often as they say', () => {
    const cells = listCells(journeys)
    const truth = new Map(
      estimateProvisional(journeys, cells, options(end)).map((figure) => [key(figure), figure]),
    )
    let told = 0
    let within = 0
    for (const release of [dayNumber(2019, 7, 1), dayNumber(2023, 8, 1)]) {
      for (const figure of estimateProvisional(journeys, cells, options(release))) {
        if (figure.undecided < 10) continue
        const [low, high] = figureInterval(figure, 95)
        const { decided } = truth.get(key(figure))!
        told += 1
        if (decided >= low && decided <= high) within += 1
      }
    }
    expect(told).toBeGreaterThan(30)
    expect(within / told).toBeGreaterThan(0.85)
  })

  it('a release knows nothing of what comes after it', () => {
    const release = dayNumber(2019, 7, 1)
    const seen = estimateProvisional(journeys, listCells(journeys), options(release))
    const changed = { ...journeys, directions: journeys.directions.slice() }
    journeys.days.forEach((day, row) => {
      if (day >= release) changed.directions[row] = -1
    })
    expect(estimateProvisional(changed, listCells(changed), options(release))).toEqual(seen)
  })

  it('a back-test makes past releases again, from what is final by now', () => {
    const tested = backTest(journeys, listCells(journeys), options(dayNumber(2023, 8, 1)))
    const summary = summariseBackTest(tested)
    expect(summary.figures).toBeGreaterThan(50)
    expect(summary.coverage95).toBeGreaterThan(0.8)
    expect(summary.coverage80!).toBeLessThanOrEqual(summary.coverage95!)
    for (const { release } of tested.tested) {
      expect(release + criterion.windowDays).toBeLessThan(dayNumber(2023, 8, 1))
    }
  })
})
