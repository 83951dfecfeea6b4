import { dateOf, daysBetween } from './calendar.ts'

/** How often a file is owed. */
export const dutyPeriods = ['month', 'quarter', 'half', 'year'] as const

export type DutyPeriod = (typeof dutyPeriods)[number]

/** Which file an institution owes: one for every period, within some days of its end. */
export interface SubmissionDuty {
  readonly every: DutyPeriod
  /** Days after the last day of a period by which its file is due. */
  readonly graceDays: number
  /** First day of the first period that is owed, ISO date; the period that it lies in. */
  readonly from: string
  /** Last day on which the duty stands, ISO date; absent where it goes on. */
  readonly until?: string
}

/** A file that was received, and the days that its records cover. */
export interface ReceivedFile {
  readonly batch: number
  /** ISO dates. */
  readonly coversFrom: string
  readonly coversUntil: string
  readonly receivedOn: string
}

/**
 * - `on-time`: a file that covers it came by the day on which it was due; `late`: after that day.
 * - `missing`: none came, and the day is past; `expected`: none came, and there is still time.
 */
export type DutyState = 'on-time' | 'late' | 'missing' | 'expected'

/** What became of one period of a duty. */
export interface DutyOfPeriod {
  /** As SDMX writes it: `2026-03`, `2026-Q1`, `2026-S1`, `2026`. */
  readonly period: string
  readonly from: string
  readonly until: string
  readonly dueOn: string
  readonly state: DutyState
  /** The first file that covers it. */
  readonly batch: number | null
  readonly receivedOn: string | null
  /** Days past the day on which it was due; 0 where in time. */
  readonly daysLate: number
}

const monthsOf: Readonly<Record<DutyPeriod, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/**
 * What an institution owes and has sent, period by period, up to today's; the newest first.
 *
 * A file covers a period where the days of its records meet it. The first that came counts: a
 * correction sent later does not make an early file late.
 *
 * @param today ISO date
 * @example calendarOf({ every: 'month', graceDays: 15, from: '2026-01-01' }, [{ batch: 1, coversFrom: '2026-01-02', coversUntil: '2026-01-31', receivedOn: '2026-02-20' }], '2026-02-25').map(({ period, state, daysLate }) => [period, state, daysLate]) // => [['2026-02', 'expected', 0], ['2026-01', 'late', 5]]
 */
export function calendarOf(
  duty: SubmissionDuty,
  received: readonly ReceivedFile[],
  today: string,
): readonly DutyOfPeriod[] {
  const last = duty.until !== undefined && duty.until < today ? duty.until : today
  const periods: DutyOfPeriod[] = []
  for (let at = periodAt(duty.from, duty.every); at.from <= last; at = nextOf(at, duty.every)) {
    periods.push(stateOf(at, duty.graceDays, received, today))
  }
  return periods.toReversed()
}

interface PlainPeriod {
  readonly period: string
  readonly from: string
  readonly until: string
}

function stateOf(
  period: PlainPeriod,
  graceDays: number,
  received: readonly ReceivedFile[],
  today: string,
): DutyOfPeriod {
  const dueOn = addDays(period.until, graceDays)
  const [first] = received
    .filter(
      ({ coversFrom, coversUntil }) => coversFrom <= period.until && coversUntil >= period.from,
    )
    .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0))
  const late = Math.max(0, daysBetween(dueOn, first?.receivedOn ?? today) ?? 0)
  const isOpen = first === undefined && late === 0
  return {
    ...period,
    dueOn,
    state: isOpen ? 'expected' : first === undefined ? 'missing' : late > 0 ? 'late' : 'on-time',
    batch: first?.batch ?? null,
    receivedOn: first?.receivedOn ?? null,
    daysLate: late,
  }
}

function periodAt(day: string, every: DutyPeriod): PlainPeriod {
  const [year = 1, month = 1] = day.split('-').map(Number)
  const months = monthsOf[every]
  return periodOf(year, Math.floor((month - 1) / months) * months + 1, every)
}

function nextOf({ until }: PlainPeriod, every: DutyPeriod): PlainPeriod {
  return periodAt(addDays(until, 1), every)
}

function periodOf(year: number, firstMonth: number, every: DutyPeriod): PlainPeriod {
  const months = monthsOf[every]
  const after = firstMonth + months
  const nextStart = after > 12 ? dateOf(year + 1, after - 12, 1)! : dateOf(year, after, 1)!
  const y = String(year).padStart(4, '0')
  const place = Math.ceil(firstMonth / months)
  const period = {
    month: `${y}-${String(firstMonth).padStart(2, '0')}`,
    quarter: `${y}-Q${place}`,
    half: `${y}-S${place}`,
    year: y,
  }[every]
  return { period, from: dateOf(year, firstMonth, 1)!, until: addDays(nextStart, -1) }
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
