import { expect, test } from 'vitest'
import { calendarOf, type ReceivedFile, type SubmissionDuty } from './submission-calendar.ts'

const monthly: SubmissionDuty = { every: 'month', graceDays: 15, from: '2026-01-10' }

const file = (batch: number, from: string, until: string, on: string): ReceivedFile => ({
  batch,
  coversFrom: from,
  coversUntil: until,
  receivedOn: on,
})

const states = (duty: SubmissionDuty, received: readonly ReceivedFile[], today: string) =>
  calendarOf(duty, received, today).map(({ period, state, daysLate, batch }) => [
    period,
    state,
    daysLate,
    batch,
  ])

test('a file is on time on the last day, late after it, missing once that has passed', () => {
  const received = [
    file(1, '2026-01-01', '2026-01-31', '2026-02-15'),
    file(2, '2026-02-01', '2026-02-28', '2026-03-16'),
  ]
  expect(states(monthly, received, '2026-05-10')).toEqual([
    ['2026-05', 'expected', 0, null],
    ['2026-04', 'expected', 0, null],
    ['2026-03', 'missing', 25, null],
    ['2026-02', 'late', 1, 2],
    ['2026-01', 'on-time', 0, 1],
  ])
})

test('one file may cover several periods, and a correction makes no early file late', () => {
  const received = [
    file(9, '2026-01-01', '2026-06-30', '2026-09-01'),
    file(3, '2026-01-01', '2026-06-30', '2026-07-01'),
  ]
  expect(
    states({ every: 'quarter', graceDays: 90, from: '2026-01-01' }, received, '2026-08-01'),
  ).toEqual([
    ['2026-Q3', 'expected', 0, null],
    ['2026-Q2', 'on-time', 0, 3],
    ['2026-Q1', 'late', 2, 3],
  ])
})

test('a duty that has ended owes nothing for later periods; years and halves end where they end', () => {
  const ended = { ...monthly, until: '2026-02-28' }
  expect(calendarOf(ended, [], '2026-12-31').map(({ period }) => period)).toEqual([
    '2026-02',
    '2026-01',
  ])
  const [half] = calendarOf({ every: 'half', graceDays: 0, from: '2025-08-01' }, [], '2025-08-02')
  expect(half).toMatchObject({ period: '2025-S2', from: '2025-07-01', until: '2025-12-31' })
  const [leap] = calendarOf({ ...monthly, from: '2024-02-01' }, [], '2024-02-02')
  expect(leap).toMatchObject({ until: '2024-02-29', dueOn: '2024-03-15' })
})
